import { Database } from '@htsm/api/core';
import type { TestWorld } from '@htsm/api/core/testing';
import { createWholeApi } from './testing-app';
import { makeRowWorld, type RowWorld } from './testing/row-world';

/** How each guarded table names its rows: an expression whose value is an id of the world, or a word. */
const ROWS: Readonly<Record<string, string>> = {
  account_token: 'id',
  answer: 'proposal_id',
  answer_reason: 'proposal_id',
  app_user: 'id',
  challenge: 'id',
  challenge_attachment: 'challenge_id',
  challenge_transition: 'challenge_id',
  criterion: 'challenge_id',
  event: 'subject_id',
  external_identity: 'user_id',
  idempotency_key: 'owner',
  identity_provider: 'organisation_id',
  mail_outbox: 'id',
  mail_suppression: 'email',
  match: 'id',
  match_note: 'match_id',
  membership: 'user_id',
  nightly_check: 'night',
  organisation: 'id',
  passkey: 'user_id',
  passkey_challenge: 'user_id',
  pending_identity: 'token_id',
  proposal: 'id',
  proposal_attachment: 'proposal_id',
  proposal_fit: 'proposal_id',
  proposal_opening: 'proposal_id',
  proposal_receipt: 'proposal_id',
  recovery_code: 'user_id',
  registration: 'token_id',
  review: 'id',
  review_assignment: 'id',
  review_score: 'review_id',
  session: 'user_id',
  sign_in_step: 'user_id',
  stored_file: 'sha256',
  subscription: 'id',
  totp_factor: 'user_id',
  user_credential: 'user_id',
};

/** Tables of which the API may read everything. */
const OPEN_TABLES = ['clock_shift', 'public_challenge', 'rate_limit', 'receipt_key'];

const EVERYBODY =
  'visitor owner outsider member colleague rival drafter taskforce administrator idle asked reading done fellow conflicted officer rivalJudge partyJudge link reader';
/** Agra's people, and whoever is of the taskforce. */
const OWNER_AND_TASKFORCE = 'owner taskforce officer partyJudge';
/** Released answers reach their parties; the officer still owes a review of the judged one. */
const ANSWERS = {
  'P judged': 'taskforce',
  'P lost of rival': 'owner rival taskforce officer rivalJudge partyJudge',
  'P won': 'owner member colleague taskforce officer partyJudge',
};
/** Colleagues know each other; the taskforce and the administrator know everybody. */
const PEOPLE = {
  administrator: 'taskforce administrator officer',
  asked: 'taskforce administrator asked officer',
  colleague: 'member colleague taskforce administrator officer',
  conflicted: 'taskforce administrator conflicted officer',
  done: 'taskforce administrator done officer',
  drafter: 'drafter taskforce administrator officer',
  fellow: 'taskforce administrator fellow officer',
  idle: 'taskforce administrator idle officer',
  member: 'member colleague taskforce administrator officer',
  officer: 'taskforce administrator officer',
  outsider: 'outsider taskforce administrator officer',
  owner: 'owner taskforce administrator officer partyJudge',
  partyJudge: 'owner taskforce administrator officer partyJudge',
  reading: 'taskforce administrator reading officer',
  rival: 'rival taskforce administrator officer rivalJudge',
  rivalJudge: 'rival taskforce administrator officer rivalJudge',
  taskforce: 'taskforce administrator officer',
};
/** What is public is so for everybody; before that it is the owner's, and the taskforce's once it was sent in. */
const CHALLENGES = {
  'C decided': EVERYBODY,
  'C draft': 'owner partyJudge',
  'C evaluating': EVERYBODY,
  'C moderated': OWNER_AND_TASKFORCE,
  'C open': EVERYBODY,
  'C scheduled': OWNER_AND_TASKFORCE,
};
/** What belongs to one account. */
const OWN_ONLY = { done: 'done', member: 'member', rival: 'rival' };
/** Sealed until closing; then the owner, the taskforce and those who accepted to review, but no rival. */
const PROPOSALS = {
  'P judged': 'owner member colleague taskforce reading done fellow officer partyJudge',
  'P judged of rival': 'owner rival taskforce officer rivalJudge partyJudge',
  'P lost of rival': 'owner rival taskforce officer rivalJudge partyJudge',
  'P never sent': 'drafter',
  'P open': 'member colleague',
  'P open of rival': 'rival rivalJudge',
  'P won': 'owner member colleague taskforce officer partyJudge',
};
/** For the proposing organisation alone. */
const PROPOSERS_ONLY = {
  'P judged': 'member colleague',
  'P judged of rival': 'rival rivalJudge',
  'P lost of rival': 'rival rivalJudge',
  'P never sent': 'drafter',
  'P open': 'member colleague',
  'P open of rival': 'rival rivalJudge',
  'P won': 'member colleague',
};
/** One's own; others' once the own one is in; the taskforce's once it is submitted. */
const REVIEWS = {
  'R done': 'taskforce done fellow',
  'R fellow': 'taskforce done fellow',
  'R officer': 'officer',
  'R reading': 'reading',
};
/** Table → row → the names of those who see it. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account_token: { invitation: 'member link' },
  answer: ANSWERS,
  answer_reason: ANSWERS,
  app_user: PEOPLE,
  challenge: CHALLENGES,
  challenge_attachment: CHALLENGES,
  challenge_transition: {
    'C decided': OWNER_AND_TASKFORCE,
    'C draft': 'owner partyJudge',
    'C evaluating': OWNER_AND_TASKFORCE,
    'C moderated': OWNER_AND_TASKFORCE,
    'C open': OWNER_AND_TASKFORCE,
    'C scheduled': OWNER_AND_TASKFORCE,
  },
  criterion: CHALLENGES,
  event: {
    'P judged': 'member colleague taskforce officer',
    'P judged of rival': 'rival taskforce officer rivalJudge',
    'P lost of rival': 'rival taskforce officer rivalJudge',
    'P never sent': 'drafter',
    'P open': 'member colleague',
    'P open of rival': 'rival rivalJudge',
    'P won': 'member colleague taskforce officer',
  },
  external_identity: OWN_ONLY,
  idempotency_key: OWN_ONLY,
  identity_provider: { Hunze: 'administrator' },
  nightly_check: { '2026-11-22': 'administrator' },
  pending_identity: { invitation: 'link' },
  proposal_opening: PROPOSERS_ONLY,
  mail_outbox: { mail: 'administrator' },
  mail_suppression: {},
  match: { 'M won': 'owner member colleague taskforce officer partyJudge' },
  match_note: { 'M won': 'taskforce officer' },
  membership: PEOPLE,
  organisation: {
    Agra: EVERYBODY,
    Elders: 'outsider taskforce administrator officer',
    Geest: 'owner rival taskforce administrator officer rivalJudge partyJudge',
    Hunze: 'owner member colleague taskforce administrator officer partyJudge',
    Stil: 'drafter taskforce administrator officer',
  },
  passkey: OWN_ONLY,
  passkey_challenge: OWN_ONLY,
  proposal: PROPOSALS,
  proposal_attachment: PROPOSALS,
  proposal_fit: PROPOSALS,
  proposal_receipt: PROPOSERS_ONLY,
  recovery_code: OWN_ONLY,
  registration: {},
  review: REVIEWS,
  review_assignment: {
    'T asked': 'taskforce asked officer',
    'T conflicted': 'taskforce officer',
    'T done': 'taskforce done officer',
    'T fellow': 'taskforce fellow officer',
    'T officer': 'taskforce officer',
    'T partyJudge': 'taskforce officer',
    'T reading': 'taskforce reading officer',
    'T rivalJudge': 'taskforce officer',
  },
  review_score: REVIEWS,
  session: OWN_ONLY,
  sign_in_step: OWN_ONLY,
  stored_file: { ...CHALLENGES, ...PROPOSALS },
  subscription: { 'other subscription': 'rival', subscription: 'reader' },
  totp_factor: OWN_ONLY,
  user_credential: OWN_ONLY,
};

describe('the rows that people see, whatever a service asks', () => {
  let world: TestWorld;
  let rows: RowWorld;
  beforeAll(async () => {
    world = await createWholeApi();
    rows = await makeRowWorld(world.database);
  });
  afterAll(() => world.close());

  it('are guarded in every table that holds anything hidden', async () => {
    const granted = await world.database.asOwner<{ name: string; isGuarded: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS "isGuarded" FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_any_column_privilege('htsm_app', c.oid, 'SELECT') ORDER BY 1`,
    );
    expect(granted.filter(({ isGuarded }) => isGuarded).map(({ name }) => name)).toEqual(Object.keys(ROWS));
    expect(granted.filter(({ isGuarded }) => !isGuarded).map(({ name }) => name)).toEqual(OPEN_TABLES);
  });

  it.each(Object.keys(ROWS))('are the right ones in %s', async (table) => {
    expect(await whoSees(table)).toEqual(EXPECTED[table]);
  });

  /** Gives for every row of a table that anybody sees the names of those who do. */
  async function whoSees(table: string): Promise<Record<string, string>> {
    const seen = new Map<string, string[]>();
    const database = world.app.get(Database);
    for (const [name, actor] of Object.entries(rows.actors)) {
      const found = await database.as(actor, (tx) =>
        tx.rows<{ row: string }>(`SELECT DISTINCT (${ROWS[table] ?? ''})::text AS row FROM ${table}`),
      );
      for (const { row } of found) seen.set(row, [...(seen.get(row) ?? []), name]);
    }
    return Object.fromEntries([...seen].map(([row, names]) => [rows.names.get(row) ?? row, names.join(' ')]));
  }
});
