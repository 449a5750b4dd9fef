const CALL = '00000000-0000-4000-8000-00000000bbb1';
const ANSWER = '00000000-0000-4000-8000-00000000bbb2';

/** Makes a call for partners of one SME on the open challenge, answered by another; gives the names of the rows. */
export async function makeRowCalls(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  { hunze, geest, member, rival }: Readonly<Record<'hunze' | 'geest' | 'member' | 'rival', { id: string }>>,
): Promise<[id: string, name: string][]> {
  await run(
    `INSERT INTO partner_call (id, challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at)
     SELECT $1, id, $2, 'x', $3, 'x', 'x', '{}', closes_at FROM challenge WHERE state = 'open'`,
    CALL,
    hunze.id,
    member.id,
  );
  await run(
    `INSERT INTO partner_answer (id, call_id, organisation_id, organisation_name, answered_by, words) VALUES ($1, $2, $3, 'x', $4, 'x')`,
    ANSWER,
    CALL,
    geest.id,
    rival.id,
  );
  return [
    [CALL, 'K call'],
    [ANSWER, 'K answer'],
  ];
}
