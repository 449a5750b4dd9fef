import { pino, type Logger } from 'pino';

/** The log of a process without HTTP; faults are named, never the people or texts they are about. */
export function openLog(part: string, level: string): Logger {
  return pino({ name: part, level });
}

/** Writes a failed round down: a line for the operator, with the place in the code. */
export function logFault(log: Logger): (name: string, fault: unknown) => void {
  return (name, fault) => log.error({ loop: name, err: fault }, 'a round failed; it will be tried again');
}
