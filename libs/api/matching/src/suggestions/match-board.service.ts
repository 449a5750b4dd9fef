import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { ChallengeReading, titleFor, type ChallengeSummary } from '@htsm/api/challenges';
import { Database, NotFound, StepNotAllowed, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import type { CandidateDto, FoundSmesDto, JudgeCandidateDto, MatchBoardDto } from '../dto/match-board.dto';
import { StakeInChallenge } from '../matching.errors';
import { readCandidates, type Unplaced } from './board-reads';
import { SuggestionMails } from './suggestion-mails';
import { SuggestionSteps } from './suggestion-steps';
import type { SuggestionRow } from './suggestions.repository';

/** The board of a challenge, and what the taskforce does on it before it invites. */
@Injectable()
export class MatchBoard {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly steps: SuggestionSteps,
    private readonly mails: SuggestionMails,
  ) {}

  /**
   * Gives the board, and keeps who was shown on it where. Throws NotFound for a challenge that the actor does not see, and
   * StakeInChallenge for who has a stake in it.
   */
  readBoard(actor: UserActor, challengeId: string, locale: Locale): Promise<MatchBoardDto> {
    return this.database.as(actor, async (tx) => {
      const board = await this.show(tx, await this.open(tx, challengeId), locale);
      await this.steps.rows.lists.note(tx, challengeId, 'taskforce', board.items.filter(isRanked));
      return board;
    });
  }

  /** Gives SMEs that can be added by hand. */
  find(actor: UserActor, challengeId: string, q: string): Promise<FoundSmesDto> {
    return this.database.as(actor, async (tx) => {
      await this.open(tx, challengeId);
      return { items: await this.steps.rows.find(tx, challengeId, q) };
    });
  }

  /** Adds, pins or vetoes an SME. Throws StepNotAllowed when it is too far for that, ValidationFailed without a reason. */
  judge(actor: UserActor, challengeId: string, input: JudgeCandidateDto, locale: Locale): Promise<MatchBoardDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.open(tx, challengeId);
      const row = await this.steps.rows.add(tx, challengeId, input.organisationId);
      if (row === null) throw new NotFound();
      await this.act(tx, actor, { challenge, row, input });
      return this.show(tx, challenge, locale);
    });
  }

  /** Gives the challenge to who may match for it. */
  async open(tx: Tx, challengeId: string): Promise<ChallengeSummary> {
    const challenge = await this.challenges.byId(tx, challengeId);
    if (challenge === null) throw new NotFound();
    if (!(await this.steps.rows.mayMatch(tx, challengeId))) throw new StakeInChallenge();
    return challenge;
  }

  /** Gives the whole board. */
  async show(tx: Tx, challenge: ChallengeSummary, locale: Locale): Promise<MatchBoardDto> {
    return {
      challengeId: challenge.id,
      challengeTitle: titleFor(challenge, locale),
      ownerName: challenge.ownerName,
      closesAt: challenge.closesAt?.toISOString() ?? null,
      isOpen: challenge.state === 'open',
      items: await this.inOrder(tx, challenge.id, await readCandidates(tx, challenge.id)),
      now: challenge.now.toISOString(),
    };
  }

  /** Pinned ones first, then in a fair order; those without a score come after those with one. */
  private async inOrder(tx: Tx, challengeId: string, candidates: readonly Unplaced[]): Promise<CandidateDto[]> {
    const placed = await this.steps.rows.lists.order(tx, challengeId, candidates.filter(isRanked));
    const all = [
      ...placed.map(({ item, by }): CandidateDto => ({ ...item, placedBy: by })),
      ...candidates.filter(({ score }) => score === null).map((one): CandidateDto => ({ ...one, placedBy: 'score' })),
    ];
    return [...all.filter(({ isPinned }) => isPinned), ...all.filter(({ isPinned }) => !isPinned)];
  }

  private async act(
    tx: Tx,
    actor: UserActor,
    { challenge, row, input }: { challenge: ChallengeSummary; row: SuggestionRow; input: JudgeCandidateDto },
  ): Promise<void> {
    const { act, reason } = input;
    const because = { actorId: actor.userId, reason };
    if ((act === 'pin' || act === 'veto') && reason === '')
      throw new ValidationFailed([{ path: 'reason', code: 'required' }]);
    if (act === 'veto' || act === 'lift_veto') {
      await this.steps.take(tx, row, act, because);
      await this.steps.rows.veto(tx, row.id, act === 'veto' ? reason : '');
      if (act === 'veto' && row.invitedAt !== null) await this.mails.vetoed(tx, row, challenge);
      return;
    }
    if (row.state !== 'suggested') throw new StepNotAllowed(row.state, act);
    if (act === 'add') return this.steps.note(tx, row, 'added', because);
    await this.steps.rows.pin(tx, row.id, act === 'pin', act === 'pin' ? reason : '');
    await this.steps.note(tx, row, act === 'pin' ? 'pinned' : 'unpinned', because);
  }
}

function isRanked<One extends Unplaced>(one: One): one is One & { readonly score: number } {
  return one.score !== null;
}
