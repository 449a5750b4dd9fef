import { PROPOSAL_STATES } from '../../proposals/proposal-states';
import type { OperationRule, OperationRules } from '../operation-rule';

const PROPOSERS = ['sme', 'knowledge'] as const;

const own: OperationRule = { door: PROPOSERS, about: 'proposal', grants: [{ to: ['proposing_member'] }] };

function ownStep(acts: readonly string[], note: string): OperationRule {
  return { ...own, grants: [{ to: ['proposing_member'], acts }], note };
}

const ownReceipt: OperationRule = { door: PROPOSERS, about: 'receipt', grants: [{ to: ['proposing_member'] }] };

/** Proposals as their own organisation works on them. */
export const PROPOSAL_OPERATIONS: OperationRules = {
  'GET /api/my/proposals': { door: PROPOSERS, note: 'Those of the own organisations.' },
  'POST /api/my/proposals': { door: PROPOSERS, note: 'For an own organisation, on an open challenge of another.' },
  'GET /api/my/proposals/{id}': own,
  'PATCH /api/my/proposals/{id}': ownStep(['draft'], 'Also after closing, so that no typing is lost.'),
  'POST /api/my/proposals/{id}/attachments': ownStep(['draft'], 'Adds a file.'),
  'DELETE /api/my/proposals/{id}/attachments/{attachmentId}': ownStep(['draft'], 'Takes a file out.'),
  'GET /api/my/proposals/{id}/attachments/{attachmentId}': {
    door: PROPOSERS,
    about: 'proposal_attachment',
    grants: [{ to: ['proposing_member'] }],
  },
  'POST /api/my/proposals/{id}/submission': ownStep(['draft'], 'Until the closing instant.'),
  'POST /api/my/proposals/{id}/pull-back': ownStep(['submitted'], 'Until the closing instant.'),
  'POST /api/my/proposals/{id}/withdrawal': ownStep(
    PROPOSAL_STATES.filter((state) => state !== 'withdrawn'),
    'At any time.',
  ),
  'GET /api/my/proposals/{id}/openings': own,
  'GET /api/my/proposals/{id}/receipts/{receiptId}': ownReceipt,
  'GET /api/my/proposals/{id}/receipts/{receiptId}/download': ownReceipt,
  'POST /api/receipts/verification': { door: 'public', note: 'Says whether we signed it, and nothing else.' },
  'GET /api/receipts/public-keys': { door: 'public', note: 'The keys that verify receipts.' },
};
