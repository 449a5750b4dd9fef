/** @import { PlantedBug } from '../planted-bugs.mjs' */

const MIGRATIONS = 'apps/api/src/migrations/1700000000';
const ACCOUNTS = 'libs/api/accounts/src';
const IDEMPOTENCY = 'libs/api/core/src/idempotency';
const SEEN = 'apps/api/src/rows';
const CHANGED = 'apps/api/src/row-writes';

/** Writing in another's name, answers to the wrong question, half sign-ins, forged receipts and a mended log. @type {PlantedBug[]} */
export const HOLES = [
  {
    name: 'the answer to a request is kept for everybody',
    file: `${MIGRATIONS}011-idempotency.ts`,
    from: "USING (owner = coalesce(app_user_id()::text, '')) WITH CHECK",
    to: 'USING (true) WITH CHECK',
    seenBy: [SEEN],
  },
  {
    name: 'a key answers another question',
    file: `${IDEMPOTENCY}/idempotent-requests.ts`,
    from: 'if (row.fingerprint !== asked.fingerprint) throw new IdempotencyKeyUsed();',
    to: '',
    seenBy: ['apps/api/src/idempotency'],
  },
  {
    name: 'a password is set for somebody else',
    file: `${MIGRATIONS}002-accounts.ts`,
    from: 'CREATE POLICY self ON user_credential FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());',
    to: 'CREATE POLICY self ON user_credential FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (true);',
    seenBy: [CHANGED],
  },
  {
    name: 'a file is put into another’s proposal',
    file: `${MIGRATIONS}004-proposals.ts`,
    from: 'CREATE POLICY proposer ON proposal_attachment FOR ALL TO htsm_app USING (proposal_is_mine(proposal_id)) WITH CHECK (proposal_is_mine(proposal_id));',
    to: 'CREATE POLICY proposer ON proposal_attachment FOR ALL TO htsm_app USING (proposal_is_mine(proposal_id)) WITH CHECK (true);',
    seenBy: [CHANGED],
  },
  {
    name: 'a review is written in another’s name',
    file: `${MIGRATIONS}005-reviews.ts`,
    from: 'USING (reviewer_id = app_user_id() AND i_review_proposal(proposal_id)) WITH CHECK (reviewer_id = app_user_id() AND i_review_proposal(proposal_id));',
    to: 'USING (reviewer_id = app_user_id() AND i_review_proposal(proposal_id)) WITH CHECK (true);',
    seenBy: [CHANGED],
  },
  {
    name: 'a conflicted officer keeps the tasks of a proposal',
    file: `${MIGRATIONS}005-reviews.ts`,
    from: 'ON review_assignment AS RESTRICTIVE FOR ALL TO htsm_app\n    USING (NOT ${BARRED});',
    to: 'ON review_assignment AS RESTRICTIVE FOR ALL TO htsm_app USING (true);',
    seenBy: [SEEN],
  },
  {
    name: 'a receipt that was changed is called genuine',
    file: 'libs/api/proposals/src/receipts/verify-receipt.ts',
    from: 'return isGenuine ? file.manifest : null;',
    to: 'return file.manifest;',
    seenBy: ['libs/api/proposals/src/receipts'],
  },
  {
    name: 'changed words of the log go unnoticed',
    file: 'libs/api/audit/src/verify-chain.ts',
    from: 'if (link.content !== null && !sha256(link.content).equals(link.contentHash))',
    to: 'if (false)',
    seenBy: ['libs/api/audit/src/verify-chain'],
  },
  {
    name: 'the second step of signing in takes anything',
    file: `${ACCOUNTS}/sessions/sign-in-steps.ts`,
    from: 'await this.factors.take(tx, userId, proof);',
    to: '',
    seenBy: [`${ACCOUNTS}/second-factors/second-factors`],
  },
  {
    name: 'a code of the app works twice',
    file: `${ACCOUNTS}/second-factors/factor-rows.ts`,
    from: 'WHERE user_id = $1 AND last_step < $2',
    to: 'WHERE user_id = $1 AND $2 > 0',
    seenBy: [`${ACCOUNTS}/second-factors/second-factors`],
  },
  {
    name: 'an address is changed without a fresh proof',
    file: `${ACCOUNTS}/account/recent-proof.ts`,
    from: 'if (row === null) throw new ProofRequired();',
    to: '',
    seenBy: [`${ACCOUNTS}/account/email-change`],
  },
  {
    name: 'the session of before signing in goes on',
    file: `${ACCOUNTS}/sessions/open-session.ts`,
    from: "await tx.run('SELECT auth_end_session($1)', [hashSessionToken(session.oldToken)]);",
    to: '',
    seenBy: [`${ACCOUNTS}/sessions/sessions.spec`],
  },
  {
    name: 'the door of mail programs lets every write in',
    file: 'libs/api/core/src/access/forged-request.ts',
    from: "url.startsWith('/api/one-click/')",
    to: "url.startsWith('/api/')",
    seenBy: ['libs/api/core/src/access/forged-request'],
  },
];
