/** What kept the database from answering: it is away, or it is there and too busy. */
export type DatabaseTrouble = 'away' | 'busy';

/** Codes of the operating system for a server that cannot be reached, or went away. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** SQLSTATEs of a server that stops, crashed or starts; class 08 is added below. */
const STOPPING = new Set(['57P01', '57P02', '57P03']);
/** SQLSTATEs of a statement that took or waited too long, and of a server that is full. */
const OVERLOADED = new Set(['57014', '55P03', '53300', '53200', '25P03']);
/** The driver's own words, which come without a code. */
const LOST =
  /Connection terminated|connection is not queryable|Client was closed|Client has encountered a connection error/i;
const TOOK_TOO_LONG = /timeout exceeded when trying to connect|Query read timeout/i;

/** Tells whether a fault is the database's absence or load, or null when it is about the statement itself. */
export function databaseTrouble(fault: unknown): DatabaseTrouble | null {
  if (typeof fault !== 'object' || fault === null) return null;
  const { code, message, driverError } = fault as Record<string, unknown>; // checked below, whoever threw it
  if (typeof driverError === 'object' && driverError !== null && driverError !== fault)
    return databaseTrouble(driverError);
  const name = typeof code === 'string' ? code : '';
  const words = typeof message === 'string' ? message : '';
  if (OVERLOADED.has(name) || TOOK_TOO_LONG.test(words)) return 'busy';
  if (UNREACHABLE.has(name) || STOPPING.has(name) || /^08...$/.test(name) || LOST.test(words)) return 'away';
  return null;
}
