/** @import { PlantedBug } from '../planted-bugs.mjs' */

const PROPOSALS = 'libs/api/proposals/src';
const REVIEWS = 'libs/api/reviews/src';
const CHALLENGES = 'libs/api/challenges/src';

/** Rules skipped and fields leaked by the services themselves. @type {PlantedBug[]} */
export const RULES = [
  {
    name: 'a late submission is taken',
    file: `${PROPOSALS}/submission/submit-proposal.ts`,
    from: 'refuseUnlessAccepting(record.challenge, record.now);',
    to: '',
    seenBy: [`${PROPOSALS}/submission`],
  },
  {
    name: 'a proposal is pulled back after closing',
    file: `${PROPOSALS}/submission/take-back-proposal.ts`,
    from: 'refuseUnlessAccepting(record.challenge, record.now);',
    to: '',
    seenBy: [`${PROPOSALS}/submission`, `${PROPOSALS}/life`],
  },
  {
    name: 'an incomplete proposal is taken',
    file: `${PROPOSALS}/submission/submit-proposal.ts`,
    from: 'if (gaps.length > 0) throw new ProposalIncomplete(gaps);',
    to: 'if (gaps.length > 99) throw new ProposalIncomplete(gaps);',
    seenBy: [`${PROPOSALS}/submission`],
  },
  {
    name: 'a repeated submit gives a second receipt',
    file: `${PROPOSALS}/submission/submit-proposal.ts`,
    from: '(await this.earlier(tx, record, input)) ?? (await',
    to: '(await',
    seenBy: [`${PROPOSALS}/submission`],
  },
  {
    name: 'another version overwrites the proposal',
    file: `${PROPOSALS}/submission/submit-proposal.ts`,
    from: 'if (record.version !== input.version) throw new VersionConflict(toMyProposal(record));',
    to: '',
    seenBy: [`${PROPOSALS}/`],
  },
  {
    name: 'submitting is logged in the open',
    file: `${PROPOSALS}/submission/submit-proposal.ts`,
    from: 'payload: { receiptId }, isSealed: true',
    to: 'payload: { receiptId }, isSealed: false',
    seenBy: [`${PROPOSALS}/`],
  },
  {
    name: 'visitors get the contact’s address',
    file: 'apps/api/src/migrations/1700000000003-challenges.ts',
    from: 'USING (app_user_id() IS NOT NULL AND challenge_is_public(challenge_id))',
    to: 'USING (challenge_is_public(challenge_id))',
    seenBy: [`${CHALLENGES}/`],
  },
  {
    name: 'reviewers learn who proposes',
    file: `${REVIEWS}/desk/review-desk.service.ts`,
    from: 'proposal: { ...proposal, organisationName: null, organisationCity: null },',
    to: 'proposal,',
    seenBy: [`${REVIEWS}/desk`],
  },
  {
    name: 'reviewers learn each other’s names',
    file: `${REVIEWS}/desk/review.mapper.ts`,
    from: 'label: String.fromCharCode(65 + index),',
    to: 'label: row.reviewerId,',
    seenBy: [`${REVIEWS}/desk`],
  },
  {
    name: 'a submitted review is written over',
    file: `${REVIEWS}/desk/write-review.ts`,
    from: "if (review?.state !== 'draft' || assignment.challengeState !== 'evaluating') {",
    to: 'if (review === null) {',
    seenBy: [`${REVIEWS}/desk`],
  },
  {
    name: 'N/A counts as zero',
    file: 'libs/domain/src/reviews/scoring.ts',
    from: 'const score = given.get(id) ?? null;',
    to: 'const score = given.get(id) ?? 0;',
    seenBy: ['libs/domain/src/reviews'],
  },
  {
    name: 'answers are released while one lacks a reason',
    file: `${REVIEWS}/deciding/release-answers.ts`,
    from: 'if (faults.length > 0) throw new ValidationFailed(faults);',
    to: '',
    seenBy: [`${REVIEWS}/deciding`],
  },
  {
    name: 'a party decides',
    file: `${REVIEWS}/deciding/release-answers.ts`,
    from: 'if (await this.decisions.mayNotDecide(tx, challengeId)) throw new OwnReviewFirst();',
    to: '',
    seenBy: [`${REVIEWS}/deciding`],
  },
  {
    name: 'a challenge closes while an answer is owed',
    file: `${REVIEWS}/deciding/close-challenge.ts`,
    from: 'if (await this.decisions.lacksAnswers(tx, challengeId)) throw new AnswersOwed();',
    to: '',
    seenBy: [`${REVIEWS}/deciding`],
  },
  {
    name: 'a challenge opens before its moment',
    file: `${CHALLENGES}/steps/challenge-clock.ts`,
    from: "state = 'scheduled' AND opens_at <= (SELECT htsm_now())",
    to: "state = 'scheduled'",
    seenBy: [`${CHALLENGES}/`],
  },
  {
    name: 'a challenge that is not complete is sent in',
    file: `${CHALLENGES}/drafts/challenge-drafts.service.ts`,
    from: 'if (blocking.length > 0) throw new ChallengeNotComplete(blocking);',
    to: '',
    seenBy: [`${CHALLENGES}/`],
  },
  {
    name: 'a challenge with the taskforce is rewritten',
    file: `${CHALLENGES}/drafts/challenge-drafts.service.ts`,
    from: 'if (!EDITABLE_CHALLENGE_STATES.includes(record.challenge.state)) throw new ChallengeFrozen();',
    to: '',
    seenBy: [`${CHALLENGES}/`],
  },
  {
    name: 'a digest repeats what was sent before',
    file: 'libs/api/notifications/src/digests/digest.repository.ts',
    from: 'WHERE subscription_id = ANY ($1) AND challenge_id = ANY ($2) GROUP BY subscription_id',
    to: 'WHERE false AND subscription_id = ANY ($1) AND challenge_id = ANY ($2) GROUP BY subscription_id',
    seenBy: ['libs/api/notifications/src/digests'],
  },
  {
    name: 'a digest goes to who never confirmed',
    file: 'libs/api/notifications/src/digests/digest.repository.ts',
    from: "WHERE s.state = 'active' AND s.next_at <= htsm_now()",
    to: "WHERE s.state <> 'unsubscribed' AND s.next_at <= htsm_now()",
    seenBy: ['libs/api/notifications/src/digests'],
  },
  {
    name: 'a plan that is older than a conflict is applied',
    file: 'libs/api/reviews/src/assigning/check-tasks.ts',
    from: '.filter(({ proposalIds }) => proposalIds.includes(proposalId))',
    to: '.filter(() => false)',
    seenBy: ['libs/api/reviews/src/assigning'],
  },
];
