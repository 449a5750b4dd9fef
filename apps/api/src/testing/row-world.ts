import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestDatabase } from '@htsm/api/core/testing';
import { makeProposal, type MadeProposal } from '@htsm/api/proposals/testing';
import { makeAnswer, makeAssignment, makeReviewer } from '@htsm/api/reviews/testing';
import { MAIL, addRowMails, addRowWebhooks } from './row-mails';
import { makeRowCalls, makeRowMeetings } from './row-meetings';
import { addRowNotices } from './row-notices';
import { addRowQuestion } from './row-questions';
import { addRowLinks } from './row-panels';
import { CHECK_IN, addOutcomes } from './row-outcomes';
import { ANONYMOUS, actorOf, type Actor, type PersonRow } from '@htsm/api/core';
/** One of everything that may be hidden, the people who might look, and a name for every id. */
export interface RowWorld {
  /** Who looks, by name. */
  readonly actors: Readonly<Record<string, Actor>>;
  /** What rows are called in the test: an id and its name. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Makes the world: company Agra posts challenges in every kind of state; Hunze and its rival Geest propose for the open,
 * the evaluated and the decided one; people of the panel have got to every step with Hunze's proposal, three of them
 * although they belong to the taskforce, to the rival and to Agra. One of them never judged the decided one.
 */
export async function makeRowWorld(database: TestDatabase): Promise<RowWorld> {
  const names = new Map<string, string>();
  const named = <Made extends { readonly id: string }>(name: string, made: Made): Made => {
    names.set(made.id, name);
    return made;
  };
  const people = await makePeople(database, named);
  const challenges = await makeChallenges(database, people, named);
  const proposals = await makeProposals(database, people, challenges, named);
  await judge(database, people, proposals, named);
  const { agra, hunze, taskforce } = people;
  const meeting = { challengeId: challenges.open.id, ownerId: agra.id, smeId: hunze.id, by: taskforce.id };
  for (const [id, name] of await makeRowMeetings(database, meeting)) names.set(id, name);
  const links = [people.done.id, people.member.id, people.rival.id];
  const waived = {
    person: people.idle.id,
    place: people.geest.id,
    by: taskforce.id,
    challenge: challenges.evaluating.id,
  };
  const run = (sql: string, ...parameters: unknown[]) => database.asOwner(sql, parameters);
  const panel = { of: challenges.decided.id, members: [people.done.id, people.reading.id] };
  for (const [id, name] of await addRowLinks(run, { people: links, panel, ...waived })) names.set(id, name);
  await addParts(database, { people, challenges, proposals }, named);
  await addRowNotices(database, {
    own: people.administrator.id,
    challenge: challenges.moderated.id,
    judged: challenges.evaluating.id,
    open: challenges.open.id,
    proposal: proposals.judged.id,
    sme: hunze.id,
  });
  const persons = Object.entries(people).filter(([name]) => !ORGANISATIONS.includes(name));
  const actors = new Map<string, Actor>([['visitor', ANONYMOUS]]);
  for (const [name, { id }] of persons) actors.set(name, await actorFor(database, id));
  actors.set('link', { kind: 'token', tokenId: INVITATION });
  actors.set('reader', { kind: 'token', tokenId: SUBSCRIPTION });
  actors.set('sideLink', { kind: 'token', tokenId: CHECK_IN });
  return { actors: Object.fromEntries(actors), names };
}

const ORGANISATIONS: readonly string[] = ['agra', 'hunze', 'geest', 'silent', 'elsewhere'];
const INVITATION = '00000000-0000-4000-8000-00000000aaaa';
const SUBSCRIPTION = '00000000-0000-4000-8000-00000000bbbb';
const RECEIPT_KEY = 'k1';

type Named = <Made extends { readonly id: string }>(name: string, made: Made) => Made;
type People = Awaited<ReturnType<typeof makePeople>>;
type Challenges = Awaited<ReturnType<typeof makeChallenges>>;
type Proposals = Readonly<
  Record<'open' | 'rivalOpen' | 'draft' | 'judged' | 'rivalJudged' | 'won' | 'lost', MadeProposal>
>;

async function makePeople(database: TestDatabase, named: Named) {
  const organisation = async (name: string, kind: 'sme' | 'company') =>
    named(name, await makeOrganisation(database, { name, kind }));
  const agra = await organisation('Agra', 'company');
  const hunze = await organisation('Hunze', 'sme');
  const geest = await organisation('Geest', 'sme');
  const silent = await organisation('Stil', 'sme');
  const elsewhere = await organisation('Elders', 'company');
  const person = async (name: string, values: Parameters<typeof makePerson>[1]) =>
    named(name, await makePerson(database, { ...values, name }));
  const panel = async (name: string) => named(name, await makeReviewer(database, { name }));
  return {
    agra,
    hunze,
    geest,
    silent,
    elsewhere,
    owner: await person('owner', { organisationId: agra.id }),
    outsider: await person('outsider', { organisationId: elsewhere.id }),
    member: await person('member', { organisationId: hunze.id }),
    colleague: await person('colleague', { organisationId: hunze.id, organisationRole: 'member' }),
    rival: await person('rival', { organisationId: geest.id }),
    drafter: await person('drafter', { organisationId: silent.id }),
    taskforce: await person('taskforce', { bodies: ['taskforce'] }),
    administrator: await person('administrator', { bodies: ['administration'] }),
    idle: await panel('idle'),
    // accepted a task and is not on the panel any more
    left: await person('left', {}),
    asked: await panel('asked'),
    reading: await panel('reading'),
    done: await panel('done'),
    fellow: await panel('fellow'),
    conflicted: await panel('conflicted'),
    officer: await person('officer', { bodies: ['taskforce', 'review_panel'] }),
    barredOfficer: await person('barredOfficer', { bodies: ['taskforce', 'review_panel'] }),
    rivalJudge: await person('rivalJudge', { organisationId: geest.id, bodies: ['review_panel'] }),
    partyJudge: await person('partyJudge', { organisationId: agra.id, bodies: ['review_panel'] }),
  };
}

async function makeChallenges(database: TestDatabase, { agra, owner }: People, named: Named) {
  const challenge = async (
    name: string,
    state: 'draft' | 'in_moderation' | 'scheduled' | 'open' | 'evaluating' | 'decided',
  ) =>
    named(name, await makeChallenge(database, { organisationId: agra.id, createdBy: owner.id, state, titleNl: name }));
  return {
    draft: await challenge('C draft', 'draft'),
    moderated: await challenge('C moderated', 'in_moderation'),
    scheduled: await challenge('C scheduled', 'scheduled'),
    open: await challenge('C open', 'open'),
    evaluating: await challenge('C evaluating', 'evaluating'),
    decided: await challenge('C decided', 'decided'),
  };
}

async function makeProposals(
  database: TestDatabase,
  { hunze, geest, silent, member, rival, drafter }: People,
  challenges: Challenges,
  named: Named,
): Promise<Proposals> {
  const proposal = async (
    name: string,
    challenge: MadeChallenge,
    values: Pick<Parameters<typeof makeProposal>[1], 'state' | 'organisationId' | 'createdBy'>,
  ) => named(name, await makeProposal(database, { ...values, challengeId: challenge.id, title: name }));
  const ours = { organisationId: hunze.id, createdBy: member.id };
  const theirs = { organisationId: geest.id, createdBy: rival.id };
  return {
    open: await proposal('P open', challenges.open, { ...ours, state: 'submitted' }),
    rivalOpen: await proposal('P open of rival', challenges.open, { ...theirs, state: 'submitted' }),
    draft: await proposal('P never sent', challenges.evaluating, {
      organisationId: silent.id,
      createdBy: drafter.id,
      state: 'draft',
    }),
    judged: await proposal('P judged', challenges.evaluating, { ...ours, state: 'under_review' }),
    rivalJudged: await proposal('P judged of rival', challenges.evaluating, { ...theirs, state: 'under_review' }),
    won: await proposal('P won', challenges.decided, { ...ours, state: 'awarded' }),
    lost: await proposal('P lost of rival', challenges.decided, { ...theirs, state: 'declined' }),
  };
}

async function judge(
  database: TestDatabase,
  people: People,
  { judged, won, lost }: Proposals,
  named: Named,
): Promise<void> {
  const task = async (
    name: string,
    reviewer: { id: string },
    state: 'assigned' | 'accepted' | 'submitted' | 'conflicted',
    proposal = judged,
  ) => {
    const made = named(
      `T ${name}`,
      await makeAssignment(database, { proposal, reviewerId: reviewer.id, state, scores: [3, 3, 3] }),
    );
    if (made.reviewId !== null) named(`R ${name}`, { id: made.reviewId });
  };
  await task('asked', people.asked, 'assigned');
  await task('reading', people.reading, 'accepted');
  await task('done', people.done, 'submitted');
  await task('fellow', people.fellow, 'submitted');
  await task('conflicted', people.conflicted, 'conflicted');
  await task('officer', people.officer, 'accepted');
  await task('rivalJudge', people.rivalJudge, 'accepted');
  await task('partyJudge', people.partyJudge, 'accepted');
  await task('left', people.left, 'accepted');
  await task('barredOfficer', people.barredOfficer, 'conflicted');
  await task('reading, won', people.reading, 'accepted', won);
  await task('done, won', people.done, 'submitted', won);
  await makeAnswer(database, { proposal: judged, outcome: 'reserve' });
  await makeAnswer(database, { proposal: won, outcome: 'awarded', isReleased: true });
  await makeAnswer(database, { proposal: lost, outcome: 'declined', isReleased: true });
  const told = { asked: won.id, by: people.member.id, anchor: judged.id, chooser: people.taskforce.id };
  await addRowQuestion((sql, ...values) => database.asOwner(sql, values), told);
  const match = named('M won', { id: '00000000-0000-4000-8000-00000000cccc' });
  await database.asOwner(
    `INSERT INTO match (id, challenge_id, proposal_id, organisation_id, agreed, created_by) VALUES ($1, $2, $3, $4, 'Een proef.', $5)`,
    [match.id, won.challengeId, won.id, won.organisationId, people.taskforce.id],
  );
  await database.asOwner(`INSERT INTO match_note (match_id, author_id, text) VALUES ($1, $2, 'Gebeld.')`, [
    match.id,
    people.taskforce.id,
  ]);
}

/** Files, receipts, links, sessions, factors, mails and lines of the log: the rows that hang on the others. */
async function addParts(
  database: TestDatabase,
  { people, challenges, proposals }: { people: People; challenges: Challenges; proposals: Proposals },
  named: Named,
): Promise<void> {
  const run = (sql: string, ...parameters: unknown[]) => database.asOwner(sql, parameters);
  // a content of its own for each, called by what it belongs to
  const file = `INSERT INTO stored_file (sha256, size_bytes, media_type) VALUES ($1, 1, 'application/pdf')`;
  for (const { id } of Object.values(challenges)) {
    await run(file, id);
    await run(
      `INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by) VALUES ($1::text::uuid, $1::text, 'a.pdf', $2)`,
      id,
      people.owner.id,
    );
    await run(
      `INSERT INTO challenge_transition (challenge_id, from_state, to_state, actor_name) VALUES ($1, 'draft', 'draft', 'x')`,
      id,
    );
  }
  await run(`INSERT INTO receipt_key (id, pem) VALUES ($1, 'x')`, RECEIPT_KEY);
  for (const { id, createdBy } of Object.values(proposals)) {
    await run(file, id);
    await run(
      `INSERT INTO proposal_attachment (proposal_id, sha256, file_name, uploaded_by) VALUES ($1::text::uuid, $1::text, 'a.pdf', $2)`,
      id,
      createdBy,
    );
    await run(
      `INSERT INTO proposal_receipt (proposal_id, number, proposal_version, manifest, manifest_sha256, signature, key_id, submitted_by, submitted_at, submit_key)
       VALUES ($1::text::uuid, $1::text, 1, '{}', 'x', 'x', $3, $2, htsm_now(), 'k')`,
      id,
      createdBy,
      RECEIPT_KEY,
    );
    await run(`INSERT INTO proposal_opening (proposal_id, role) VALUES ($1, 'reviewer')`, id);
    await run(
      `INSERT INTO event (type, subject_type, subject_id, visible_to_org_ids, is_sealed) SELECT 'proposal.submitted', 'proposal', id, ARRAY[organisation_id],
         state IN ('draft', 'submitted') FROM proposal WHERE id = $1`,
      id,
    );
  }
  await addAccountParts(run, people, named);
}

async function addAccountParts(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  people: People,
  named: Named,
): Promise<void> {
  const { agra, hunze, geest, owner, member, rival, done } = people;
  named('invitation', { id: INVITATION });
  named('subscription', { id: SUBSCRIPTION });
  const other = named('other subscription', { id: '00000000-0000-4000-8000-00000000dddd' });
  const registration = named('registration', { id: '00000000-0000-4000-8000-00000000eeee' });
  const token = `INSERT INTO account_token (id, purpose, email, organisation_id, expires_at) VALUES ($1, $2, $3, $4, htsm_now() + interval '1 day')`;
  await run(token, INVITATION, 'invite', 'nieuw@example.nl', hunze.id);
  await run(token, registration.id, 'confirm_email', 'vers@example.nl', null);
  await run(
    `INSERT INTO registration (token_id, name, locale, password_hash, organisation_name, organisation_kind, kvk_number)
     VALUES ($1, 'Vers', 'nl', 'x', 'Vers BV', 'sme', '99999999')`,
    registration.id,
  );
  const subscribe = `INSERT INTO subscription (id, user_id, email, locale) VALUES ($1, $2, $3, 'nl')`;
  await run(subscribe, SUBSCRIPTION, null, 'lezer@example.nl');
  await run(subscribe, other.id, rival.id, rival.email);
  for (const id of [SUBSCRIPTION, other.id]) await run('INSERT INTO interest (subscription_id) VALUES ($1)', id);
  for (const { id } of [member, rival, done]) {
    await run(`INSERT INTO user_credential (user_id, password_hash) VALUES ($1, 'x')`, id);
    await run(
      `INSERT INTO session (token_hash, user_id, expires_at) VALUES (sha256($1::text::bytea), $1::text::uuid, htsm_now() + interval '1 day')`,
      id,
    );
    await run(`INSERT INTO second_factor_exemption (user_id) VALUES ($1)`, id);
    await run(
      `INSERT INTO idempotency_key (owner, key, fingerprint, expires_at) VALUES ($1, 'k', 'x', htsm_now() + interval '1 day')`,
      id,
    );
    await run(`INSERT INTO external_identity (issuer, subject, user_id) VALUES ('x', $1::text, $1::text::uuid)`, id);
    await run(
      `INSERT INTO challenge_follow (user_id, challenge_id, told_closes_at, told_state) SELECT $1, id, closes_at, state FROM public_challenge LIMIT 1`,
      id,
    );
    await run(`INSERT INTO notice_choice (user_id, topic, mail) VALUES ($1, 'matches', 'none')`, id);
    await run(`INSERT INTO notice_mute (user_id, about_id) VALUES ($1::uuid, $1::uuid)`, id);
    await run(`INSERT INTO totp_factor (user_id) VALUES ($1)`, id);
    await run(`INSERT INTO reviewer_expertise (user_id, locale) VALUES ($1, 'nl')`, id);
    await run(`INSERT INTO recovery_code (user_id, code_hash) VALUES ($1, 'x')`, id);
    await run(
      `INSERT INTO sign_in_step (token_hash, user_id, purpose, expires_at) VALUES (sha256($1::text::bytea), $1::text::uuid, 'second_factor', htsm_now() + interval '1 day')`,
      id,
    );
    await run(
      `INSERT INTO passkey (user_id, name, credential_id, public_key, counter, transports) VALUES ($1::text::uuid, 'x', $1::text, 'x', 0, '{}')`,
      id,
    );
    await run(
      `INSERT INTO passkey_challenge (challenge, purpose, user_id, expires_at) VALUES ($1::text, 'add', $1::text::uuid, htsm_now() + interval '1 day')`,
      id,
    );
  }
  await run(`INSERT INTO pending_identity (token_id, issuer, subject) VALUES ($1, 'x', 'x')`, INVITATION);
  await run(
    `INSERT INTO identity_provider (organisation_id, domain, issuer, client_id, client_secret) VALUES ($1, 'hunze.example', 'x', 'x', 'x')`,
    hunze.id,
  );
  for (const { id } of [hunze, geest]) {
    await run(`INSERT INTO profile (organisation_id, about) VALUES ($1, 'Wij meten.')`, id);
    await run(
      `INSERT INTO profile_document (organisation_id, kind, title, text, locale) VALUES ($1, 'project', 'x', 'x', 'nl')`,
      id,
    );
  }
  const suggestions = [
    { ...named('N seen', { id: '00000000-0000-4000-8000-00000000aaa1' }), sme: hunze.id, showsName: true },
    { ...named('N shy', { id: '00000000-0000-4000-8000-00000000aaa2' }), sme: geest.id, showsName: false },
  ];
  for (const { id, sme, showsName } of suggestions) {
    await run(
      `INSERT INTO recommendation (id, challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
       SELECT $1, id, $2, 1, '{}', 'x', $3, 'x' FROM challenge WHERE state = 'open' ORDER BY id LIMIT 1`,
      id,
      sme,
      showsName,
    );
    await run(`INSERT INTO recommendation_words (recommendation_id, explanation) VALUES ($1, '{}')`, id);
  }
  await run(
    `INSERT INTO vocabulary_version (list, number, step, made_by) VALUES ('glossary', 1, 'imported', $1)`,
    member.id,
  );
  await run(`INSERT INTO glossary_term (nl, en, version) VALUES ('mof', 'coupling sleeve', 1)`);
  await addSuggestions(run, people, named);
  for (const [id, name] of await makeRowCalls(run, { hunze, geest, member, rival })) named(name, { id });
  for (const [id, name] of await addRowWebhooks(run, { of: agra.id, by: owner.id })) named(name, { id });
  await run(`INSERT INTO nightly_check (night) VALUES ('2026-11-22')`);
  await addRowMails(run, owner.id);
  named('mail', { id: MAIL });
}

/** Hunze was invited for the open challenge, Geest is interested and hides its name, Stil is only suggested; Geest met the owner of the decided one. */
async function addSuggestions(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  { hunze, geest, silent, taskforce }: People,
  named: Named,
): Promise<void> {
  await run('UPDATE profile SET shows_name = false WHERE organisation_id = $1', geest.id);
  const suggestion = async (
    { id }: { id: string },
    sme: { id: string },
    values: { of: 'open' | 'decided'; state: string; invited: boolean; introduced?: boolean },
  ) => {
    await run(
      `INSERT INTO suggestion (id, challenge_id, organisation_id, organisation_name, state, invited_at, introduced_at)
       SELECT $1, id, $2, 'x', $3, CASE WHEN $4 THEN htsm_now() END, CASE WHEN $5 THEN htsm_now() END FROM challenge WHERE state = $6`,
      id,
      sme.id,
      values.state,
      values.invited,
      values.introduced ?? false,
      values.of,
    );
    await run('INSERT INTO suggestion_judgement (suggestion_id, is_by_hand) VALUES ($1, false)', id);
    if (!values.invited) return;
    await run('INSERT INTO suggestion_invitation (suggestion_id, invited_by) VALUES ($1, $2)', id, taskforce.id);
  };
  const met = named('S met', { id: '00000000-0000-4000-8000-00000000abc4' });
  await suggestion(named('S invited', { id: '00000000-0000-4000-8000-00000000abc1' }), hunze, {
    of: 'open',
    state: 'invited',
    invited: true,
  });
  await suggestion(named('S unnamed', { id: '00000000-0000-4000-8000-00000000abc2' }), geest, {
    of: 'open',
    state: 'interested',
    invited: true,
  });
  await suggestion(named('S suggested', { id: '00000000-0000-4000-8000-00000000abc3' }), silent, {
    of: 'open',
    state: 'suggested',
    invited: false,
  });
  await suggestion(met, geest, { of: 'decided', state: 'agreed', invited: true, introduced: true });
  await addOutcomes(run, met.id, named);
}

async function actorFor(database: TestDatabase, userId: string): Promise<Actor> {
  const [row] = await database.asOwner<{ person: PersonRow }>('SELECT auth_person($1) AS person', [userId]);
  if (row === undefined) throw new Error('The person was made just before');
  return actorOf(row.person);
}
