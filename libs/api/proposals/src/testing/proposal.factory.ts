import { randomUUID } from 'node:crypto';
import type { ProposalState } from '@htsm/domain';
import { makeOrganisation, makePerson, type TestDatabase } from '@htsm/api/core/testing';

let counter = 0;

/** What a test may want to know of a made proposal; its version is 1. */
export interface MadeProposal {
  readonly id: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly createdBy: string;
  readonly title: string;
}

/** Values a test may depend on; the others are dull and complete. */
export interface ProposalValues {
  readonly challengeId: string;
  readonly state?: ProposalState;
  readonly organisationId?: string;
  readonly createdBy?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly priceEur?: number;
}

/** A complete proposal with a text for every criterion, in the given state (default draft), without files or receipt. */
export async function makeProposal(database: TestDatabase, values: ProposalValues): Promise<MadeProposal> {
  counter += 1;
  const organisationId = values.organisationId ?? (await makeOrganisation(database, { kind: 'sme' })).id;
  const createdBy = values.createdBy ?? (await makePerson(database, { organisationId })).id;
  const id = randomUUID();
  const title = values.title ?? `Voorstel ${counter}`;
  const state = values.state ?? 'draft';
  await database.asOwner(
    `INSERT INTO proposal (id, challenge_id, organisation_id, created_by, state, title, summary, approach, planning, price_eur, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'Zo pakken we het aan.', 'In drie maanden.', $8, CASE WHEN $5 = 'draft' THEN NULL ELSE htsm_now() END)`,
    [
      id,
      values.challengeId,
      organisationId,
      createdBy,
      state,
      title,
      values.summary ?? 'Dit doen we.',
      values.priceEur ?? 25_000,
    ],
  );
  await database.asOwner(
    `INSERT INTO proposal_fit (proposal_id, criterion_id, text)
     SELECT $1, k.id, 'Zo voldoen we aan ' || k.title_nl || '.' FROM criterion k WHERE k.challenge_id = $2`,
    [id, values.challengeId],
  );
  return { id, challengeId: values.challengeId, organisationId, createdBy, title };
}
