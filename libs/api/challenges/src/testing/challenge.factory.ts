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
  readonly isBlind?: boolean;
  readonly isDemo?: boolean;
}

/** A complete challenge with three criteria, in the given state (default open: since yesterday, for four weeks). */
export async function makeChallenge(database: TestDatabase, values: ChallengeValues = {}): Promise<MadeChallenge> {
  const id = randomUUID();
  const organisationId = values.organisationId ?? (await makeOrganisation(database, { kind: 'company' })).id;
  const createdBy = values.createdBy ?? (await makePerson(database, { organisationId })).id;
  const columns = {
    ...DULL,
    ...moments(values),
    ...chosen(values),
    id,
    organisation_id: organisationId,
    created_by: createdBy,
  };
  const names = Object.keys(columns);
  await database.asOwner(
    `INSERT INTO challenge (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(columns),
  );
  await database.asOwner("INSERT INTO challenge_contact (challenge_id, email) VALUES ($1, 'contact@example.nl')", [id]);
  return {
    id,
    slug: columns.slug,
    organisationId,
    title: columns.title_nl,
    criterionIds: await addCriteria(database, id),
  };
}

/** What hardly any test depends on. */
const DULL = {
  summary_nl: 'Een samenvatting.',
  summary_en: 'A summary.',
  problem_nl: 'Het probleem.',
  problem_en: 'The problem.',
  context_nl: 'De omgeving.',
  context_en: 'The context.',
  success_nl: 'Binnen 10 procent.',
  success_en: 'Within 10 percent.',
  themes: ['robotics'],
  capabilities: ['Robotica'],
  trl_from: 4,
  trl_to: 7,
  region: 'drenthe',
  budget_eur: 45000,
  ip_regime: 'stays_with_sme',
  hours_asked: 12,
  decider: 'De directeur',
  contact_name: 'Contact',
};

function moments(
  values: ChallengeValues,
): Record<'opens_at' | 'closes_at' | 'decision_due_at' | 'opened_at' | 'stopped_accepting_at', Date | null> {
  const state = values.state ?? 'open';
  const opensAt = values.opensAt ?? new Date(Date.now() - DAY_MS);
  const closesAt = values.closesAt ?? new Date(Date.now() + 27 * DAY_MS);
  return {
    opens_at: opensAt,
    closes_at: closesAt,
    decision_due_at: values.decisionDueAt ?? new Date(closesAt.getTime() + 42 * DAY_MS),
    opened_at: ['open', 'evaluating', 'decided', 'closed'].includes(state) ? opensAt : null,
    stopped_accepting_at: ['evaluating', 'decided', 'closed'].includes(state) ? closesAt : null,
  };
}

/** The columns that the test chose, and the ones that must differ between challenges. */
function chosen(values: ChallengeValues): { slug: string; title_nl: string } & Record<string, unknown> {
  counter += 1;
  const optional = {
    summary_nl: values.summaryNl,
    summary_en: values.summaryEn,
    themes: values.themes,
    capabilities: values.capabilities,
    region: values.region,
    is_blind: values.isBlind,
    is_demo: values.isDemo,
  };
  return {
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    slug: values.slug ?? `challenge-${counter}`,
    title_nl: values.titleNl ?? `Uitdaging ${counter}`,
    title_en: values.titleEn ?? `Challenge ${counter}`,
    state: values.state ?? 'open',
  };
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
