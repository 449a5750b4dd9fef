import type {} from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { SESSION_IDLE_DAYS } from '@htsm/domain';
import { SESSION_COOKIE } from '@htsm/api/core';

/** What the `__Host-` prefix asks for; scripts never see it, other sites' forms never send it. */
const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** Gives the browser its session for another thirty days. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, maxAge: SESSION_IDLE_DAYS * 86_400 });
}

/** Name of the cookie of an unfinished sign-in. */
export const STEP_COOKIE = '__Host-htsm-step';

/** Lets the browser go on with its sign-in; gone when it closes. */
export function setStepCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(STEP_COOKIE, token, COOKIE);
}

export function clearStepCookie(reply: FastifyReply): void {
  if (reply.request.cookies[STEP_COOKIE] !== undefined) void reply.clearCookie(STEP_COOKIE, COOKIE);
}

/** Name of the cookie of a browser that is on its way to a provider. */
export const ATTEMPT_COOKIE = '__Host-htsm-provider';

/** Ties the provider's answer to this browser; gone when it closes. */
export function setAttemptCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(ATTEMPT_COOKIE, token, COOKIE);
}

export function clearAttemptCookie(reply: FastifyReply): void {
  void reply.clearCookie(ATTEMPT_COOKIE, COOKIE);
}

/** Takes the session away from the browser, with whatever it kept of what was shown; language and theme stay. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.header('clear-site-data', '"cache", "storage"');
  void reply.clearCookie(SESSION_COOKIE, COOKIE);
}
