import { UNSEALED_PROPOSAL_STATES } from '../../proposals/proposal-states';
import { SENT_IN_STATES } from '../objects';
import type { OperationGrant, OperationRule, OperationRules } from '../operation-rule';
import { READING_REVIEWERS } from '../relations';

const TASKFORCE = ['taskforce'] as const;
const DESK = ['review_panel', 'taskforce'] as const;

/** A page about a challenge; members of the taskforce who posted it see it as its owner. */
function onChallenge(acts?: readonly string[]): OperationRule {
  return {
    door: TASKFORCE,
    about: 'challenge',
    grants: [
      { to: ['taskforce'], in: SENT_IN_STATES, ...(acts === undefined ? {} : { acts }) },
      { to: ['challenge_owner'], ...(acts === undefined ? {} : { acts: [] }) },
    ],
  };
}

/** Members of the taskforce who see the proposal in another role too. */
const TASKFORCE_READERS: OperationGrant = {
  to: ['taskforce', 'challenge_owner', 'proposing_member', ...READING_REVIEWERS],
  in: UNSEALED_PROPOSAL_STATES,
};

/** Deciding on a proposal: only for those who may see its whole judgement. */
const judged: OperationRule = {
  door: TASKFORCE,
  about: 'proposal',
  grants: [
    { ...TASKFORCE_READERS, acts: [] },
    { to: ['taskforce'], in: UNSEALED_PROPOSAL_STATES, acts: ['under_review', 'shortlisted'], barredAs: 'answer' },
  ],
};

function ownTask(acts: readonly string[]): OperationRule {
  return {
    door: DESK,
    about: 'assignment',
    grants: [{ to: ['assignee'], in: ['assigned', 'accepted', 'submitted'], acts }],
  };
}

const MAILED = { door: 'public', note: 'Whoever holds the mailed link; anything else is one refusal.' } as const;

const ownLink: OperationRule = { door: ['review_panel'], about: 'link', grants: [{ to: ['self'] }] };

function task(acts: readonly string[]): OperationRule {
  return { door: TASKFORCE, about: 'assignment', grants: [{ to: ['taskforce'], acts }] };
}

const received: OperationRule = {
  door: ['signed_in'],
  about: 'proposal',
  grants: [{ to: ['challenge_owner'], in: UNSEALED_PROPOSAL_STATES }],
};

/** Judging: assignments, reviews, ranking, answers, and what the parties read of it. */
export const REVIEW_OPERATIONS: OperationRules = {
  'GET /api/taskforce/reviewers': { door: TASKFORCE, note: 'The review panel.' },
  'GET /api/taskforce/challenges/{id}/assignments': onChallenge(),
  'GET /api/taskforce/challenges/{id}/reviewer-fits': onChallenge(),
  'GET /api/my/expertise': { door: ['review_panel'], note: 'What the reader said of their own knowledge.' },
  'PUT /api/my/expertise': { door: ['review_panel'], note: 'What the reader says of their own knowledge.' },
  'GET /api/my/bids': {
    door: ['review_panel'],
    note: 'Title and summary of what could be theirs to judge: on formed panels that name the reader, after closing, nothing they may not judge.',
  },
  'PUT /api/my/bids': { door: ['review_panel'], note: 'What the reader would gladly judge.' },
  'GET /api/my/links': { door: ['review_panel'], note: 'What the reader declared.' },
  'POST /api/my/links': { door: ['review_panel'], note: 'Counts with the next request.' },
  'PUT /api/my/links/{id}': ownLink,
  'DELETE /api/my/links/{id}': { ...ownLink, note: 'The log keeps that it was.' },
  'GET /api/taskforce/challenges/{id}/conflicts': {
    ...onChallenge(),
    note: 'Of parties that the reader may judge; before closing of the owner alone. Never the reader’s own.',
  },
  'POST /api/taskforce/challenges/{id}/conflict-checks': { ...onChallenge(), note: 'As the conflicts of the panel.' },
  'POST /api/taskforce/challenges/{id}/waivers': {
    ...onChallenge(),
    note: 'For conflicts that the reader is shown; not for oneself.',
  },
  'PUT /api/taskforce/challenges/{id}/panel': {
    ...onChallenge(),
    note: 'From then on only its members judge; whoever is taken off sees nothing of it.',
  },
  'POST /api/taskforce/challenges/{id}/panel-invitations': {
    ...onChallenge(),
    note: 'A reviewer is put on the panel at once; the answer is the same for all other addresses.',
  },
  'POST /api/taskforce/challenges/{id}/panel-invitations/withdrawal': onChallenge(),
  'POST /api/panel-invitations/offer': MAILED,
  'POST /api/panel-invitations/accept': MAILED,
  'POST /api/taskforce/waivers/{id}/end': {
    door: TASKFORCE,
    about: 'waiver',
    grants: [{ to: ['taskforce'], acts: ['running'] }],
  },
  'PUT /api/taskforce/conflict-rule': { door: TASKFORCE, note: 'For how many years after its end a tie counts.' },
  'POST /api/taskforce/challenges/{id}/assignments': onChallenge(['evaluating']),
  'POST /api/taskforce/challenges/{id}/assignments/lines': onChallenge(['evaluating']),
  'POST /api/taskforce/challenges/{id}/assignment-plan': {
    ...onChallenge(['evaluating']),
    note: 'Over proposals that the reader may judge; changes nothing.',
  },
  'POST /api/taskforce/challenges/{id}/assignment-plan/application': onChallenge(['evaluating']),
  'DELETE /api/taskforce/assignments/{id}': task(['assigned', 'accepted']),
  'POST /api/taskforce/assignments/{id}/reminder': task(['assigned', 'accepted']),
  'POST /api/taskforce/reviews/{id}/reopening': {
    door: TASKFORCE,
    about: 'review',
    grants: [
      { to: ['taskforce'], in: ['submitted'] },
      { to: ['assignee', 'finished_reviewer'], in: ['submitted'], acts: [] },
    ],
  },
  'GET /api/taskforce/challenges/{id}/proposals': onChallenge(),
  'GET /api/taskforce/proposals/{id}': { door: TASKFORCE, about: 'proposal', grants: [TASKFORCE_READERS] },
  'GET /api/taskforce/proposals/{id}/attachments/{attachmentId}': {
    door: TASKFORCE,
    about: 'proposal_attachment',
    grants: [TASKFORCE_READERS],
  },
  'GET /api/my/reviews': { door: DESK, note: 'Own tasks, without those with a declared conflict.' },
  'GET /api/my/reviews/{id}': ownTask(['assigned', 'accepted', 'submitted']),
  'POST /api/my/reviews/{id}/declaration': {
    ...ownTask(['assigned', 'accepted', 'submitted']),
    note: 'A conflict can be declared at any time.',
  },
  'GET /api/my/reviews/{id}/pack': {
    ...ownTask(['assigned', 'accepted', 'submitted']),
    note: 'Of all tasks in the same challenge, what their pages show.',
  },
  'PATCH /api/my/reviews/{id}/review': ownTask(['accepted']),
  'POST /api/my/reviews/{id}/review/submission': ownTask(['accepted']),
  'GET /api/my/reviews/{id}/attachments/{attachmentId}': {
    door: DESK,
    about: 'assignment',
    grants: [{ to: ['assignee'], in: ['accepted', 'submitted'] }],
  },
  'GET /api/taskforce/challenges/{id}/ranking': onChallenge(),
  'GET /api/taskforce/challenges/{id}/ranking/file': onChallenge(),
  'GET /api/taskforce/challenges/{id}/ranking/workbook': onChallenge(),
  'GET /api/taskforce/challenges/{id}/scores/file': onChallenge(),
  'PUT /api/taskforce/challenges/{id}/anchor': {
    ...onChallenge(['evaluating']),
    note: 'For whoever may see all of its judging.',
  },
  'GET /api/taskforce/challenges/{id}/stability': onChallenge(),
  'PUT /api/taskforce/proposals/{id}/outcome': judged,
  'GET /api/taskforce/challenges/{id}/answers': onChallenge(),
  'POST /api/taskforce/challenges/{id}/answers/drafts': onChallenge(['evaluating']),
  'GET /api/taskforce/proposals/{id}/answer/preview': { ...judged, note: 'Once an outcome is chosen.' },
  'PATCH /api/taskforce/proposals/{id}/answer': judged,
  'GET /api/taskforce/challenges/{id}/decision': {
    ...onChallenge(),
    note: 'Empty before the decision, and for whoever may not decide.',
  },
  'POST /api/taskforce/challenges/{id}/decision': onChallenge(['evaluating']),
  'POST /api/taskforce/challenges/{id}/closing': onChallenge(['decided']),
  'GET /api/my/proposals/{id}/answer': {
    door: ['signed_in'],
    about: 'answer',
    grants: [{ to: ['proposing_member'], in: ['released', 'questioned'] }],
  },
  'POST /api/my/proposals/{id}/answer/question': {
    door: ['signed_in'],
    about: 'answer',
    grants: [{ to: ['proposing_member'], in: ['released', 'questioned'], acts: ['released'] }],
    note: 'Once, within 30 days.',
  },
  'POST /api/taskforce/proposals/{id}/answer/question/reply': {
    door: TASKFORCE,
    about: 'answer',
    grants: [
      { to: ['taskforce'], in: ['released', 'questioned'], acts: ['questioned'] },
      { to: ['proposing_member', 'challenge_owner'], in: ['released', 'questioned'], acts: [] },
    ],
    note: 'Once.',
  },
  'GET /api/my/challenges/{id}/proposals': {
    door: ['signed_in'],
    about: 'challenge',
    grants: [{ to: ['challenge_owner'] }],
    note: 'Empty until closing.',
  },
  'GET /api/my/challenges/{id}/proposals/{proposalId}': received,
  'GET /api/my/received-proposals/{id}/attachments/{attachmentId}': { ...received, about: 'proposal_attachment' },
};
