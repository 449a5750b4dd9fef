import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@htsm/api/core/testing';
import type { ProposalFact, Thing } from './things';

/** What a reviewer declared, with waivers of it for a proposal: one that runs and one that is over. */
export async function makePanels(
  { asOwner }: TestDatabase,
  { reviewerId, signerId, proposal }: { reviewerId: string; signerId: string; proposal: ProposalFact },
): Promise<Thing[]> {
  const [link, running, ended] = [randomUUID(), randomUUID(), randomUUID()];
  await asOwner(`INSERT INTO reviewer_link (id, user_id, kind, organisation_name) VALUES ($1, $2, 'client', 'Klant')`, [
    link,
    reviewerId,
  ]);
  await asOwner(
    `INSERT INTO conflict_waiver (id, challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
     SELECT id, $3, $4, $5, '{x}', 'Lang geleden.', $6, htsm_now() + days * interval '1 day' FROM (VALUES ($1::uuid, 9), ($2::uuid, -1)) w (id, days)`,
    [running, ended, proposal.challengeId, reviewerId, proposal.organisationId, signerId],
  );
  const waiver = { kind: 'waiver', proposalId: proposal.id } as const;
  return [
    { kind: 'link', state: 'declared', id: link, userId: reviewerId, params: { id: link } },
    { ...waiver, state: 'running', id: running, params: { id: running } },
    { ...waiver, state: 'ended', id: ended, params: { id: ended } },
  ];
}
