/** In which role somebody outside the proposing organisation opens a proposal. */
export const OPENING_ROLES = ['taskforce', 'challenge_owner', 'reviewer'] as const;
export type OpeningRole = (typeof OPENING_ROLES)[number];
