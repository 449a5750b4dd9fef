/** @import { PlantedBug } from '../planted-bugs.mjs' */

const ACCESS = 'libs/api/core/src/access';
const ACCOUNTS = 'libs/api/accounts/src';
const DECLARED = ['apps/api/src/routes', 'apps/api/src/permissions'];

/** Doors left open: guards, sessions, links, and what the browser is told. @type {PlantedBug[]} */
export const GUARDS = [
  {
    name: 'a route without a declaration is open',
    file: `${ACCESS}/access.guard.ts`,
    from: 'if (declaration === undefined) throw new NotAllowed();',
    to: 'if (declaration === undefined) return true;',
    seenBy: ['apps/api/src/routes', `${ACCESS}/`],
  },
  {
    name: 'a declaration is not compared with the person',
    file: `${ACCESS}/access.guard.ts`,
    from: 'if (!belongsTo(actor, declaration.audiences)) throw new NotAllowed();',
    to: '',
    seenBy: DECLARED,
  },
  {
    name: 'somebody who owes a second factor passes',
    file: `${ACCESS}/access.guard.ts`,
    from: 'if (isHalf) throw new SecondFactorRequired();',
    to: '',
    seenBy: [`${ACCOUNTS}/second-factors`],
  },
  {
    name: 'a role without its second factor keeps its rows',
    file: `${ACCESS}/session-hook.ts`,
    from: 'return { ...actor, bodies: [], organisations: [], owesSecondFactor: true };',
    to: 'return actor;',
    seenBy: [`${ACCOUNTS}/second-factors`],
  },
  {
    name: 'a demo sign-in needs no second factor in production',
    file: `${ACCESS}/session-hook.ts`,
    from: 'const isExempt = person.isExempt === true && !rules.isProduction;',
    to: 'const isExempt = person.isExempt === true;',
    seenBy: [`${ACCESS}/session-actor`],
  },
  {
    name: 'a write without our header is taken',
    file: `${ACCESS}/forged-request.ts`,
    from: 'if (headers[WRITE_HEADER] === undefined) return true;',
    to: '',
    seenBy: [`${ACCOUNTS}/sessions`],
  },
  {
    name: 'a write from another origin is taken',
    file: `${ACCESS}/forged-request.ts`,
    from: 'new URL(origin).host !== host',
    to: 'false',
    seenBy: [`${ACCOUNTS}/sessions`],
  },
  {
    name: 'the signature of a provider’s token is not looked at',
    file: `${ACCOUNTS}/identity-providers/provider-client.ts`,
    from: 'execute: [enableNonRepudiationChecks, ',
    to: 'execute: [',
    seenBy: [`${ACCOUNTS}/identity-providers`],
  },
  {
    name: 'the audit log is for everybody',
    file: 'libs/api/audit/src/audit.controller.ts',
    from: "@Allow('taskforce')",
    to: "@Allow('signed_in')",
    seenBy: DECLARED,
  },
  {
    name: 'administration is for the taskforce too',
    file: `${ACCOUNTS}/administration/administration.controller.ts`,
    from: "@Allow('administration')",
    to: "@Allow('administration', 'taskforce')",
    seenBy: DECLARED,
  },
  {
    name: 'SMEs moderate',
    file: 'libs/api/challenges/src/moderation/moderation.controller.ts',
    from: "@Allow('taskforce')",
    to: "@Allow('taskforce', 'sme')",
    seenBy: DECLARED,
  },
  {
    name: 'everybody assigns reviewers',
    file: 'libs/api/reviews/src/assigning/assignments.controller.ts',
    from: "@Allow('taskforce')",
    to: "@Allow('signed_in')",
    seenBy: DECLARED,
  },
  {
    name: 'a link’s signature is not checked',
    file: 'libs/api/core/src/http/link-token.ts',
    from: 'expected.length === actual.length && timingSafeEqual(expected, actual) ? id : null',
    to: 'expected.length === actual.length ? id : null',
    seenBy: ['libs/api/core/src/http/link-token'],
  },
  {
    name: 'a link works for every purpose',
    file: 'libs/api/core/src/http/link-token.ts',
    from: 'update(`link:${purpose}:${id}`)',
    to: 'update(`link:${id}`)',
    seenBy: ['libs/api/core/src/http/link-token'],
  },
  {
    name: 'a link works twice',
    file: `${ACCOUNTS}/link-tokens.ts`,
    from: `UPDATE account_token SET used_at = htsm_now()
       WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND`,
    to: `UPDATE account_token SET used_at = htsm_now()
       WHERE id = $1 AND purpose = $2 AND`,
    seenBy: [`${ACCOUNTS}/password-resets`, `${ACCOUNTS}/link`],
  },
  {
    name: 'a link never expires',
    file: `${ACCOUNTS}/link-tokens.ts`,
    from: `UPDATE account_token SET used_at = htsm_now()
       WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > htsm_now()`,
    to: `UPDATE account_token SET used_at = htsm_now()
       WHERE id = $1 AND purpose = $2 AND used_at IS NULL`,
    seenBy: [`${ACCOUNTS}/password-resets`, `${ACCOUNTS}/link`],
  },
  {
    name: 'guessing passwords is not limited',
    file: `${ACCOUNTS}/sessions/check-credentials.ts`,
    from: 'await this.limiter.hit(LIMITS.signInAccount, credentials.email);',
    to: '',
    seenBy: [`${ACCOUNTS}/sessions`],
  },
  {
    name: 'an unconfirmed address signs in',
    file: `${ACCOUNTS}/sessions/check-credentials.ts`,
    from: 'if (candidate.user_id === null || candidate.is_confirmed !== true) throw new WrongCredentials();',
    to: 'if (candidate.user_id === null) throw new WrongCredentials();',
    seenBy: [`${ACCOUNTS}/sessions/who-gets-in`],
  },
  {
    name: 'unknown fields are let in',
    file: 'libs/api/core/src/http/validation.ts',
    from: 'forbidNonWhitelisted: true,',
    to: '',
    seenBy: ['apps/api/src/bad-input', `${ACCOUNTS}/`],
  },
  {
    name: 'a download may be shown in our origin',
    file: 'libs/api/core/src/files/stored-files.ts',
    from: 'return `attachment; filename=',
    to: 'return `inline; filename=',
    seenBy: ['libs/api/proposals/src/files', 'libs/api/challenges/src/attachments'],
  },
  {
    name: 'authors’ HTML is kept',
    file: 'libs/api/core/src/http/rich-text.ts',
    from: "return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\"', '&quot;');",
    to: 'return text;',
    seenBy: ['libs/api/core/src/http/rich-text', 'libs/api/challenges/src/challenge-life'],
  },
];
