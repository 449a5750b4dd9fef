/** How long each kind of mailed link works, in hours. */
export const LINK_HOURS = {
  confirm_email: 72,
  reset_password: 1,
  change_email: 24,
  link_identity: 24,
  invite: 336,
  invite_expert: 336,
} as const;

/** Kinds of single-use links of an account. */
export type AccountLinkPurpose = keyof typeof LINK_HOURS;

/** How long a session lives without being used, in days. */
export const SESSION_IDLE_DAYS = 30;

/** How long a session lives however much it is used, in days; then its person signs in again. */
export const SESSION_LONGEST_DAYS = 90;

/** How long the session of somebody with a role lives without being used, in hours: a working day. */
export const ROLE_SESSION_IDLE_HOURS = 12;

/** How long the session of somebody with a role lives however much it is used, in hours: a week. */
export const ROLE_SESSION_LONGEST_HOURS = 168;

/** How long an unconfirmed registration can still be revived by signing in, in days. */
export const REGISTRATION_KEPT_DAYS = 30;

/** Roles that an administrator grants, apart from the organisations. */
export const BODIES = ['taskforce', 'administration', 'review_panel'] as const;
