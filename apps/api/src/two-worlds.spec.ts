import { randomUUID } from 'node:crypto';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import { declaredRoutes, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal, type MadeProposal } from '@htsm/api/proposals/testing';
import { makeAnswer, makeAssignment } from '@htsm/api/reviews/testing';
import { createWholeApi } from './testing-app';

/** What somebody's requests came back with: address → status, headers and bytes, without the clock and the request's number. */
type Seen = Readonly<Record<string, string>>;

/** Something that happens in one of the two worlds only. */
interface Difference {
  readonly what: string;
  /** For whom all bytes must stay equal. */
  readonly hiddenFrom: readonly Onlooker[];
  /** Who does notice; without them the test could miss everything. */
  readonly seenBy: readonly Onlooker[];
  readonly make: readonly ((scene: Scene) => Promise<unknown>)[];
}

type Onlooker =
  | 'visitor'
  | 'sme'
  | 'owner'
  | 'taskforce'
  | 'administrator'
  | 'reviewer'
  | 'conflicted'
  | 'officerConflicted'
  | 'officerTied'
  | 'officerRival';

/** An open challenge and one that is being judged, with a proposal of our SME on each. */
interface Scene {
  readonly world: TestWorld;
  readonly open: MadeChallenge;
  readonly judged: MadeChallenge;
  readonly ours: MadeProposal;
  /** Another SME's proposal, with which two onlookers declared a conflict and the reviewer has no task. */
  readonly theirs: MadeProposal;
  readonly rivals: readonly { readonly id: string; readonly memberId: string }[];
  /** Members of the panel without a task. */
  readonly reviewerIds: readonly string[];
}

const STRANGERS = ['visitor', 'sme', 'reviewer', 'conflicted'] as const;
const EVERYONE = [...STRANGERS, 'owner', 'taskforce', 'officerConflicted', 'officerTied', 'officerRival'] as const;
const CONFLICTED = ['conflicted', 'officerConflicted', 'officerTied', 'officerRival'] as const;

const proposalIn =
  (state: 'draft' | 'submitted' | 'under_review' | 'withdrawn', of: 'open' | 'judged') =>
  async ({ world, ...scene }: Scene): Promise<void> => {
    const rival = scene.rivals[['draft', 'submitted', 'withdrawn', 'under_review'].indexOf(state) % 3];
    const { id } = await makeProposal(world.database, {
      challengeId: scene[of].id,
      state,
      organisationId: rival?.id ?? '',
      createdBy: rival?.memberId ?? '',
      // read by owner and taskforce after closing; the bytes say the rest
      summary: world.canaries.plant(
        'the summary of a hidden proposal',
        (id) => id !== null && state === 'under_review',
      ),
    });
    await log(world, { type: 'proposal.started', id, isSealed: state !== 'under_review' });
  };

const taskOn =
  (which: 'ours' | 'theirs', state: 'accepted' | 'submitted' | 'conflicted', reviewer: number) =>
  async (scene: Scene): Promise<void> => {
    const proposal = scene[which];
    const { id } = await makeAssignment(scene.world.database, {
      proposal,
      reviewerId: scene.reviewerIds[reviewer] ?? '',
      state,
      conflictReason: 'Een belang',
      scores: [1, 1, 1],
    });
    await log(scene.world, { type: `review.${state}`, id, proposalId: proposal.id });
  };

/** A waiver of what binds another reviewer to that SME. */
const waiverFor =
  (reviewer: number) =>
  async ({ world, theirs, reviewerIds }: Scene): Promise<void> => {
    await world.database.asOwner(
      `INSERT INTO conflict_waiver (challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
       SELECT $2, user_id, organisation_id, ARRAY[fact], 'Lang geleden.', $1, htsm_now() + interval '1 day' FROM conflict_tie WHERE user_id = $1`,
      [reviewerIds[reviewer], theirs.challengeId],
    );
  };

/** Another SME on the board of the open challenge, which does not show its name to owners. */
const onTheBoard =
  (state: 'suggested' | 'invited' | 'declined' | 'vetoed', rival: number) =>
  async ({ world, open, rivals }: Scene): Promise<void> => {
    const [row] = await world.database.asOwner<{ id: string }>(
      `INSERT INTO suggestion (challenge_id, organisation_id, organisation_name, state, invited_at)
       SELECT $1, id, name, $3, CASE WHEN $3 IN ('invited', 'declined') THEN htsm_now() END FROM organisation WHERE id = $2 RETURNING id`,
      [open.id, rivals[rival]?.id, state],
    );
    const word = 'Wat de taskforce ervan vindt';
    await world.database.asOwner(
      'INSERT INTO suggestion_judgement (suggestion_id, is_by_hand, is_pinned, pin_reason) VALUES ($1, true, $3, $2)',
      [row?.id, word, state === 'suggested'],
    );
    await world.database.asOwner(
      `INSERT INTO event (type, subject_type, subject_id, reason, payload) VALUES ('suggestion.added', 'suggestion', $1, $2, jsonb_build_object('challengeId', $3::uuid))`,
      [row?.id, word, open.id],
    );
  };

const DIFFERENCES: readonly Difference[] = [
  {
    what: 'rivals’ drafts, sealed and withdrawn proposals',
    hiddenFrom: EVERYONE,
    seenBy: [],
    make: [proposalIn('draft', 'open'), proposalIn('submitted', 'open'), proposalIn('withdrawn', 'open')],
  },
  {
    what: 'a proposal after closing',
    hiddenFrom: [...STRANGERS, 'officerRival'],
    seenBy: ['owner', 'taskforce'],
    make: [proposalIn('under_review', 'judged')],
  },
  {
    what: 'a task, a review or a conflict of another reviewer',
    hiddenFrom: [...STRANGERS, 'owner'],
    seenBy: ['taskforce'],
    make: [taskOn('ours', 'accepted', 0), taskOn('ours', 'submitted', 1), taskOn('ours', 'conflicted', 2)],
  },
  {
    what: 'the judging of what is a conflict',
    hiddenFrom: CONFLICTED,
    seenBy: ['taskforce'],
    make: [
      taskOn('theirs', 'accepted', 0),
      taskOn('theirs', 'submitted', 1),
      ({ world, theirs }) => makeAnswer(world.database, { proposal: theirs, outcome: 'shortlisted' }),
      ({ world, theirs }) => log(world, { type: 'proposal.outcome_chosen', id: theirs.id }),
      waiverFor(2),
    ],
  },
  {
    what: 'other SMEs on the board of a challenge',
    hiddenFrom: [...STRANGERS, 'owner', 'officerRival'],
    seenBy: ['taskforce'],
    make: [onTheBoard('suggested', 0), onTheBoard('invited', 1), onTheBoard('declined', 2)],
  },
  {
    what: 'an answer that is being written',
    hiddenFrom: [...STRANGERS, 'owner'],
    seenBy: ['taskforce'],
    make: [({ world, ours }) => makeAnswer(world.database, { proposal: ours, outcome: 'awarded' })],
  },
];

describe('two worlds, one of them with something hidden', () => {
  let scene: Scene;
  let cookies: Record<Onlooker, string | undefined>;
  let paths: string[];
  const before: Partial<Record<Onlooker, Seen>> = {};

  beforeAll(async () => {
    const world = await createWholeApi();
    scene = await makeScene(world);
    cookies = await makeOnlookers(scene);
    const ids = [scene.open.id, scene.judged.id, scene.ours.id, scene.theirs.id, scene.ours.organisationId];
    paths = declaredRoutes(world.app)
      .filter((route) => route.method === 'GET' && !/^\/(health|dev)/.test(route.path))
      .flatMap((route) => addresses(route.path, ids, scene.judged.slug));
    paths.push(...['q=Geheim', 'q=wissels', 'sort=newest'].map((query) => `/api/challenges?${query}`));
    // the SME last: it is shown who opened its proposal, and looking is opening
    for (const name of [...EVERYONE.filter((one) => one !== 'sme'), 'sme'] as const) before[name] = await look(name);
  }, 240_000);
  afterAll(() => scene.world.close());

  it.each(DIFFERENCES)(
    '$what: not a byte differs for those who may not know',
    async ({ hiddenFrom, seenBy, make }) => {
      const undo = await remembering(scene.world);
      for (const happen of make) await happen(scene);
      const changed: string[] = [];
      for (const name of hiddenFrom) changed.push(...differences(before[name] ?? {}, await look(name)));
      const noticed: Onlooker[] = [];
      for (const name of seenBy) if (differences(before[name] ?? {}, await look(name)).length > 0) noticed.push(name);
      await undo();
      expect([changed, noticed]).toEqual([[], seenBy]);
      expect(paths.length).toBeGreaterThan(60);
    },
    120_000,
  );

  async function look(name: Onlooker): Promise<Seen> {
    const cookie = cookies[name];
    const seen: Record<string, string> = {};
    for (const path of paths) {
      const answer = await scene.world.request('GET', path, cookie === undefined ? {} : { cookie });
      const { date, ...headers } = answer.headers;
      const hasDate = date !== undefined;
      seen[`${name} ${path}`] = withoutClock(JSON.stringify({ ...answer, headers, hasDate, body: undefined }));
    }
    return seen;
  }
});

async function makeScene(world: TestWorld): Promise<Scene> {
  const { database } = world;
  const owner = await makeOrganisation(database, { kind: 'company' });
  const sme = await makeOrganisation(database, { name: 'Hunzebot' });
  const other = await makeOrganisation(database, { name: 'Geheimzinnig BV' });
  const rivals: { id: string; memberId: string }[] = [];
  const reviewerIds: string[] = [];
  for (const name of ['Geheim Twee BV', 'Geheim Drie BV', 'Geheim Vier BV']) {
    const { id } = await makeOrganisation(database, { name });
    rivals.push({ id, memberId: (await makePerson(database, { organisationId: id, name: 'Geheim Mens' })).id });
    reviewerIds.push((await makePerson(database, { bodies: ['review_panel'] })).id);
  }
  const open = await makeChallenge(database, {
    state: 'open',
    organisationId: owner.id,
    titleNl: 'Slijtage aan wissels',
  });
  const judged = await makeChallenge(database, { state: 'evaluating', organisationId: owner.id });
  await makeProposal(database, { challengeId: open.id, state: 'submitted', organisationId: sme.id });
  const ours = await makeProposal(database, { challengeId: judged.id, state: 'under_review', organisationId: sme.id });
  const theirs = await makeProposal(database, {
    challengeId: judged.id,
    state: 'under_review',
    organisationId: other.id,
  });
  // what somebody declared is for the whole taskforce; what it is waived for is not
  await declare(database, reviewerIds[2] ?? '', other.id);
  return { world, open, judged, ours, theirs, rivals, reviewerIds };
}

async function makeOnlookers({ world, ours, theirs, judged }: Scene): Promise<Record<Onlooker, string | undefined>> {
  const { database } = world;
  const panel = { bodies: ['review_panel' as const] };
  const officer = { bodies: ['taskforce' as const, 'review_panel' as const] };
  const people = {
    sme: await makePerson(database, { organisationId: ours.organisationId }),
    owner: await makePerson(database, { organisationId: judged.organisationId }),
    taskforce: await makePerson(database, { bodies: ['taskforce'] }),
    administrator: await makePerson(database, { bodies: ['administration'] }),
    reviewer: await makePerson(database, panel),
    conflicted: await makePerson(database, panel),
    officerConflicted: await makePerson(database, officer),
    officerTied: await makePerson(database, officer),
    officerRival: await makePerson(database, { organisationId: ours.organisationId, bodies: ['taskforce'] }),
  };
  await makeAssignment(database, { proposal: ours, reviewerId: people.reviewer.id, state: 'accepted' });
  for (const { id } of [people.conflicted, people.officerConflicted]) {
    await makeAssignment(database, {
      proposal: theirs,
      reviewerId: id,
      state: 'conflicted',
      conflictReason: 'Een belang',
    });
  }
  await makeAssignment(database, { proposal: ours, reviewerId: people.conflicted.id, state: 'accepted' });
  await declare(database, people.officerTied.id, theirs.organisationId);
  const cookies: Record<string, string | undefined> = { visitor: undefined };
  for (const [name, { id }] of Object.entries(people)) cookies[name] = await world.signInAs(id);
  return cookies as Record<Onlooker, string | undefined>; // one for each of the names above
}

const declare = (database: TestWorld['database'], userId: string, organisationId: string): Promise<unknown> =>
  database.asOwner(
    `INSERT INTO reviewer_link (user_id, kind, organisation_name) SELECT $1, 'client', name FROM organisation WHERE id = $2`,
    [userId, organisationId],
  );

/** Gives what removes everything that is made from now on. */
async function remembering({ database }: TestWorld): Promise<() => Promise<void>> {
  const tables = [
    'conflict_waiver',
    'suggestion_judgement',
    'suggestion',
    'answer_question',
    'answer_reason',
    'answer',
    'review_score',
    'review',
    'review_assignment',
    'proposal_fit',
    'proposal',
  ];
  const kept = await Promise.all(
    tables.map((table) => database.asOwner<{ at: string }>(`SELECT ctid::text AS at FROM ${table}`)),
  );
  return async () => {
    for (const [index, table] of tables.entries()) {
      const rows = (kept[index] ?? []).map(({ at }) => at);
      await database.asOwner(`DELETE FROM ${table} WHERE NOT ctid = ANY ($1::tid[])`, [rows]);
    }
    // the log refuses to forget, so that a test goes past its triggers
    await database.asOwner(`BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM event; COMMIT`);
  };
}

function log(
  { database }: TestWorld,
  line: { type: string; id: string; isSealed?: boolean; proposalId?: string },
): Promise<unknown> {
  const isTask = line.proposalId !== undefined;
  return database.asOwner(
    'INSERT INTO event (type, subject_type, subject_id, payload, is_sealed) VALUES ($1, $2, $3, $4, $5)',
    [
      line.type,
      isTask ? 'review_assignment' : 'proposal',
      line.id,
      JSON.stringify(isTask ? { proposalId: line.proposalId } : {}),
      line.isSealed ?? false,
    ],
  );
}

function differences(before: Seen, after: Seen): string[] {
  return Object.keys(before).filter((path) => before[path] !== after[path]);
}

function withoutClock(text: string): string {
  return text.replace(/\\"(now|requestId)\\":\\"[^"\\]*\\"/g, '');
}

/** Every way to fill the parameters of a route with the ids that somebody could try. */
function addresses(path: string, ids: readonly string[], slug: string): string[] {
  const address = path.startsWith('/api') ? path : `/api${path}`;
  const withSlug = address.replaceAll(':slug', slug);
  if (!withSlug.includes(':')) return [withSlug];
  return ids.map((id) => withSlug.replace(/:\w+/, id).replace(/:\w+/g, ids[2] ?? randomUUID()));
}
