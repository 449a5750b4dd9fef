import { addAppointment } from './row-appointments';

/** The question to the SME; whoever holds its link is an actor of the row tests. */
export const CHECK_IN = '00000000-0000-4000-8000-00000000abc6';

/** Opens the ledger of an SME that was introduced, with a word of everybody, and the appointment of its introduction. */
export async function addOutcomes(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  suggestionId: string,
  named: (name: string, made: { readonly id: string }) => { readonly id: string },
): Promise<void> {
  named('K met', { id: CHECK_IN });
  const together = named('B met', { id: '00000000-0000-4000-8000-00000000abc5' });
  await run(
    `INSERT INTO collaboration (id, challenge_id, organisation_id) SELECT $1, challenge_id, organisation_id FROM suggestion WHERE id = $2`,
    together.id,
    suggestionId,
  );
  await run(
    `INSERT INTO check_in (id, collaboration_id, side, months, due_at, asked_at)
     VALUES ($2, $1, 'sme', 1, htsm_now(), htsm_now()), (gen_random_uuid(), $1, 'owner', 1, htsm_now(), htsm_now())`,
    together.id,
    CHECK_IN,
  );
  await run(
    `INSERT INTO outcome (collaboration_id, side, check_in_id, kind, on_date) SELECT $1::uuid, 'taskforce', NULL::uuid, 'pilot', '2026-11-20'::date
     UNION ALL SELECT collaboration_id, side, id, 'pilot', '2026-11-20'::date FROM check_in`,
    together.id,
  );
  for (const [id, name] of await addAppointment(run, suggestionId)) named(name, { id });
}
