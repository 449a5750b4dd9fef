/** @import { PlantedBug } from '../planted-bugs.mjs' */

const MIGRATIONS = 'apps/api/src/migrations/1700000000';
const ACCOUNTS = `${MIGRATIONS}002-accounts.ts`;
const CHALLENGES = `${MIGRATIONS}003-challenges.ts`;
const PROPOSALS = `${MIGRATIONS}004-proposals.ts`;
const REVIEWS = `${MIGRATIONS}005-reviews.ts`;
const CONFLICTS = 'apps/api/src/migrations/1700000000027-panels/conflict-rules.ts';
const PANELS = 'apps/api/src/migrations/1700000000027-panels/challenge-panels.ts';
const BOUND = 'libs/api/reviews/src/panels/conflict-network.spec.ts';
const DECISIONS = `${MIGRATIONS}028-decisions.ts`;
const RECORDS = 'libs/api/reviews/src/deciding/decision-records';
const MATCHING = `${MIGRATIONS}006-matching.ts`;
const NOTIFICATIONS = `${MIGRATIONS}007-notifications.ts`;
const LEDGER = `${MIGRATIONS}023-ledger.ts`;
const SUGGESTIONS = `${MIGRATIONS}016-suggestions.ts`;

const SEEN = 'apps/api/src/rows';
const CHANGED = 'apps/api/src/row-writes';
/** Where the rules that stand before it are taken away. */
const BEHIND = 'apps/api/src/row-layers';
const OUTCOMES = 'libs/api/matching/src/outcomes/outcomes';
const SESSIONS = 'libs/api/accounts/src/sessions/who-gets-in';

/** Row policies and the questions they ask, each dropped or widened. @type {PlantedBug[]} */
export const ROWS = [
  {
    name: 'colleagues are everybody',
    file: ACCOUNTS,
    from: 'CREATE POLICY colleagues ON app_user FOR SELECT TO htsm_app USING (app_shares_organisation(id))',
    to: 'CREATE POLICY colleagues ON app_user FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'every organisation is shown to everybody',
    file: ACCOUNTS,
    from: 'CREATE POLICY members ON organisation FOR ALL TO htsm_app USING (id = ANY (app_org_ids()))',
    to: 'CREATE POLICY members ON organisation FOR ALL TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'anybody grants roles',
    file: ACCOUNTS,
    from: "WITH CHECK (body <> 'organisation' AND app_has_role('administration'));",
    to: 'WITH CHECK (true);',
    seenBy: [CHANGED],
  },
  {
    name: 'any link opens every invitation',
    file: ACCOUNTS,
    from: 'CREATE POLICY by_token ON account_token FOR SELECT TO htsm_app USING (id = app_token_id())',
    to: 'CREATE POLICY by_token ON account_token FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'a disabled account still signs in',
    file: ACCOUNTS,
    from: 'FROM app_user u WHERE u.id = person AND u.disabled_at IS NULL',
    to: 'FROM app_user u WHERE u.id = person',
    seenBy: [SESSIONS],
  },
  {
    name: 'an expired session still works',
    file: ACCOUNTS,
    from: 'FROM session s WHERE s.token_hash = hash AND session_end(s, role_idle, role_longest) > htsm_now()',
    to: 'FROM session s WHERE s.token_hash = hash',
    seenBy: [SESSIONS],
  },
  {
    name: 'every challenge is public',
    file: CHALLENGES,
    from: 'CREATE POLICY everyone ON challenge FOR SELECT TO htsm_app USING (challenge_is_public(id))',
    to: 'CREATE POLICY everyone ON challenge FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'the taskforce reads drafts of challenges',
    file: CHALLENGES,
    from: "FOR ALL TO htsm_app USING (app_is_taskforce() AND state <> 'draft')",
    to: 'FOR ALL TO htsm_app USING (app_is_taskforce())',
    seenBy: [SEEN],
  },
  {
    name: 'a challenge that was sent in can be thrown away',
    file: CHALLENGES,
    from: "CREATE POLICY only_drafts_go ON challenge AS RESTRICTIVE FOR DELETE TO htsm_app USING (state = 'draft')",
    to: 'CREATE POLICY only_drafts_go ON challenge AS RESTRICTIVE FOR DELETE TO htsm_app USING (true)',
    seenBy: [CHANGED],
  },
  {
    name: 'criteria of hidden challenges are shown',
    file: CHALLENGES,
    from: 'CREATE POLICY everyone ON criterion FOR SELECT TO htsm_app USING (challenge_is_public(challenge_id))',
    to: 'CREATE POLICY everyone ON criterion FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'attachments of hidden challenges are given out',
    file: CHALLENGES,
    from: 'CREATE POLICY everyone ON challenge_attachment FOR SELECT TO htsm_app USING (challenge_is_public(challenge_id))',
    to: 'CREATE POLICY everyone ON challenge_attachment FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'a challenge enters the public list before it opens',
    file: CHALLENGES,
    from: "IF NEW.state NOT IN ('open', 'evaluating', 'decided', 'closed')",
    to: "IF NEW.state NOT IN ('scheduled', 'open', 'evaluating', 'decided', 'closed')",
    seenBy: [SEEN],
  },
  {
    name: 'submitted counts as unsealed',
    file: PROPOSALS,
    from: "SELECT s IN ('under_review', 'shortlisted',",
    to: "SELECT s IN ('submitted', 'under_review', 'shortlisted',",
    seenBy: [SEEN],
  },
  {
    name: 'drafts count as unsealed',
    file: PROPOSALS,
    from: "SELECT s IN ('under_review', 'shortlisted',",
    to: "SELECT s IN ('draft', 'under_review', 'shortlisted',",
    seenBy: [SEEN],
  },
  {
    name: 'the challenge owner reads before closing',
    file: PROPOSALS,
    from: 'USING (proposal_is_unsealed(state) AND challenge_is_mine(challenge_id))',
    to: 'USING (challenge_is_mine(challenge_id))',
    seenBy: [SEEN],
  },
  {
    name: 'the taskforce reads before closing',
    file: PROPOSALS,
    from: 'FOR SELECT TO htsm_app USING (app_is_taskforce() AND proposal_is_unsealed(state))',
    to: 'FOR SELECT TO htsm_app USING (app_is_taskforce())',
    seenBy: [SEEN],
  },
  {
    name: 'proposals of others are one’s own',
    file: PROPOSALS,
    from: `CREATE POLICY proposer ON proposal FOR ALL TO htsm_app
    USING (organisation_id = ANY (app_org_ids()))`,
    to: `CREATE POLICY proposer ON proposal FOR ALL TO htsm_app
    USING (true)`,
    seenBy: [SEEN],
  },
  {
    name: 'texts per criterion do not follow their proposal',
    file: PROPOSALS,
    from: 'ON proposal_fit FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id))',
    to: 'ON proposal_fit FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'attachments do not follow their proposal',
    file: PROPOSALS,
    from: 'ON proposal_attachment FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id))',
    to: 'ON proposal_attachment FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'receipts are shown to everybody',
    file: PROPOSALS,
    from: 'CREATE POLICY proposer ON proposal_receipt FOR ALL TO htsm_app USING (proposal_is_mine(proposal_id))',
    to: 'CREATE POLICY proposer ON proposal_receipt FOR ALL TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'the list of barred proposals knows no ties',
    file: 'apps/api/src/migrations/1700000000027-panels/proposals-at-once.ts',
    from: 'WHERE t.user_id = me AND (t.ended_on',
    to: 'WHERE false AND (t.ended_on',
    seenBy: ['libs/api/reviews/src/panels/conflict-network'],
  },
  {
    name: 'sealed proposals are bid on',
    file: 'apps/api/src/migrations/1700000000031-bids.ts',
    from: 'JOIN proposal p ON p.challenge_id = c.id AND proposal_is_unsealed(p.state)',
    to: 'JOIN proposal p ON p.challenge_id = c.id',
    seenBy: ['libs/api/reviews/src/bids'],
  },
  {
    name: 'an expert from outside judges where no panel is formed',
    file: 'apps/api/src/migrations/1700000000030-experts.ts',
    from: "RETURN NOT EXISTS (SELECT FROM membership WHERE user_id = person AND body = 'review_panel' AND is_guest);",
    to: 'RETURN true;',
    seenBy: ['libs/api/reviews/src/panels/experts'],
  },
  {
    name: 'every judge reads every proposal',
    file: REVIEWS,
    from: "USING (proposal_is_unsealed(state) AND id = ANY ((SELECT my_task_proposals('{accepted,submitted}'))::uuid[]))",
    to: 'USING (proposal_is_unsealed(state) AND i_am_a_judge())',
    seenBy: [SEEN],
  },
  {
    name: 'a reviewer reads before declaring',
    file: PANELS,
    from: "reviewer_id = app_user_id() AND state IN ('accepted', 'submitted') AND is_on_panel",
    to: "reviewer_id = app_user_id() AND state IN ('assigned', 'accepted', 'submitted') AND is_on_panel",
    seenBy: [SEEN],
  },
  {
    name: 'a declared conflict is forgotten',
    file: CONFLICTS,
    from: "IF EXISTS (SELECT FROM review_assignment WHERE proposal_id = p AND reviewer_id = app_user_id() AND state = 'conflicted') THEN",
    to: 'IF false THEN',
    seenBy: [SEEN],
  },
  {
    name: 'a competitor on the panel is no conflict',
    file: CONFLICTS,
    from: 'IF cardinality(app_org_ids()) > 0 AND i_am_rival_of(p) THEN',
    to: 'IF false THEN',
    seenBy: ['apps/api/src/conflict-at-once'],
  },
  {
    name: 'parties judge their own proposal',
    file: CONFLICTS,
    from: 'RETURN i_am_conflicted(p) OR cardinality(app_org_ids()) > 0 AND i_am_party_to(p);',
    to: 'RETURN i_am_conflicted(p);',
    seenBy: [SEEN],
  },
  {
    name: 'what binds a judge to a party is forgotten',
    file: CONFLICTS,
    from: 'AND person_is_tied(app_user_id(), p);',
    to: 'AND false;',
    seenBy: [BOUND],
  },
  {
    name: 'a waiver never ends',
    file: CONFLICTS,
    from: 'AND t.fact = ANY (w.facts) AND w.ends_at > htsm_now()));',
    to: 'AND t.fact = ANY (w.facts)));',
    seenBy: [BOUND],
  },
  {
    name: 'who is taken off the panel of a challenge keeps reading',
    file: PANELS,
    from: 'RETURN NOT EXISTS (SELECT FROM challenge_panel WHERE challenge_id = c)',
    to: 'RETURN true',
    seenBy: ['libs/api/reviews/src/panels/challenge-panels.spec.ts'],
  },
  {
    name: 'who leaves the panel keeps reading',
    file: REVIEWS,
    from: "SELECT app_has_role('review_panel') OR app_is_taskforce()",
    to: 'SELECT true',
    seenBy: [SEEN],
  },
  {
    name: 'others’ reviews are shown before the own one is in',
    file: REVIEWS,
    from: 'proposal_id <> ALL ((SELECT my_owed_proposals())::uuid[])',
    to: 'true',
    seenBy: [SEEN],
  },
  {
    name: 'fellow reviewers see each other without having submitted',
    file: REVIEWS,
    from: "proposal_id = ANY ((SELECT my_task_proposals('{submitted}'))::uuid[])",
    to: "proposal_id = ANY ((SELECT my_task_proposals('{accepted,submitted}'))::uuid[])",
    seenBy: [SEEN],
  },
  {
    name: 'the taskforce reads drafts of reviews',
    file: REVIEWS,
    from: "USING (app_is_taskforce() AND state = 'submitted')",
    to: 'USING (app_is_taskforce())',
    seenBy: [SEEN],
  },
  {
    name: 'scores do not follow their review',
    file: REVIEWS,
    from: 'ON review_score FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM review r WHERE r.id = review_id))',
    to: 'ON review_score FOR SELECT TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'a proposer reads the answer before the release',
    file: REVIEWS,
    from: 'USING (released_at IS NOT NULL AND proposal_is_mine(proposal_id))',
    to: 'USING (proposal_is_mine(proposal_id))',
    seenBy: [BEHIND],
  },
  {
    name: 'the owner reads answers before the release',
    file: REVIEWS,
    from: 'USING (released_at IS NOT NULL AND challenge_is_mine(challenge_id))',
    to: 'USING (challenge_is_mine(challenge_id))',
    seenBy: [BEHIND],
  },
  {
    name: 'a sealed line of the log is shown',
    file: REVIEWS,
    from: 'AND (NOT is_sealed OR event_is_unsealed(subject_id))',
    to: '',
    seenBy: [SEEN],
  },
  {
    name: 'the log tells a conflicted judge about the proposal',
    file: REVIEWS,
    from: 'AND NOT ((SELECT i_could_be_conflicted()) AND event_is_barred(subject_type, subject_id, payload))',
    to: '',
    seenBy: [SEEN],
  },
  {
    name: 'the log tells who has a stake about the match board',
    file: LEDGER,
    from: "OR of_type IN ('suggestion', 'partner_call') AND NOT i_may_match((facts->>'challengeId')::uuid)",
    to: '',
    seenBy: [OUTCOMES],
  },
  {
    name: 'the log tells who has a stake what came of a match',
    file: LEDGER,
    from: "OR of_type = 'collaboration' AND NOT i_may_follow((facts->>'challengeId')::uuid, (facts->>'organisationId')::uuid)",
    to: '',
    seenBy: [OUTCOMES],
  },
  {
    name: 'every match is shown to everybody',
    file: MATCHING,
    from: 'USING (organisation_id = ANY (app_org_ids()) OR challenge_is_mine(challenge_id))',
    to: 'USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'notes on a match are shown to its parties',
    file: MATCHING,
    from: 'CREATE POLICY taskforce ON match_note FOR ALL TO htsm_app USING (app_is_taskforce())',
    to: 'CREATE POLICY taskforce ON match_note FOR ALL TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'any link opens every subscription',
    file: NOTIFICATIONS,
    from: 'CREATE POLICY by_token ON subscription FOR ALL TO htsm_app USING (id = app_token_id())',
    to: 'CREATE POLICY by_token ON subscription FOR ALL TO htsm_app USING (true)',
    seenBy: [SEEN],
  },
  {
    name: 'the board of a challenge is open to officers who compete for it',
    file: SUGGESTIONS,
    from: 'OR NOT (challenge_is_mine(c) OR i_compete_for(c)))',
    to: 'OR NOT challenge_is_mine(c))',
    seenBy: ['libs/api/matching/src/suggestions/match-board'],
  },
  {
    name: 'an invitation is shown to every SME',
    file: SUGGESTIONS,
    from: 'WHERE id = s AND invited_at IS NOT NULL AND organisation_id = ANY (app_org_ids()))',
    to: 'WHERE id = s AND invited_at IS NOT NULL)',
    seenBy: [SEEN],
  },
  {
    name: 'owners see SMEs that do not show their name',
    file: `${MIGRATIONS}013-recommendations.ts`,
    from: 'USING (shows_name AND challenge_is_mine(challenge_id))',
    to: 'USING (challenge_is_mine(challenge_id))',
    seenBy: [SEEN],
  },
  {
    name: 'the basis of a decision is read by whoever has a stake in it',
    file: DECISIONS,
    from: 'USING (app_is_taskforce() AND NOT i_may_not_decide(challenge_id))',
    to: 'USING (app_is_taskforce())',
    seenBy: [RECORDS],
  },
  {
    name: 'a decided score can be changed',
    file: DECISIONS,
    from: 'IF challenge_is_decided(of_challenge) THEN',
    to: "IF challenge_is_decided(of_challenge) AND TG_TABLE_NAME <> 'review_score' THEN",
    seenBy: [RECORDS],
  },
  {
    name: 'a question about an answer is asked in another’s name',
    file: DECISIONS,
    from: 'proposal_is_mine(proposal_id) AND asked_by = app_user_id() AND reply IS NULL',
    to: 'proposal_is_mine(proposal_id) AND reply IS NULL',
    seenBy: [CHANGED],
  },
  {
    name: 'a question about an answer can be asked for ever',
    file: DECISIONS,
    from: "released_at > htsm_now() - interval '30 days'",
    to: 'released_at IS NOT NULL',
    seenBy: ['libs/api/reviews/src/questions'],
  },
  {
    name: 'the anchor of a challenge is shown to whoever may not judge it',
    file: `${MIGRATIONS}029-anchor.ts`,
    from: 'USING (app_is_taskforce() AND NOT i_may_not_judge(proposal_id))',
    to: 'USING (app_is_taskforce())',
    seenBy: [SEEN],
  },
];
