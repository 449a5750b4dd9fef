import { pino, type Logger } from 'pino';
import { databaseTrouble } from '@htsm/api/core';
import { RelayAway } from '@htsm/api/notifications';

/** The log of a process without HTTP; faults are named, never the people or texts they are about. */
export function openLog(part: string, level: string): Logger {
  return pino({ name: part, level });
}

/**
 * Writes a failed round down. When a neighbour is away (the database, the mail relay) that is one plain line; anything
 * else is a fault of ours and keeps its place in the code.
 */
export function logFault(log: Logger): (name: string, fault: unknown, restMs?: number) => void {
  return (name, fault, restMs) => {
    const again = restMs === undefined ? {} : { againInS: restMs / 1000 };
    if (fault instanceof RelayAway) log.warn({ loop: name, ...again }, fault.message);
    else if (databaseTrouble(fault) !== null)
      log.warn({ loop: name, ...again }, 'The database cannot be used; waiting for it.');
    else log.error({ loop: name, err: fault, ...again }, 'a round failed; it will be tried again');
  };
}
