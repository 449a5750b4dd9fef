import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  StepNotAllowed,
  VersionConflict,
  readCursor,
  toPage,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type {
  AddMatchNoteDto,
  ChangeMatchDto,
  MatchDto,
  MatchPageDto,
  MatchableProposalsDto,
  MatchesDto,
  MatchesQueryDto,
} from '../dto/match.dto';
import { nextMatchStates, toMatch, toMatchPage } from './match.mapper';
import { MATCH_PAGE, MatchesRepository, type MatchQuestion } from './matches.repository';

/** Matches after they are recorded. */
@Injectable()
export class Matches {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchesRepository,
    private readonly events: EventLog,
  ) {}

  /** Gives a page of all matches that the actor may see, newest first. */
  listAll(actor: UserActor, query: MatchesQueryDto, locale: Locale): Promise<MatchesDto> {
    return this.list(actor, { of: 'all', states: query.state ?? null, after: readAfter(query.cursor) }, locale);
  }

  /** Gives a page of the matches of the actor's own organisations, newest first. */
  listOwn(actor: UserActor, query: MatchesQueryDto, locale: Locale): Promise<MatchesDto> {
    return this.list(actor, { of: 'mine', states: query.state ?? null, after: readAfter(query.cursor) }, locale);
  }

  listMatchable(actor: UserActor, locale: Locale): Promise<MatchableProposalsDto> {
    return this.database.as(actor, async (tx) => ({ items: await this.matches.matchable(tx, locale) }));
  }

  readMatch(actor: UserActor, matchId: string, locale: Locale): Promise<MatchPageDto> {
    return this.database.as(actor, (tx) => this.page(tx, matchId, locale));
  }

  /** Throws StepNotAllowed for a state that the table does not lead to, VersionConflict when a colleague was first. */
  changeMatch(actor: UserActor, matchId: string, input: ChangeMatchDto, locale: Locale): Promise<MatchPageDto> {
    return this.database.as(actor, async (tx) => {
      const match = await this.find(tx, matchId, locale);
      const { version, state = match.state, agreed = match.agreed } = input;
      const { introductionOn = match.introductionOn, nextCheckInOn = match.nextCheckInOn } = input;
      if (version !== match.version) throw new VersionConflict(await this.page(tx, matchId, locale));
      if (state !== match.state && !nextMatchStates(match.state).includes(state))
        throw new StepNotAllowed(match.state, state);
      const isWritten = await this.matches.change(tx, matchId, version, {
        state,
        agreed,
        introductionOn,
        nextCheckInOn,
      });
      if (!isWritten) throw new VersionConflict(await this.page(tx, matchId, locale));
      await this.events.append(tx, {
        type: 'match.changed',
        subjectType: 'match',
        subjectId: matchId,
        actorId: actor.userId,
        payload: { proposalId: match.proposalId, from: match.state, to: state },
      });
      return this.page(tx, matchId, locale);
    });
  }

  addNote(actor: UserActor, matchId: string, input: AddMatchNoteDto, locale: Locale): Promise<MatchPageDto> {
    return this.database.as(actor, async (tx) => {
      await this.find(tx, matchId, locale);
      await this.matches.addNote(tx, matchId, actor.userId, input.text);
      return this.page(tx, matchId, locale);
    });
  }

  private list(actor: UserActor, question: MatchQuestion, locale: Locale): Promise<MatchesDto> {
    return this.database.as(actor, async (tx) => {
      const rows = await this.matches.page(tx, question, locale);
      const page = toPage(rows, MATCH_PAGE, toMatch, (row) => [row.created, row.id]);
      return { items: page.items, next: page.next, now: (await tx.now()).toISOString() };
    });
  }

  private async find(tx: Tx, matchId: string, locale: Locale): Promise<MatchDto> {
    const match = await this.matches.find(tx, matchId, locale);
    if (match === null) throw new NotFound();
    return match;
  }

  private async page(tx: Tx, matchId: string, locale: Locale): Promise<MatchPageDto> {
    return toMatchPage(await this.find(tx, matchId, locale), await this.matches.notes(tx, matchId));
  }
}

function readAfter(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [created, id] = readCursor(cursor, 2);
  return [String(created), String(id)];
}
