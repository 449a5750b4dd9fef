import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseLocale } from '../i18n/locale';
import { coreTexts } from '../i18n/core-texts';
import { Texts } from '../i18n/texts';
import type { Problem } from '../errors/problem.filter';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from './security-headers';

const texts = new Texts([coreTexts]);

/** Answers addresses that the HTTP server itself cannot read, before any of our hooks runs, as a problem. */
export function answerUnreadableAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const locale = chooseLocale(undefined, undefined, request.headers['accept-language']);
  const problem: Problem = {
    type: '/problems/unreadable_input',
    title: texts.say(locale, 'errors.unreadable_input.title'),
    status: 400,
    code: 'unreadable_input',
    detail: texts.say(locale, 'errors.unreadable_input.detail'),
    errors: [],
    requestId: request.id,
  };
  void reply
    .status(400)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .headers(SECURITY_HEADERS)
    .header('content-security-policy', NO_PAGE_POLICY)
    .send(JSON.stringify(problem));
}
