import { INTRODUCED_STATES } from '../../suggestions/suggestion-states';
import { INVITED_STATES, OBJECT_STATES, PUBLIC_STATES, SENT_IN_STATES } from '../objects';
import type { Relation } from '../relations';
import type { OperationRule, OperationRules } from '../operation-rule';

const TASKFORCE = ['taskforce'] as const;
const SOLVERS = ['sme', 'knowledge'] as const;

const LINK = { door: 'public', note: 'Whoever holds the mailed link; anything else is one refusal.' } as const;

/** Words that are no secret, kept by administrators. */
const ADMINISTRATION: OperationRule = { door: ['administration'] };

const match: OperationRule = {
  door: TASKFORCE,
  about: 'match',
  grants: [{ to: ['taskforce', 'proposing_member', 'challenge_owner'] }],
};

const document: OperationRule = { door: SOLVERS, about: 'profile_document', grants: [{ to: ['member'] }] };

/** The board of a challenge is closed to who has a stake in it, and says so. */
const board: OperationRule = {
  door: TASKFORCE,
  about: 'challenge',
  grants: [{ to: ['taskforce'], in: SENT_IN_STATES, barredAs: 'suggestion' }],
  refused: [{ to: ['challenge_owner', 'competitor'] }],
};
const inviting: OperationRule = {
  ...board,
  grants: [{ to: ['taskforce'], in: SENT_IN_STATES, acts: ['open'], barredAs: 'suggestion' }],
};
const stepIn = (...acts: readonly (typeof OBJECT_STATES.suggestion)[number][]): OperationRule => ({
  door: TASKFORCE,
  about: 'suggestion',
  grants: [{ to: ['taskforce'], acts }],
});

/** A step with the appointment of an introduction; the others of the introduction see it, and are told that it is not theirs now. */
const appointment = (...to: readonly Relation[]): OperationRule => ({
  door: ['taskforce', 'company', ...SOLVERS],
  about: 'suggestion',
  grants: [
    { to, in: INTRODUCED_STATES, acts: ['introduced', 'agreed'] },
    { to: ['taskforce', 'challenge_owner', 'invited_member'], in: INTRODUCED_STATES, acts: [] },
  ],
  note: 'Whoever arranges it, or whoever answers; who arranged it decides which the owner is.',
});

/** The board, matches and the audit log of the taskforce. */
export const MATCHING_OPERATIONS: OperationRules = {
  'GET /api/taskforce/board': { door: TASKFORCE, note: 'Counts what the reader may see, nothing else.' },
  'GET /api/taskforce/overview': { door: TASKFORCE, note: 'Counts what the reader may see, nothing else.' },
  'GET /api/taskforce/matches': { door: TASKFORCE, note: 'All that the reader may see.' },
  'POST /api/taskforce/matches': { door: TASKFORCE, note: 'For an awarded proposal that the reader may see.' },
  'GET /api/taskforce/matches/candidates': { door: TASKFORCE, note: 'Awarded proposals that the reader may see.' },
  'GET /api/taskforce/matches/{id}': match,
  'PATCH /api/taskforce/matches/{id}': match,
  'POST /api/taskforce/matches/{id}/notes': match,
  'GET /api/my/matches': { door: ['sme', 'company', 'knowledge'], note: 'Those of the own organisations.' },
  'GET /api/my/profile': { door: SOLVERS, note: 'Of an own organisation.' },
  'PUT /api/my/profile': { door: SOLVERS, note: 'Of an own organisation.' },
  'POST /api/my/profile/documents': { door: SOLVERS, note: 'In the profile of an own organisation.' },
  'PUT /api/my/profile/documents/{id}': document,
  'DELETE /api/my/profile/documents/{id}': document,
  'GET /api/taskforce/profiles/{organisationId}': {
    door: TASKFORCE,
    about: 'profile',
    grants: [{ to: ['taskforce'] }],
  },
  'GET /api/my/recommendations': {
    door: ['sme', 'knowledge'],
    note: 'Open challenges that fit the own organisations.',
  },
  'GET /api/my/challenges/{id}/recommendations': {
    door: ['company', 'knowledge'],
    about: 'challenge',
    grants: [{ to: ['challenge_owner'] }],
    note: 'Only SMEs that show owners their name, without the words of their documents.',
  },
  'GET /api/taskforce/challenges/{id}/recommendations': { ...board, note: 'Why each ranked SME is on the board.' },
  'GET /api/administration/taxonomy': ADMINISTRATION,
  'GET /api/administration/taxonomy/file': ADMINISTRATION,
  'POST /api/administration/taxonomy/terms': ADMINISTRATION,
  'PUT /api/administration/taxonomy/terms': ADMINISTRATION,
  'POST /api/administration/taxonomy/steps': ADMINISTRATION,
  'POST /api/administration/taxonomy/imports/preview': ADMINISTRATION,
  'POST /api/administration/taxonomy/imports': ADMINISTRATION,
  'GET /api/administration/glossary': ADMINISTRATION,
  'GET /api/administration/glossary/file': ADMINISTRATION,
  'POST /api/administration/glossary/imports/preview': ADMINISTRATION,
  'POST /api/administration/glossary/imports': ADMINISTRATION,
  'DELETE /api/administration/glossary/{id}': ADMINISTRATION,
  'GET /api/administration/vocabulary-versions': ADMINISTRATION,
  'GET /api/taxonomy': { door: 'public', note: 'Words that everybody chooses from.' },
  'GET /api/taskforce/challenges/{id}/suggestions': {
    ...board,
    note: 'The board: ranked SMEs and those on their way.',
  },
  'POST /api/taskforce/challenges/{id}/suggestions': { ...board, note: 'Adds, pins or vetoes, with a logged reason.' },
  'GET /api/taskforce/challenges/{id}/addable': { ...board, note: 'SMEs and institutes by name.' },
  'POST /api/taskforce/challenges/{id}/invitations/preview': inviting,
  'POST /api/taskforce/challenges/{id}/invitations': inviting,
  'POST /api/taskforce/challenges/{id}/team-gap': {
    ...inviting,
    note: 'What any team misses, and who could bring it; partners are those with a profile.',
  },
  'POST /api/challenges/{slug}/team-gap': {
    door: SOLVERS,
    about: 'challenge',
    grants: [{ to: ['visitor'], in: PUBLIC_STATES, acts: ['open'] }],
    note: 'What the own team misses; names only SMEs that show their name, and of others no more than their short words.',
  },
  'GET /api/my/partner-calls': {
    door: SOLVERS,
    note: 'Own calls and answers, and open calls of others that fit.',
  },
  'GET /api/challenges/{slug}/partner-calls': {
    door: SOLVERS,
    about: 'challenge',
    grants: [{ to: ['visitor'], in: PUBLIC_STATES }],
    note: 'Open calls that the reader may see.',
  },
  'POST /api/challenges/{slug}/partner-calls': {
    door: SOLVERS,
    about: 'challenge',
    grants: [{ to: ['visitor'], in: PUBLIC_STATES, acts: ['open'] }],
  },
  'POST /api/my/partner-calls/{id}/end': {
    door: SOLVERS,
    about: 'partner_call',
    grants: [{ to: ['calling_member'], acts: ['open'] }],
  },
  'POST /api/my/partner-answers/{answerId}/decision': {
    door: SOLVERS,
    about: 'partner_call',
    grants: [{ to: ['calling_member'], acts: ['open', 'ended'] }],
  },
  'POST /api/partner-calls/{id}/answers': {
    door: SOLVERS,
    about: 'partner_call',
    grants: [
      { to: ['possible_partner'], in: ['open'] },
      { to: ['calling_member', 'answering_member', 'taskforce'], acts: [] },
    ],
  },
  'GET /api/taskforce/challenges/{id}/partner-calls': {
    ...board,
    note: 'Calls, whatever became of them; not what was answered.',
  },
  'POST /api/taskforce/partner-calls/{id}/withdrawal': {
    door: TASKFORCE,
    about: 'partner_call',
    grants: [{ to: ['taskforce'], acts: ['open'] }],
  },
  'POST /api/taskforce/suggestions/{id}/steps': stepIn('interested', 'interested_unnamed'),
  'POST /api/taskforce/suggestions/{id}/outcome': stepIn('introduced', 'agreed'),
  'POST /api/taskforce/suggestions/{id}/reminder': stepIn('invited', 'invited_unnamed'),
  'GET /api/my/invitations': { door: SOLVERS, note: 'Those of the own organisations.' },
  'GET /api/my/invitations/{id}': {
    door: SOLVERS,
    about: 'suggestion',
    grants: [{ to: ['invited_member'], in: INVITED_STATES }],
  },
  'POST /api/my/invitations/{id}/answer': {
    door: SOLVERS,
    about: 'suggestion',
    grants: [
      {
        to: ['invited_member'],
        in: INVITED_STATES,
        acts: ['invited', 'invited_unnamed', 'interested', 'interested_unnamed', 'declined'],
      },
    ],
  },
  'GET /api/my/challenges/{id}/suggestions': {
    door: ['company', 'knowledge'],
    about: 'challenge',
    grants: [{ to: ['challenge_owner'] }],
    note: 'Only SMEs that show owners their name, and those it was introduced to.',
  },
  'GET /api/introductions/{id}/appointment': {
    door: ['taskforce', 'company', ...SOLVERS],
    about: 'suggestion',
    grants: [{ to: ['taskforce', 'challenge_owner', 'invited_member'], in: INTRODUCED_STATES }],
  },
  'POST /api/introductions/{id}/appointment/slots': appointment('taskforce', 'challenge_owner'),
  'POST /api/introductions/{id}/appointment/choice': appointment('challenge_owner', 'invited_member'),
  'POST /api/introductions/{id}/appointment/refusal': appointment('challenge_owner', 'invited_member'),
  'POST /api/introductions/{id}/appointment/move': appointment('taskforce', 'challenge_owner'),
  'POST /api/introductions/{id}/appointment/cancellation': {
    ...appointment('taskforce', 'challenge_owner', 'invited_member'),
    note: 'Whoever arranges it; once it is fixed, everybody of the introduction.',
  },
  'GET /api/taskforce/collaborations': { door: TASKFORCE, note: 'Those that the reader has no stake in.' },
  'POST /api/taskforce/collaborations/{id}/outcomes': {
    door: TASKFORCE,
    about: 'collaboration',
    grants: [{ to: ['taskforce'] }],
  },
  'GET /api/figures': { door: 'public', note: 'No count below three, but of challenges, which are public.' },
  'GET /api/figures/file': { door: 'public', note: 'The same as a file.' },
  'GET /api/taskforce/figures': { door: TASKFORCE, note: 'Counts what the reader may see, nothing else.' },
  'POST /api/check-ins/asked': LINK,
  'POST /api/check-ins/answers': LINK,
  'GET /api/taskforce/audit': { door: TASKFORCE, note: 'Lines that are not sealed and not about a conflict.' },
};
