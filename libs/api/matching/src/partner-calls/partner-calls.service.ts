import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { openGapReader } from '@htsm/domain/matching';
import { ChallengeReading } from '@htsm/api/challenges';
import { Database, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { MyPartnerCallsDto, PartnerAnswerDto, PartnerCallDto, PartnerCallsDto } from '../dto/partner-call.dto';
import { TeamGapAnalysis } from '../teams/team-gap-analysis';
import { PartnerCallsRepository, type AnswerRow, type CallRow } from './partner-calls.repository';

/** Calls of others that are shown beside recommendations. */
const MOST_FITTING = 20;

/** Lists of calls for partners. */
@Injectable()
export class PartnerCalls {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly calls: PartnerCallsRepository,
    private readonly teams: TeamGapAnalysis,
  ) {}

  /** Gives the open calls about a public challenge. */
  about(actor: UserActor, slug: string, locale: Locale): Promise<PartnerCallsDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.bySlug(tx, slug);
      if (challenge?.openedAt == null) throw new NotFound();
      return { items: (await this.calls.about(tx, challenge.id, locale)).map((row) => toCall(row)) };
    });
  }

  /** Gives the own calls with their answers, the own answers, and calls of others that fit. */
  mine(actor: UserActor, locale: Locale): Promise<MyPartnerCallsDto> {
    return this.database.as(actor, async (tx) => {
      const own = await this.calls.own(tx, locale);
      const answered = await this.calls.answered(tx, locale);
      const answers = await this.calls.answers(tx);
      const to = ({ id }: CallRow) => answers.filter(({ callId }) => callId === id);
      return {
        own: own.map((row) => ({ call: toCall(row), answers: to(row).map(toAnswer) })),
        given: answered.flatMap((row) =>
          to(row)
            .slice(0, 1)
            .map((answer) => ({ call: toCall(row), answer: toAnswer(answer) })),
        ),
        fitting: await this.fitting(tx, locale),
      };
    });
  }

  private async fitting(tx: Tx, locale: Locale): Promise<PartnerCallDto[]> {
    const { parties, reader } = await this.teams.ownParties(tx);
    const calls = (await this.calls.ofOthers(tx, locale)).map((row) => {
      const sought = { capabilities: row.capabilities, themes: [], certificates: [], region: null, trl: null };
      const gap = openGapReader(sought, reader);
      const has = parties.map((party) => gap.read(party));
      const fits = gap.items.filter((_, at) => has.some((read) => read[at] != null)).map(({ asked }) => asked);
      return { row, fits };
    });
    return calls
      .filter(({ row, fits }) => row.isRecommended || fits.length > 0)
      .slice(0, MOST_FITTING)
      .map(({ row, fits }) => toCall(row, fits));
  }
}

/** Gives a call as the contract has it. */
export function toCall(row: CallRow, fits: string[] = []): PartnerCallDto {
  const { id, challengeSlug, challengeTitle, organisationName, brings, seeks, capabilities } = row;
  const { endsAt, state, withdrawReason, isOwn, hasAnswered } = row;
  const words = { id, challengeSlug, challengeTitle, organisationName, brings, seeks, capabilities };
  return { ...words, endsAt, state, withdrawReason, isOwn, hasAnswered, fits };
}

function toAnswer({ id, organisationName, words, state, createdAt, contact }: AnswerRow): PartnerAnswerDto {
  return { id, organisationName, words, state, createdAt, contact };
}
