import type { TestWorld } from '@htsm/api/core/testing';

/**
 * Lets every transaction of the API run to its end and then undoes it, so that any number of requests meet the same
 * world, in any order. Mails are looked through for secrets where they are written; refused accesses and attempts are not logged. Gives what ends it.
 */
export function keepNothing({ source, canaries }: TestWorld, emails: ReadonlyMap<string, string>): () => void {
  const createRunner = source.createQueryRunner;
  source.createQueryRunner = (mode) => {
    const runner = createRunner.call(source, mode);
    const query = runner.query;
    runner.commitTransaction = () => runner.rollbackTransaction();
    runner.query = (...given: Parameters<typeof query>) => {
      const [statement, parameters] = given;
      if (/'(access|attempt)\.refused'/.test(statement)) return Promise.resolve([]);
      if (statement.trimStart().startsWith('INSERT INTO mail_outbox')) {
        const [, kind, to, readerId, , , variables] = (parameters ?? []) as (string | null)[]; // as MailOutbox gives them
        for (const leak of canaries.leaksTo(readerId ?? emails.get(to ?? '') ?? null, variables ?? '', to ?? '')) {
          canaries.onLeak(`In a mail ${kind ?? ''} to ${to ?? ''}: ${leak}`);
        }
      }
      return query.apply(runner, given);
    };
    return runner;
  };
  return () => {
    source.createQueryRunner = createRunner;
  };
}
