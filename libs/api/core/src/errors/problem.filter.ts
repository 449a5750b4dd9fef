import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@htsm/domain';
import type { AccessRequest } from '../access/access-request';
import { AttemptLog } from '../access/attempt-log';
import { databaseTrouble } from '../database/database-fault';
import { instantInWords } from '../i18n/instant-in-words';
import { Texts } from '../i18n/texts';
import { Refusal, ValidationFailed } from './refusal';

/** The body of every refusal, after RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: { path: string; code: string; detail: string }[];
  requestId: string;
  current?: unknown;
}

/** Codes of Postgres for input that no column can hold: a zero byte, a number out of range, a malformed uuid. */
const UNSTORABLE = new Set(['22P02', '22021', '22003', '22P05', '22007', '22008']);
/** Codes for a write that lost a race: unique key, serialisation, deadlock. */
const LOST_RACE = new Set(['23505', '40001', '40P01']);
/** Our own code, raised by a trigger for a value that is not in a list; the column has the name of the field. */
const NOT_IN_LIST = 'HT422';

/** When to try again after a 503, in seconds: a restart of the database takes a few. */
export const RETRY_AFTER_S = 5;

/** Turns everything thrown into problem+json in the reader's language; only real faults are logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(Texts) private readonly texts: Texts,
    private readonly attempts: AttemptLog,
  ) {}

  catch(caught: unknown, host: ArgumentsHost): void {
    const thrown = fieldFault(caught) ?? caught;
    const request = host.switchToHttp().getRequest<AccessRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problem(thrown, request);
    if (thrown instanceof Refusal) this.attempts.note(thrown, request);
    if (problem.status === 503) request.log.warn({ trouble: databaseTrouble(thrown) }, 'the database cannot be used');
    else if (problem.status >= 500) request.log.error({ err: thrown }, 'request failed');
    if (reply.sent) return;
    if (thrown instanceof Refusal && thrown.details.params?.['retryAfterS'] !== undefined) {
      void reply.header('retry-after', String(thrown.details.params['retryAfterS']));
    }
    if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_S));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private problem(thrown: unknown, request: AccessRequest): Problem {
    if (thrown instanceof Refusal) return this.ofRefusal(thrown, request);
    const { code, status } = classify(thrown);
    return { ...this.words(code, status, request), errors: [] };
  }

  private ofRefusal(refusal: Refusal, request: AccessRequest): Problem {
    const locale = request.locale ?? 'nl';
    const errors = (refusal.details.faults ?? []).map((fault) => ({
      path: fault.path,
      code: fault.code,
      detail: this.texts.say(locale, `errors.field.${fault.code}`, fault.params),
    }));
    const words = this.words(refusal.code, refusal.status, request, paramsOf(refusal, locale));
    const current = refusal.details.current;
    return current === undefined ? { ...words, errors } : { ...words, errors, current };
  }

  private words(
    code: string,
    status: number,
    request: AccessRequest,
    params?: Readonly<Record<string, string | number>>,
  ): Omit<Problem, 'errors'> {
    const locale = request.locale ?? 'nl';
    return {
      type: `/problems/${code}`,
      title: this.texts.say(locale, `errors.${code}.title`, params),
      status,
      code,
      detail: this.texts.say(locale, `errors.${code}.detail`, params),
      requestId: request.id,
    };
  }
}

/** Gives the figures and the instants of a refusal as its sentence needs them. */
function paramsOf(refusal: Refusal, locale: Locale): Readonly<Record<string, string | number>> {
  const instants = Object.entries(refusal.details.instants ?? {});
  return {
    ...refusal.details.params,
    ...Object.fromEntries(instants.map(([name, at]) => [name, instantInWords(at, locale)])),
  };
}

/** Gives what a trigger found wrong with a field as the refusal that it is. */
function fieldFault(thrown: unknown): ValidationFailed | undefined {
  if (!(thrown instanceof QueryFailedError)) return undefined;
  const { code, column } = thrown.driverError as { code?: string; column?: string }; // pg errors carry them here
  if (code !== NOT_IN_LIST) return undefined;
  return new ValidationFailed([{ path: column ?? '', code: 'choice' }]);
}

/** Names what was thrown by somebody else's code: the framework, the HTTP server or the database driver. */
function classify(thrown: unknown): { code: string; status: number } {
  if (databaseTrouble(thrown) !== null) return { code: 'unavailable', status: 503 };
  if (thrown instanceof QueryFailedError) {
    const sqlState = (thrown.driverError as { code?: string }).code ?? ''; // pg errors carry the SQLSTATE here
    if (UNSTORABLE.has(sqlState)) return { code: 'unreadable_input', status: 400 };
    if (LOST_RACE.has(sqlState)) return { code: 'lost_race', status: 409 };
    return { code: 'internal', status: 500 };
  }
  const status = statusOf(thrown);
  if (status === 404) return { code: 'not_found', status };
  if (status === 413) return { code: 'too_large', status };
  if (status === 415) return { code: 'wrong_media_type', status };
  if (status >= 400 && status < 500) return { code: 'unreadable_input', status: 400 };
  if (status === 503) return { code: 'unavailable', status };
  return { code: 'internal', status: 500 };
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return 500;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
}
