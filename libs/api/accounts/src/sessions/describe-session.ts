import { Inject, Injectable } from '@nestjs/common';
import {
  ANONYMOUS,
  CONFIG,
  Database,
  SESSION_LOOKUP,
  actorOf,
  sessionActor,
  sessionLookup,
  type Actor,
  type Config,
  type PersonRow,
  type UserActor,
} from '@htsm/api/core';
import { WrongCredentials } from '../accounts.errors';
import type { SecondFactorMethod } from '../dto/second-factor.dto';
import type { SessionDto, SessionUserDto } from '../dto/session.dto';

/** Tells the web application who is asking and what time it is; sets and changes nothing. */
@Injectable()
export class DescribeSession {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(actor: Actor): Promise<SessionDto> {
    const now = await this.database.as(actor, (tx) => tx.now());
    const user = actor.kind === 'user' ? userDto(actor) : null;
    return { now: now.toISOString(), demo: this.config.isDemo, user, waitsFor: null };
  }

  /** The same for a session that was just opened. */
  async ofToken(token: string): Promise<SessionDto> {
    const row = await this.database.as(ANONYMOUS, (tx) =>
      tx.row<{ person: PersonRow | null }>(SESSION_LOOKUP, sessionLookup(token, this.config)),
    );
    if (!row?.person) throw new WrongCredentials();
    return this.run(sessionActor(row.person, this.config));
  }

  /** For somebody whose password was right and who still has to show a second factor. */
  async waiting(methods: SecondFactorMethod[]): Promise<SessionDto> {
    return { ...(await this.run(ANONYMOUS)), waitsFor: { methods } };
  }

  /** The same for a person whose memberships have just changed; throws WrongCredentials when the account was disabled meanwhile. */
  async ofPerson(userId: string): Promise<SessionDto> {
    const row = await this.database.as(ANONYMOUS, (tx) =>
      tx.row<{ person: PersonRow | null }>('SELECT auth_person($1) AS person', [userId]),
    );
    if (!row?.person) throw new WrongCredentials();
    return this.run(actorOf(row.person));
  }
}

function userDto(actor: UserActor): SessionUserDto {
  return {
    id: actor.userId,
    name: actor.name,
    email: actor.email,
    locale: actor.locale,
    isTaskforce: actor.bodies.includes('taskforce'),
    isAdministrator: actor.bodies.includes('administration'),
    isReviewer: actor.bodies.includes('review_panel'),
    owesSecondFactor: actor.owesSecondFactor === true,
    organisations: actor.organisations.map(({ id, name, kind, role }) => ({ id, name, kind, role })),
  };
}
