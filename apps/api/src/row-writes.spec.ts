import { TAXONOMY_SCHEMES } from '@htsm/domain';
import type { TestWorld } from '@htsm/api/core/testing';
import { createWholeApi } from './testing-app';
import { WHO_ARRANGES, arrangements } from './testing/row-appointments';
import { WHO_CALLS, callings } from './testing/row-calls';
import { WHO_BINDS, bindings } from './testing/row-panels';
import { WHO_ANSWERS, answerings } from './testing/row-questions';
import { ROWS, whoMay, whoWrites } from './testing/row-tables';
import { makeRowWorld, type RowWorld } from './testing/row-world';

/** What belongs to one account. */
const OWN_ONLY = {
  done: 'done',
  member: 'member',
  rival: 'rival',
};
/** What the owner of the challenges writes. */
const OWN_CHALLENGES = {
  'C decided': 'owner partyJudge',
  'C draft': 'owner partyJudge',
  'C evaluating': 'owner partyJudge',
  'C moderated': 'owner partyJudge',
  'C open': 'owner partyJudge',
  'C scheduled': 'owner partyJudge',
};
/** The taskforce answers, but not before its own review is in, and not with a conflict. */
const ANSWERS = {
  'P judged': 'taskforce',
  'P lost of rival': 'taskforce officer barredOfficer',
  'P won': 'taskforce officer barredOfficer',
};
/** What the proposing organisation writes. */
const PROPOSERS_ONLY = {
  'P judged': 'member colleague',
  'P judged of rival': 'rival rivalJudge',
  'P lost of rival': 'rival rivalJudge',
  'P never sent': 'drafter',
  'P open': 'member colleague',
  'P open of rival': 'rival rivalJudge',
  'P won': 'member colleague',
};
/** What an organisation says of itself. */
const OWN_PROFILES = {
  Geest: 'rival rivalJudge',
  Hunze: 'member colleague',
};
/** Reviews that are not in yet. */
const OPEN_REVIEWS = {
  'R officer': 'officer',
  'R reading': 'reading',
  'R reading, won': 'reading',
};
/** What owners of an organisation and administrators keep. */
const WEBHOOKS = { 'W Agra': 'owner partyJudge', 'W all': 'administrator' };
/** Table → row → the names of those who may change it; the steps of a life are the services' own matter. */
const CHANGE = {
  account_token: {
    invitation: 'member link',
  },
  answer: ANSWERS,
  answer_reason: ANSWERS,
  app_user: {
    administrator: 'administrator',
    asked: 'asked',
    barredOfficer: 'barredOfficer',
    colleague: 'colleague',
    conflicted: 'conflicted',
    done: 'done',
    drafter: 'drafter',
    fellow: 'fellow',
    idle: 'idle',
    left: 'left',
    member: 'member',
    officer: 'officer',
    outsider: 'outsider',
    owner: 'owner',
    partyJudge: 'partyJudge',
    reading: 'reading',
    rival: 'rival',
    rivalJudge: 'rivalJudge',
    taskforce: 'taskforce',
  },
  challenge: {
    'C decided': 'owner taskforce officer barredOfficer partyJudge',
    'C draft': 'owner partyJudge',
    'C evaluating': 'owner taskforce officer barredOfficer partyJudge',
    'C moderated': 'owner taskforce officer barredOfficer partyJudge',
    'C open': 'owner taskforce officer barredOfficer partyJudge',
    'C scheduled': 'owner taskforce officer barredOfficer partyJudge',
  },
  challenge_attachment: OWN_CHALLENGES,
  challenge_contact: OWN_CHALLENGES,
  criterion: OWN_CHALLENGES,
  glossary_term: { mof: 'administrator' },
  idempotency_key: OWN_ONLY,
  match: {
    'M won': 'taskforce officer barredOfficer',
  },
  meeting_event: { 'E day': 'taskforce officer barredOfficer' },
  meeting_party: { 'E day': 'taskforce officer barredOfficer' },
  meeting_wish: { 'E asking': 'taskforce officer barredOfficer' },
  membership: {},
  organisation: {
    Agra: 'owner partyJudge',
    Elders: 'outsider',
    Geest: 'rival rivalJudge',
    Hunze: 'member colleague',
    Stil: 'drafter',
  },
  panel_invitation: { 'C decided': 'taskforce officer barredOfficer' },
  passkey: OWN_ONLY,
  passkey_challenge: OWN_ONLY,
  profile: OWN_PROFILES,
  profile_document: OWN_PROFILES,
  proposal: {
    'P judged': 'member colleague taskforce officer',
    'P judged of rival': 'rival taskforce officer barredOfficer rivalJudge',
    'P lost of rival': 'rival taskforce officer barredOfficer rivalJudge',
    'P never sent': 'drafter',
    'P open': 'member colleague',
    'P open of rival': 'rival rivalJudge',
    'P won': 'member colleague taskforce officer barredOfficer',
  },
  proposal_attachment: PROPOSERS_ONLY,
  proposal_fit: PROPOSERS_ONLY,
  published_meeting: { 'E told': 'taskforce officer barredOfficer' },
  notice_choice: OWN_ONLY,
  recovery_code: OWN_ONLY,
  review: {
    'R done': 'done',
    'R done, won': 'done',
    'R fellow': 'fellow',
    'R officer': 'officer',
    'R reading': 'reading',
    'R reading, won': 'reading',
  },
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
  /** On proposals that they could bid on, and on none of these. */
  review_bid: {},
  review_score: OPEN_REVIEWS,
  reviewer_expertise: { done: 'done' },
  reviewer_link: { done: 'done' },
  session: OWN_ONLY,
  interest: {
    'other subscription': 'rival',
    subscription: 'reader',
  },
  subscription: {
    'other subscription': 'rival',
    subscription: 'reader',
  },
  taxonomy_term: Object.fromEntries(TAXONOMY_SCHEMES.map((scheme) => [scheme, 'administrator'])),
  suggestion: {
    'S invited': 'member colleague taskforce officer barredOfficer',
    'S met': 'taskforce officer barredOfficer',
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
  totp_factor: OWN_ONLY,
  user_credential: OWN_ONLY,
  webhook: WEBHOOKS,
  webhook_delivery: WEBHOOKS,
};
/** Table → row → the names of those who may throw it away. */
const THROW_AWAY = {
  account_token: {
    invitation: 'member',
  },
  answer: ANSWERS,
  answer_reason: ANSWERS,
  challenge: {
    'C draft': 'owner partyJudge',
  },
  challenge_anchor: { 'C evaluating': 'taskforce officer' },
  challenge_follow: OWN_ONLY,
  challenge_attachment: OWN_CHALLENGES,
  challenge_contact: OWN_CHALLENGES,
  criterion: OWN_CHALLENGES,
  external_identity: OWN_ONLY,
  glossary_term: { mof: 'administrator' },
  identity_provider: {
    Hunze: 'administrator',
  },
  mail_kind_hold: { digest: 'administrator' },
  mail_suppression: { 'x@example.nl': 'administrator' },
  meeting_party: { 'E day': 'taskforce officer barredOfficer' },
  meeting_wish: { 'E asking': 'taskforce officer barredOfficer' },
  membership: {
    administrator: 'administrator',
    asked: 'administrator',
    barredOfficer: 'administrator',
    colleague: 'member',
    conflicted: 'administrator',
    done: 'administrator',
    drafter: 'drafter',
    fellow: 'administrator',
    idle: 'administrator',
    member: 'member',
    officer: 'administrator',
    outsider: 'outsider',
    owner: 'owner partyJudge',
    partyJudge: 'owner administrator partyJudge',
    reading: 'administrator',
    rival: 'rival rivalJudge',
    rivalJudge: 'rival administrator rivalJudge',
    taskforce: 'administrator',
  },
  panel_invitation: { 'C decided': 'taskforce officer barredOfficer' },
  panel_member: { done: 'taskforce officer barredOfficer', reading: 'taskforce officer barredOfficer' },
  passkey: OWN_ONLY,
  passkey_challenge: OWN_ONLY,
  planned_meeting: { 'E day': 'taskforce officer barredOfficer' },
  profile_document: OWN_PROFILES,
  proposal_attachment: PROPOSERS_ONLY,
  proposal_fit: PROPOSERS_ONLY,
  notice_choice: OWN_ONLY,
  notice_mute: OWN_ONLY,
  recovery_code: OWN_ONLY,
  registration: {},
  review_assignment: {
    'T asked': 'taskforce officer',
    'T barredOfficer': 'taskforce officer',
    'T conflicted': 'taskforce officer',
    'T done': 'taskforce officer',
    'T done, won': 'taskforce officer barredOfficer',
    'T fellow': 'taskforce officer',
    'T left': 'taskforce officer',
    'T officer': 'taskforce officer',
    'T partyJudge': 'taskforce officer',
    'T reading': 'taskforce officer',
    'T reading, won': 'taskforce officer barredOfficer',
    'T rivalJudge': 'taskforce officer',
  },
  review_bid: {},
  review_score: OPEN_REVIEWS,
  reviewer_link: { done: 'done' },
  session: OWN_ONLY,
  sign_in_step: OWN_ONLY,
  interest: {
    'other subscription': 'rival',
    subscription: 'reader',
  },
  subscription: {
    'other subscription': 'rival',
    subscription: 'reader',
  },
  totp_factor: OWN_ONLY,
  webhook: WEBHOOKS,
};
/** What is added → the names of those who may. */
const ADD = {
  ...WHO_CALLS,
  ...WHO_ARRANGES,
  ...WHO_BINDS,
  ...WHO_ANSWERS,
  'a criterion': 'owner partyJudge',
  'a file of a proposal': 'member colleague',
  'a note on a match': 'taskforce officer barredOfficer',
  'a passkey of a member': 'member',
  'a password of a colleague': 'colleague',
  'a profile': 'drafter',
  'a project in a profile': 'member colleague',
  'a place in an organisation': '',
  'a proposal': 'outsider',
  'a receipt': 'member colleague',
  'a review of another reviewer': '',
  'a role': 'administrator',
  'a role of one’s own': 'administrator',
  'a session of a member': 'member',
  'a sign-in page of an organisation': 'administrator',
  'a suggestion': 'taskforce officer barredOfficer',
  'a word of the taskforce': 'taskforce officer barredOfficer',
  'a word of a side': 'sideLink',
  'a word of the other side': '',
  'a task': 'taskforce officer barredOfficer',
  'a term': 'administrator',
  'a term of the glossary': 'administrator',
  'a version in one’s own name': 'administrator',
  'a version in another’s name': '',
  'a task about a proposal with a conflict': 'taskforce officer',
  'an invitation': 'member',
  'another identity of a member': 'member',
  'one’s own place in an organisation': 'member colleague',
  'an address that hears of all challenges': 'administrator',
  'an address of an organisation': 'owner partyJudge',
};

/** Statements that each add one thing; `id` gives what a name of the world stands for. */
function additions(id: (name: string) => string): Record<string, string> {
  return {
    ...arrangements(id),
    ...callings(id),
    ...bindings(id),
    ...answerings(id),
    'a role': `INSERT INTO membership (user_id, body, role) VALUES (${id('outsider')}, 'taskforce', 'member')`,
    'a role of one’s own': `INSERT INTO membership (user_id, body, role) VALUES (app_user_id(), 'administration', 'member')`,
    'a place in an organisation': `INSERT INTO membership (user_id, body, organisation_id, role) VALUES (${id('idle')}, 'organisation', ${id('Hunze')}, 'member')`,
    'one’s own place in an organisation': `INSERT INTO membership (user_id, body, organisation_id, role) VALUES (coalesce(app_user_id(), ${id('idle')}), 'organisation', ${id('Hunze')}, 'member')`,
    'a session of a member': `INSERT INTO session (token_hash, user_id, expires_at) VALUES ('x', ${id('member')}, htsm_now())`,
    'a passkey of a member': `INSERT INTO passkey (user_id, name, credential_id, public_key, counter, transports) VALUES (${id('member')}, 'x', 'x', 'x', 0, '{}')`,
    'a password of a colleague': `INSERT INTO user_credential (user_id, password_hash) VALUES (${id('colleague')}, 'x')`,
    'a profile': `INSERT INTO profile (organisation_id) VALUES (${id('Stil')})`,
    'a project in a profile': `INSERT INTO profile_document (organisation_id, kind, title, text, locale) VALUES (${id('Hunze')}, 'project', 'x', 'x', 'nl')`,
    'an invitation': `INSERT INTO account_token (purpose, email, organisation_id, expires_at) VALUES ('invite', 'x@example.nl', ${id('Hunze')}, htsm_now())`,
    'a criterion': `INSERT INTO criterion (challenge_id) VALUES (${id('C draft')})`,
    'a proposal': `INSERT INTO proposal (challenge_id, organisation_id, created_by) VALUES (${id('C open')}, ${id('Elders')}, ${id('outsider')})`,
    'a receipt': `INSERT INTO proposal_receipt (proposal_id, number, proposal_version, manifest, manifest_sha256, signature, key_id, submitted_by, submitted_at, submit_key)
      VALUES (${id('P open')}, 'n', 2, '{}', 'x', 'x', 'k1', ${id('member')}, htsm_now(), 'k2')`,
    'a file of a proposal': `INSERT INTO proposal_attachment (proposal_id, sha256, file_name, uploaded_by) VALUES (${id('P open')}, ${id('P won')}::text, 'b.pdf', ${id('member')})`,
    'a task': `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at) VALUES (${id('C evaluating')}, ${id('P judged of rival')}, ${id('idle')}, ${id('taskforce')}, htsm_now())`,
    'a task about a proposal with a conflict': `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at) VALUES (${id('C evaluating')}, ${id('P judged')}, ${id('idle')}, ${id('taskforce')}, htsm_now())`,
    'a review of another reviewer': `INSERT INTO review (assignment_id, proposal_id, reviewer_id) VALUES (${id('T asked')}, ${id('P judged')}, ${id('asked')})`,
    'a term': `INSERT INTO taxonomy_term (scheme, code, position, label_nl, label_en, version) VALUES ('theme', 'x', 1, 'x', 'x', 1)`,
    'a term of the glossary': `INSERT INTO glossary_term (nl, en, version) VALUES ('x', 'x', 1)`,
    'a version in one’s own name': `INSERT INTO vocabulary_version (list, number, step, made_by) VALUES ('taxonomy', 2, 'added', app_user_id())`,
    'a version in another’s name': `INSERT INTO vocabulary_version (list, number, step, made_by) VALUES ('taxonomy', 2, 'added', ${id('outsider')})`,
    'a suggestion': `INSERT INTO suggestion (challenge_id, organisation_id, organisation_name) VALUES (${id('C moderated')}, ${id('Hunze')}, 'x')`,
    'a word of the taskforce': `INSERT INTO outcome (collaboration_id, side, kind, on_date) VALUES (${id('B met')}, 'taskforce', 'pilot', '2026-11-20')`,
    'a word of a side': `INSERT INTO outcome (collaboration_id, side, check_in_id, kind, on_date) VALUES (${id('B met')}, 'sme', ${id('K met')}, 'pilot', '2026-11-20')`,
    'a word of the other side': `INSERT INTO outcome (collaboration_id, side, check_in_id, kind, on_date) VALUES (${id('B met')}, 'owner', ${id('K met')}, 'pilot', '2026-11-20')`,
    'a note on a match': `INSERT INTO match_note (match_id, author_id, text) VALUES (${id('M won')}, ${id('taskforce')}, 'x')`,
    'a sign-in page of an organisation': `INSERT INTO identity_provider (organisation_id, domain, issuer, client_id, client_secret) VALUES (${id('Hunze')}, 'x.example', 'x', 'x', 'x')`,
    'an address that hears of all challenges': `INSERT INTO webhook (url, kinds, secret, created_by) VALUES ('x', '{}', 'x', ${id('owner')})`,
    'an address of an organisation': `INSERT INTO webhook (organisation_id, url, kinds, secret, created_by) VALUES (${id('Agra')}, 'x', '{}', 'x', ${id('owner')})`,
    'another identity of a member': `INSERT INTO external_identity (issuer, subject, user_id) VALUES ('y', 'y', ${id('member')})`,
  };
}

describe('the rows that people change, whatever a service asks', () => {
  let world: TestWorld;
  let rows: RowWorld;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    world = await createWholeApi();
    rows = await makeRowWorld(world.database);
    // what hangs on a row, and when it is frozen, is another matter than who may touch it
    await world.database.asOwner(`DO $$ DECLARE k record; BEGIN
      FOR k IN SELECT conrelid::regclass AS owner, 'DROP CONSTRAINT' AS act, conname AS name FROM pg_constraint WHERE contype = 'f'
        UNION ALL SELECT tgrelid::regclass, 'DISABLE TRIGGER', tgname FROM pg_trigger WHERE tgname = 'refuse_when_decided' LOOP
        EXECUTE format('ALTER TABLE %s %s %I', k.owner, k.act, k.name);
      END LOOP; END $$`);
    ids = new Map([...rows.names].map(([id, name]) => [name, id]));
  });
  afterAll(() => world.close());

  /** Tables that the API may change at all, with a column of each. */
  async function granted(privilege: 'UPDATE' | 'DELETE'): Promise<{ table: string; column: string }[]> {
    const [found] = await world.database.asOwner<{ list: { table: string; column: string }[] }>(
      `SELECT jsonb_agg(jsonb_build_object('table', c.relname, 'column', a.attname) ORDER BY c.relname) AS list
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND has_table_privilege('htsm_app', c.oid, '${privilege}')`,
    );
    return found?.list ?? [];
  }
  async function changed(privilege: 'UPDATE' | 'DELETE'): Promise<Record<string, Record<string, string>>> {
    const result: Record<string, Record<string, string>> = {};
    for (const { table, column } of await granted(privilege)) {
      const start = privilege === 'UPDATE' ? `UPDATE ${table} SET ${column} = ${column}` : `DELETE FROM ${table}`;
      const sql = `WITH touched AS (${start} RETURNING (${ROWS[table] ?? ''})::text AS row) SELECT DISTINCT row FROM touched`;
      result[table] = await whoMay(world, rows, sql);
    }
    return result;
  }
  it('are the right ones to change', async () => {
    expect(await changed('UPDATE')).toEqual(CHANGE);
  });
  it('are the right ones to throw away', async () => {
    expect(await changed('DELETE')).toEqual(THROW_AWAY);
  });
  it('are the right ones to add', async () => {
    const id = (name: string): string => `'${ids.get(name) ?? name}'::uuid`;
    const added: Record<string, string> = {};
    for (const [what, sql] of Object.entries(additions(id))) added[what] = await whoWrites(world, rows, sql);
    expect(added).toEqual(ADD);
  });
});
