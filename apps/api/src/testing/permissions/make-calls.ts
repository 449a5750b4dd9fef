import { randomUUID } from 'node:crypto';
import type { TestWorld } from '@htsm/api/core/testing';
import { PARTNER_CALL_STATES } from '@htsm/domain';
import type { Thing } from './things';

/** Makes a call for partners in every state on a challenge of its own, each with an answer. */
export async function makeCalls(
  { database }: TestWorld,
  newChallenge: () => Promise<{ id: string }>,
  who: { callerId: string; by: string; answererId: string; answeredBy: string },
): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const state of PARTNER_CALL_STATES) {
    const [id, answerId] = [randomUUID(), randomUUID()];
    const { id: challengeId } = await newChallenge();
    await database.asOwner(
      `INSERT INTO partner_call (id, challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at, state)
       VALUES ($1, $2, $3, 'Wie', $4, 'Meten', 'Lassen', '{lassen}', htsm_now() + interval '1 day', $5)`,
      [id, challengeId, who.callerId, who.by, state],
    );
    await database.asOwner(
      `INSERT INTO partner_answer (id, call_id, organisation_id, organisation_name, answered_by, words) VALUES ($1, $2, $3, 'Wie', $4, 'Graag')`,
      [answerId, id, who.answererId, who.answeredBy],
    );
    const params = { id, answerId };
    things.push({ kind: 'partner_call', state, id, challengeId, organisationId: who.callerId, params });
  }
  return things;
}
