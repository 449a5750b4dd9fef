/**
 * What somebody can be to an object. Rights hang on these words only: a person has as many of them as apply, and
 * whoever has none that a rule names gets nothing. The texts are the glossary of docs/permissions.md.
 */
export const RELATIONS = {
  visitor: 'Anyone, signed in or not.',
  signed_in: 'Anyone with a session.',
  self: 'The person whom an account, a session, an invitation or a subscription is of.',
  member: 'Belongs to the organisation.',
  organisation_owner: 'Belongs to the organisation as one of its owners.',
  colleague: 'Shares an organisation with the person.',
  receiving_owner: 'Belongs to an organisation that the other organisation has an unsealed proposal for.',
  proposing_member: 'Belongs to the organisation that makes the proposal.',
  rival: 'Belongs to another organisation that proposes for the same challenge.',
  challenge_owner: 'Belongs to the organisation that posted the challenge.',
  matched_owner:
    'Belongs to an organisation whose challenge the other one was invited for, showing its name, or was introduced to.',
  solver: 'Belongs to an SME or knowledge institute.',
  invited_member: 'Belongs to the SME that the taskforce has on the board of a challenge.',
  competitor: 'Belongs to an organisation that is on the board of the challenge, fits it, or proposes for it.',
  calling_member: 'Belongs to the SME or institute that placed a call for partners.',
  possible_partner:
    'Belongs to an SME or knowledge institute, not to the owner of the challenge, and is not on the review panel.',
  answering_member: 'Belongs to an organisation that answered the call for partners.',
  assigned_reviewer: 'Was asked to review the proposal and did not say yet whether there is a conflict of interest.',
  accepted_reviewer: 'Declared that there is no conflict; their own review is not in.',
  finished_reviewer: 'Their own review of the proposal is in.',
  informed_reviewer:
    'Judged a proposal of the organisation without knowing its name, and the answer to it is released.',
  conflicted_reviewer: 'Declared a conflict of interest with the proposal. It is final.',
  tied_reviewer:
    'Is on the review panel and bound to a party by a fact that counts: same organisation, group or domain, a declared link, earlier work together. No waiver runs.',
  unassigned_reviewer: 'Is on the review panel and has no task for the proposal.',
  assignee: 'The reviewer of this very assignment or review, while on the panel or of the taskforce.',
  taskforce: 'Is a member of the taskforce.',
  administrator: 'Has the role of administrator.',
  former_member: 'Belonged to the organisation once. Has no rights from that any more.',
  suspended: 'Has an account that was disabled. Is a visitor, whatever the cookie says.',
} as const;

/** The name of a relation. */
export type Relation = keyof typeof RELATIONS;

/** Reviewers who may read the proposal: they declared that there is no conflict. */
export const READING_REVIEWERS = ['accepted_reviewer', 'finished_reviewer'] as const satisfies readonly Relation[];
