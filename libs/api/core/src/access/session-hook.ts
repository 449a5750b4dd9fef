import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Locale, OrganisationKind } from '@htsm/domain';
import type { Config } from '../config/config';
import { chooseLocale } from '../i18n/locale';
import type { AccessRequest } from './access-request';
import { ForgedRequest } from './access.errors';
import { ANONYMOUS, type Actor, type Body, type UserActor } from './actor';
import { isForged } from './forged-request';

/** Name of the session cookie; the prefix makes browsers refuse it without Secure and Path=/. */
export const SESSION_COOKIE = '__Host-htsm';

/** What auth_person() and auth_session() give. */
export interface PersonRow {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  roles: Body[];
  organisations: { id: string; name: string; kind: OrganisationKind; role: 'owner' | 'member' }[];
  sessionId?: string;
  /** Whether this session was opened, or completed, with a second factor. */
  hasSecondFactor?: boolean;
  /** Whether the person is a sign-in of the demo that needs none; counts for nothing in production. */
  isExempt?: boolean;
}

/** What of the configuration decides about a session. */
export type SessionRules = Pick<Config, 'publicUrl' | 'isSecondFactorRequired' | 'isProduction' | 'roleSession'>;

/** Gives the stored form of a session token: only its hash is kept. */
export function hashSessionToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Finds who a session is of, unless it has ended by now; takes what sessionLookup() gives. */
export const SESSION_LOOKUP = 'SELECT auth_session($1, $2, $3) AS person';

/** The values of SESSION_LOOKUP for the token of a cookie. */
export function sessionLookup(token: string, { roleSession }: Pick<SessionRules, 'roleSession'>): unknown[] {
  return [hashSessionToken(token), roleSession.idleHours, roleSession.longestHours];
}

/** Makes an actor of a person as the database describes it. */
export function actorOf(person: PersonRow): UserActor {
  return {
    kind: 'user',
    userId: person.id,
    sessionId: person.sessionId ?? null,
    email: person.email,
    name: person.name,
    locale: person.locale,
    bodies: person.roles,
    organisations: person.organisations,
  };
}

/** Looks up who makes each API request and in which language, and refuses writes that another site caused. */
export function addSessionHook(server: FastifyInstance, source: DataSource, rules: SessionRules): void {
  server.addHook('onRequest', async (request: AccessRequest) => {
    if (!request.url.startsWith('/api/')) return;
    const actor = await lookUpActor(request, source, rules);
    request.actor = actor;
    request.locale = chooseLocale(
      request.cookies['lang'],
      actor.kind === 'user' ? actor.locale : undefined,
      request.headers['accept-language'],
    );
    if (isForged(request, rules.publicUrl)) throw new ForgedRequest();
  });
}

async function lookUpActor(request: FastifyRequest, source: DataSource, rules: SessionRules): Promise<Actor> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined || token.length > 100) return ANONYMOUS;
  const [row] = await source.query<{ person: PersonRow | null }[]>(SESSION_LOOKUP, sessionLookup(token, rules));
  if (!row?.person) return ANONYMOUS;
  return sessionActor(row.person, rules);
}

/** Makes an actor of a session; somebody who owes a second factor has no roles and organisations until it is there. */
export function sessionActor(person: PersonRow, rules: SessionRules): UserActor {
  const actor = actorOf(person);
  if (!owesSecondFactor(person, rules)) return actor;
  return { ...actor, bodies: [], organisations: [], owesSecondFactor: true };
}

/** Whether somebody with a role apart from their organisation has not shown a second factor in this session. */
function owesSecondFactor(person: PersonRow, rules: SessionRules): boolean {
  const isExempt = person.isExempt === true && !rules.isProduction;
  return rules.isSecondFactorRequired && person.roles.length > 0 && person.hasSecondFactor !== true && !isExempt;
}
