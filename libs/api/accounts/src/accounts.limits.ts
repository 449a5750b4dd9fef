import type { RateLimit } from '@htsm/api/core';

const QUARTER_S = 900;
const HOUR_S = 3600;

/** Attempts per account (the address typed) and per network address, so that neither guessing one nor trying many pays. */
export const LIMITS = {
  signInAccount: { purpose: 'sign_in_account', hits: 10, windowS: QUARTER_S },
  signInAddress: { purpose: 'sign_in_address', hits: 300, windowS: QUARTER_S },
  registerAccount: { purpose: 'register_account', hits: 5, windowS: HOUR_S },
  registerAddress: { purpose: 'register_address', hits: 60, windowS: HOUR_S },
  resetAccount: { purpose: 'reset_account', hits: 5, windowS: HOUR_S },
  resetAddress: { purpose: 'reset_address', hits: 60, windowS: HOUR_S },
  inviteAccount: { purpose: 'invite_account', hits: 30, windowS: HOUR_S },
  inviteAddress: { purpose: 'invite_address', hits: 60, windowS: HOUR_S },
  factorAccount: { purpose: 'factor_account', hits: 10, windowS: QUARTER_S },
  emailAccount: { purpose: 'email_account', hits: 5, windowS: HOUR_S },
  passwordAccount: { purpose: 'password_account', hits: 10, windowS: QUARTER_S },
} as const satisfies Record<string, RateLimit>;
