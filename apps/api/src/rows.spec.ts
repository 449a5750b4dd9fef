import { TAXONOMY_SCHEMES } from '@htsm/domain';
import type { TestWorld } from '@htsm/api/core/testing';
import { createWholeApi } from './testing-app';
import { ROWS, whoMay } from './testing/row-tables';
import { makeRowWorld, type RowWorld } from './testing/row-world';

/** Tables of which the API may read everything. */
const OPEN_TABLES = ['clock_shift', 'public_challenge', 'rate_limit', 'receipt_key'];

const EVERYBODY =
  'visitor owner outsider member colleague rival drafter taskforce administrator idle left asked reading done fellow conflicted officer barredOfficer rivalJudge partyJudge link reader sideLink';
/** Neither a visitor, nor whoever follows a mailed link or a personal address. */
const SIGNED_IN = EVERYBODY.replace(/ ?\b(visitor|link|reader|sideLink)\b ?/g, '');
/** Agra's people, and whoever is of the taskforce. */
const OWNER_AND_TASKFORCE = 'owner taskforce officer barredOfficer partyJudge';
/** Released answers reach their parties; the officer barredOfficer still owes a review of the judged one. */
const ANSWERS = {
  'P judged': 'taskforce',
  'P lost of rival': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge',
  'P won': 'owner member colleague taskforce officer barredOfficer partyJudge',
};
/** Colleagues know each other; the taskforce and the administrator know everybody. */
const MEMBERS = {
  administrator: 'taskforce administrator officer barredOfficer',
  asked: 'taskforce administrator asked officer barredOfficer',
  barredOfficer: 'taskforce administrator officer barredOfficer',
  colleague: 'member colleague taskforce administrator officer barredOfficer',
  conflicted: 'taskforce administrator conflicted officer barredOfficer',
  done: 'taskforce administrator done officer barredOfficer',
  drafter: 'drafter taskforce administrator officer barredOfficer',
  fellow: 'taskforce administrator fellow officer barredOfficer',
  idle: 'taskforce administrator idle officer barredOfficer',
  member: 'member colleague taskforce administrator officer barredOfficer',
  officer: 'taskforce administrator officer barredOfficer',
  outsider: 'outsider taskforce administrator officer barredOfficer',
  owner: 'owner taskforce administrator officer barredOfficer partyJudge',
  partyJudge: 'owner taskforce administrator officer barredOfficer partyJudge',
  reading: 'taskforce administrator reading officer barredOfficer',
  rival: 'rival taskforce administrator officer barredOfficer rivalJudge',
  rivalJudge: 'rival taskforce administrator officer barredOfficer rivalJudge',
  taskforce: 'taskforce administrator officer barredOfficer',
};
/** Who left the panel has an account and no membership. */
const PEOPLE = { ...MEMBERS, left: 'taskforce administrator left officer barredOfficer' };
/** What is public is so for everybody; before that it is the owner's, and the taskforce's once it was sent in. */
const CHALLENGES = {
  'C decided': EVERYBODY,
  'C draft': 'owner partyJudge',
  'C evaluating': EVERYBODY,
  'C moderated': OWNER_AND_TASKFORCE,
  'C open': EVERYBODY,
  'C scheduled': OWNER_AND_TASKFORCE,
};
/** The address of a public challenge's contact person is for who signed in. */
const CONTACTS = { ...CHALLENGES, 'C decided': SIGNED_IN, 'C evaluating': SIGNED_IN, 'C open': SIGNED_IN };
/** What belongs to one account. */
const OWN_ONLY = { done: 'done', member: 'member', rival: 'rival' };
/** Sealed until closing; then the owner, the taskforce and those who accepted to review, but no rival. */
const PROPOSALS = {
  'P judged': 'owner member colleague taskforce reading done fellow officer partyJudge',
  'P judged of rival': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge',
  'P lost of rival': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge',
  'P never sent': 'drafter',
  'P open': 'member colleague',
  'P open of rival': 'rival rivalJudge',
  'P won': 'owner member colleague taskforce reading done officer barredOfficer partyJudge',
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
/** For the organisation and the taskforce; rivals, owners of challenges and the panel get no further than a suggestion. */
const PROFILES = {
  Geest: 'rival taskforce officer barredOfficer rivalJudge',
  Hunze: 'member colleague taskforce officer barredOfficer',
};
/** One's own; others' once the own one is in; the taskforce's once it is submitted. */
const REVIEWS = {
  'R done': 'taskforce done fellow',
  'R done, won': 'taskforce done officer barredOfficer',
  'R fellow': 'taskforce done fellow',
  'R officer': 'officer',
  'R reading': 'reading',
  'R reading, won': 'reading',
};
/** For owners of the organisation, and for administrators. */
const WEBHOOKS = { 'W Agra': 'owner partyJudge', 'W all': 'administrator' };
/** Table → row → the names of those who see it. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account_token: { invitation: 'member link' },
  answer: ANSWERS,
  answer_question: { 'P won': 'member colleague taskforce officer barredOfficer' },
  answer_reason: ANSWERS,
  app_user: PEOPLE,
  appointment: { 'A met': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge' },
  appointment_slot: { 'A slot': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge' },
  challenge: CHALLENGES,
  challenge_anchor: { 'C evaluating': 'taskforce asked reading done fellow officer' },
  challenge_attachment: CHALLENGES,
  challenge_contact: CONTACTS,
  challenge_follow: OWN_ONLY,
  challenge_panel: { 'C decided': 'taskforce officer barredOfficer' },
  challenge_transition: {
    'C decided': OWNER_AND_TASKFORCE,
    'C draft': 'owner partyJudge',
    'C evaluating': OWNER_AND_TASKFORCE,
    'C moderated': OWNER_AND_TASKFORCE,
    'C open': OWNER_AND_TASKFORCE,
    'C scheduled': OWNER_AND_TASKFORCE,
  },
  check_in: { owner: 'taskforce officer barredOfficer', sme: 'taskforce officer barredOfficer' },
  collaboration: { 'B met': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge' },
  conflict_waiver: { 'V idle': 'taskforce officer' },
  criterion: CHALLENGES,
  decision: { 'C decided': 'taskforce officer barredOfficer' },
  event: {
    'P judged': 'member colleague taskforce officer',
    'P judged of rival': 'rival taskforce officer barredOfficer rivalJudge',
    'P lost of rival': 'rival taskforce officer barredOfficer rivalJudge',
    'P never sent': 'drafter',
    'P open': 'member colleague',
    'P open of rival': 'rival rivalJudge',
    'P won': 'member colleague taskforce officer barredOfficer',
  },
  external_identity: OWN_ONLY,
  idempotency_key: OWN_ONLY,
  glossary_term: { mof: 'administrator' },
  identity_provider: { Hunze: 'administrator' },
  nightly_check: { '2026-11-22': 'administrator' },
  pending_identity: { invitation: 'link' },
  outcome: {
    owner: 'owner taskforce officer barredOfficer partyJudge',
    sme: 'rival taskforce officer barredOfficer rivalJudge sideLink',
    taskforce: 'owner rival taskforce officer barredOfficer rivalJudge partyJudge',
  },
  proposal_opening: PROPOSERS_ONLY,
  interest: { 'other subscription': 'rival', subscription: 'reader' },
  judging_rule: { true: 'taskforce officer barredOfficer' },
  mail_kind_hold: { digest: 'administrator' },
  mail_outbox: { mail: 'administrator' },
  mail_suppression: { 'x@example.nl': 'administrator' },
  mail_template: { digest: 'administrator' },
  match: { 'M won': 'owner member colleague taskforce officer barredOfficer partyJudge' },
  match_note: { 'M won': 'taskforce officer barredOfficer' },
  meeting_event: { 'E day': 'taskforce officer barredOfficer' },
  meeting_party: { 'E day': 'taskforce officer barredOfficer' },
  meeting_wish: { 'E asking': 'taskforce officer barredOfficer' },
  membership: MEMBERS,
  notice: {
    board: 'taskforce officer barredOfficer',
    challenge: OWNER_AND_TASKFORCE,
    match: 'member colleague',
    meeting_event: 'owner member colleague partyJudge',
    own: 'administrator',
    panel: 'taskforce officer',
    proposal: 'member colleague',
    review: 'asked reading done fellow officer',
    suggestion: 'owner rival rivalJudge partyJudge',
  },
  notice_choice: OWN_ONLY,
  notice_mute: OWN_ONLY,
  organisation: {
    Agra: EVERYBODY,
    Elders: 'outsider taskforce administrator officer barredOfficer',
    Geest: 'owner rival taskforce administrator officer barredOfficer rivalJudge partyJudge',
    Hunze: 'owner member colleague taskforce administrator officer barredOfficer partyJudge',
    Stil: 'drafter taskforce administrator officer barredOfficer',
  },
  panel_invitation: { 'C decided': 'taskforce officer barredOfficer' },
  panel_member: {
    done: 'taskforce officer barredOfficer',
    reading: 'taskforce officer barredOfficer',
  },
  partner_answer: { 'K answer': 'member colleague rival rivalJudge' },
  /** For who could join, not for the owner of the challenge and reviewers; the taskforce moderates. */
  partner_call: { 'K call': 'member colleague rival drafter taskforce officer barredOfficer rivalJudge' },
  passkey: OWN_ONLY,
  passkey_challenge: OWN_ONLY,
  planned_meeting: { 'E day': 'taskforce officer barredOfficer' },
  profile: PROFILES,
  profile_document: PROFILES,
  proposal: PROPOSALS,
  proposal_attachment: PROPOSALS,
  proposal_fit: PROPOSALS,
  proposal_receipt: PROPOSERS_ONLY,
  published_meeting: { 'E told': 'owner member colleague taskforce officer barredOfficer partyJudge' },
  recommendation: {
    'N seen': 'owner member colleague taskforce officer barredOfficer partyJudge',
    'N shy': 'rival taskforce officer barredOfficer rivalJudge',
  },
  recommendation_words: {
    'N seen': 'member colleague taskforce officer barredOfficer',
    'N shy': 'rival taskforce officer barredOfficer rivalJudge',
  },
  recovery_code: OWN_ONLY,
  registration: {},
  review: REVIEWS,
  review_assignment: {
    'T asked': 'taskforce asked officer',
    'T barredOfficer': 'taskforce officer',
    'T conflicted': 'taskforce officer',
    'T done': 'taskforce done officer',
    'T done, won': 'taskforce done officer barredOfficer',
    'T fellow': 'taskforce fellow officer',
    'T left': 'taskforce officer',
    'T officer': 'taskforce officer',
    'T partyJudge': 'taskforce officer',
    'T reading': 'taskforce reading officer',
    'T reading, won': 'taskforce reading officer barredOfficer',
    'T rivalJudge': 'taskforce officer',
  },
  review_bid: { idle: 'taskforce officer barredOfficer' },
  review_score: REVIEWS,
  reviewer_expertise: {
    done: 'taskforce done officer barredOfficer',
    member: 'taskforce officer barredOfficer',
    rival: 'taskforce officer barredOfficer',
  },
  reviewer_link: {
    done: 'taskforce done officer barredOfficer',
    member: 'taskforce officer barredOfficer',
    rival: 'taskforce officer barredOfficer',
  },
  session: OWN_ONLY,
  sign_in_step: OWN_ONLY,
  stored_file: { ...CHALLENGES, ...PROPOSALS },
  subscription: { 'other subscription': 'rival', subscription: 'reader' },
  taxonomy_term: Object.fromEntries(TAXONOMY_SCHEMES.map((scheme) => [scheme, EVERYBODY])),
  suggestion: {
    'S invited': 'owner member colleague taskforce officer barredOfficer partyJudge',
    'S met': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge',
    'S suggested': 'taskforce officer barredOfficer',
    'S unnamed': 'rival taskforce officer barredOfficer rivalJudge',
  },
  suggestion_invitation: {
    'S invited': 'member colleague taskforce officer barredOfficer',
    'S met': 'rival taskforce officer barredOfficer rivalJudge',
    'S unnamed': 'rival taskforce officer barredOfficer rivalJudge',
  },
  suggestion_judgement: {
    'S invited': 'taskforce officer barredOfficer',
    'S met': 'taskforce officer barredOfficer',
    'S suggested': 'taskforce officer barredOfficer',
    'S unnamed': 'taskforce officer barredOfficer',
  },
  /** What partners may know of who shows its name: for everybody who solves challenges. */
  team_offer: {
    Geest: 'rival taskforce officer barredOfficer rivalJudge',
    Hunze: 'member colleague rival drafter taskforce officer barredOfficer rivalJudge',
  },
  timetable_run: { 'E day': 'taskforce officer barredOfficer' },
  totp_factor: OWN_ONLY,
  user_credential: OWN_ONLY,
  vocabulary_change: { glossary: 'administrator', taxonomy: 'administrator' },
  vocabulary_version: { glossary: 'administrator', taxonomy: 'administrator' },
  webhook: WEBHOOKS,
  webhook_delivery: WEBHOOKS,
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
    expect(await whoMay(world, rows, `SELECT DISTINCT (${ROWS[table] ?? ''})::text AS row FROM ${table}`)).toEqual(
      EXPECTED[table],
    );
  });
});
