import { randomUUID } from 'node:crypto';
import { DEFAULT_SCORE_LABELS, type ChallengeState, type Region, type Theme } from '@htsm/domain';
import { makeOrganisation, makePerson, type TestDatabase } from '@htsm/api/core/testing';

const DAY_MS = 86_400_000;
let counter = 0;

/** What a test may want to know of a made challenge. */
export interface MadeChallenge {
  readonly id: string;
  readonly slug: string;
  readonly organisationId: string;
  readonly title: string;
  /** In their order: weights 40, 35 and 25, the first with a knock-out minimum of 2. */
  readonly criterionIds: readonly string[];
}

/** Values a test may depend on; the others are dull and complete. */
export interface ChallengeValues {
  readonly state?: ChallengeState;
  readonly organisationId?: string;
  readonly createdBy?: string;
  readonly slug?: string;
  readonly titleNl?: string;
  readonly titleEn?: string;
  readonly summaryNl?: string;
  readonly summaryEn?: string;
  readonly themes?: readonly Theme[];
  readonly capabilities?: readonly string[];
  readonly region?: Region;
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  readonly decisionDueAt?: Date;
  readonly isDemo?: boolean;
}

/** A complete challenge with three criteria, in the given state (default open: since yesterday, for four weeks). */
export async function makeChallenge(database: TestDatabase, values: ChallengeValues = {}): Promise<MadeChallenge> {
  counter += 1;
  const organisationId = values.organisationId ?? (await makeOrganisation(database, { kind: 'company' })).id;
  const createdBy = values.createdBy ?? (await makePerson(database, { organisationId })).id;
  const id = randomUUID();
  const slug = values.slug ?? `challenge-${counter}`;
  const title = values.titleNl ?? `Uitdaging ${counter}`;
  const state = values.state ?? 'open';
  const opensAt = values.opensAt ?? new Date(Date.now() - DAY_MS);
  const closesAt = values.closesAt ?? new Date(Date.now() + 27 * DAY_MS);
  const decisionDueAt = values.decisionDueAt ?? new Date(closesAt.getTime() + 42 * DAY_MS);
  const hasOpened = ['open', 'evaluating', 'decided', 'closed'].includes(state);
  const hasStopped = ['evaluating', 'decided', 'closed'].includes(state);
  await database.asOwner(
    `INSERT INTO challenge (id, slug, organisation_id, created_by, state, title_nl, title_en, summary_nl, summary_en, problem_nl, problem_en,
       context_nl, context_en, success_nl, success_en, themes, capabilities, trl_from, trl_to, region, budget_eur, ip_regime, hours_asked,
       decider, contact_name, contact_email, opens_at, closes_at, decision_due_at, opened_at, stopped_accepting_at, is_demo)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'Het probleem.', 'The problem.', 'De omgeving.', 'The context.', 'Binnen 10 procent.',
       'Within 10 percent.', $10, $11, 4, 7, $12, 45000, 'stays_with_sme', 12, 'De directeur', 'Contact', 'contact@example.nl',
       $13, $14, $15, $16, $17, $18)`,
    [
      id,
      slug,
      organisationId,
      createdBy,
      state,
      title,
      values.titleEn ?? `Challenge ${counter}`,
      values.summaryNl ?? 'Een samenvatting.',
      values.summaryEn ?? 'A summary.',
      values.themes ?? ['robotics'],
      values.capabilities ?? ['Robotica'],
      values.region ?? 'drenthe',
      opensAt,
      closesAt,
      decisionDueAt,
      hasOpened ? opensAt : null,
      hasStopped ? closesAt : null,
      values.isDemo ?? false,
    ],
  );
  return { id, slug, organisationId, title, criterionIds: await addCriteria(database, id) };
}

async function addCriteria(database: TestDatabase, challengeId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [position, weight] of [40, 35, 25].entries()) {
    const id = randomUUID();
    await database.asOwner(
      `INSERT INTO criterion (id, challenge_id, position, title_nl, title_en, weight, knock_out_minimum, score_labels_nl, score_labels_en)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        challengeId,
        position,
        `Criterium ${position + 1}`,
        `Criterion ${position + 1}`,
        weight,
        position === 0 ? 2 : null,
        DEFAULT_SCORE_LABELS.nl,
        DEFAULT_SCORE_LABELS.en,
      ],
    );
    ids.push(id);
  }
  return ids;
}
