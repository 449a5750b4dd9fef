import { PUBLIC_STATES, SENT_IN_STATES } from '../objects';
import type { OperationRule, OperationRules } from '../operation-rule';

const OWNERS = ['company', 'knowledge'] as const;
const EDITABLE = ['draft', 'changes_requested'] as const;

const readByAll: OperationRule = {
  door: 'public',
  about: 'challenge',
  grants: [{ to: ['visitor'], in: PUBLIC_STATES }],
};

const FOLLOWED = 'Public fields of public challenges, the same for everyone.';

const own: OperationRule = { door: OWNERS, about: 'challenge', grants: [{ to: ['challenge_owner'] }] };

const edited: OperationRule = { ...own, grants: [{ to: ['challenge_owner'], acts: EDITABLE }] };

/** A step of the taskforce; their own drafts are refused to members of both, and unknown to the others. */
function moderated(acts: readonly string[]): OperationRule {
  return {
    door: ['taskforce'],
    about: 'challenge',
    grants: [
      { to: ['taskforce'], in: SENT_IN_STATES, acts },
      { to: ['challenge_owner'], acts: [] },
    ],
  };
}

/** Challenges: the public list, the owner's drafts, moderation. */
export const CHALLENGE_OPERATIONS: OperationRules = {
  'GET /api/challenges': { door: 'public', note: 'Public challenges, the same for everyone.' },
  'GET /api/challenges/{slug}': readByAll,
  'GET /api/challenges/{slug}/attachments/{attachmentId}': readByAll,
  'GET /api/feeds/challenges.atom': { door: 'public', note: FOLLOWED },
  'GET /api/feeds/challenges.json': { door: 'public', note: FOLLOWED },
  'GET /api/feeds/challenges.ics': { door: 'public', note: FOLLOWED },
  'GET /api/feeds/challenges/{slug}/closing.ics': readByAll,
  'GET /api/embed/challenges/{slug}': readByAll,
  'GET /api/my/challenges': { door: OWNERS, note: 'Those of the own organisations.' },
  'POST /api/my/challenges': { door: OWNERS, note: 'For an own organisation.' },
  'GET /api/my/challenges/{id}': own,
  'PATCH /api/my/challenges/{id}': edited,
  'DELETE /api/my/challenges/{id}': { ...own, grants: [{ to: ['challenge_owner'], acts: ['draft'] }] },
  'PUT /api/my/challenges/{id}/criteria': edited,
  'POST /api/my/challenges/{id}/submission': {
    ...own,
    grants: [{ to: ['challenge_owner'], acts: [...EDITABLE, 'in_moderation'] }],
    note: 'Sending it in again changes nothing.',
  },
  'POST /api/my/challenges/{id}/cancellation': {
    ...own,
    grants: [{ to: ['challenge_owner'], acts: ['in_moderation', 'changes_requested', 'scheduled'] }],
  },
  'POST /api/my/challenges/{id}/attachments': edited,
  'DELETE /api/my/challenges/{id}/attachments/{attachmentId}': edited,
  'GET /api/my/challenges/{id}/attachments/{attachmentId}': {
    door: [...OWNERS, 'taskforce'],
    about: 'challenge',
    grants: [
      { to: ['challenge_owner'] },
      { to: ['taskforce'], in: SENT_IN_STATES },
      { to: ['visitor'], in: PUBLIC_STATES },
    ],
  },
  'GET /api/moderation/challenges': { door: ['taskforce'], note: 'All but drafts.' },
  'GET /api/moderation/challenges/{id}': {
    door: ['taskforce'],
    about: 'challenge',
    grants: [{ to: ['taskforce', 'challenge_owner'], in: SENT_IN_STATES }],
  },
  'POST /api/moderation/challenges/{id}/approval': {
    door: ['taskforce'],
    about: 'challenge',
    grants: [{ to: ['taskforce', 'challenge_owner'], in: SENT_IN_STATES, acts: ['in_moderation'] }],
  },
  'POST /api/moderation/challenges/{id}/change-request': moderated(['in_moderation']),
  'POST /api/moderation/challenges/{id}/cancellation': moderated([
    'in_moderation',
    'changes_requested',
    'scheduled',
    'open',
    'evaluating',
    'decided',
  ]),
};
