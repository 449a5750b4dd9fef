import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import {
  Database,
  NotFound,
  StepNotAllowed,
  ValidationFailed,
  VersionConflict,
  type FieldFault,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { AnswerDto, AnswersDto, SaveAnswerDto, SavedAnswerDto } from '../dto/answers.dto';
import {
  JudgedChallengesRepository,
  toJudgedChallenge,
  type JudgedChallenge,
} from '../reading/judged-challenges.repository';
import { OwnReviewFirst } from '../reviews.errors';
import { toAnswer } from './answers.mapper';
import { DecisionsRepository, type OutcomeRow } from './decisions.repository';

/** The taskforce writes the reasoned answers, before they are released. */
@Injectable()
export class Answers {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly challenges: JudgedChallengesRepository,
  ) {}

  readAnswers(actor: UserActor, challengeId: string, locale: Locale): Promise<AnswersDto> {
    return this.database.as(actor, (tx) => this.read(tx, challengeId, locale));
  }

  /** Saves one answer; throws VersionConflict with the stored one when a colleague was first. */
  saveAnswer(actor: UserActor, proposalId: string, input: SaveAnswerDto): Promise<SavedAnswerDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.writable(tx, proposalId);
      await this.refuseForeignCriteria(tx, row.challengeId, input);
      const isNew = row.version === 0 && (await this.decisions.startAnswer(tx, proposalId, row.challengeId));
      const version = isNew && input.version === 0 ? 1 : input.version;
      const saved = await this.decisions.setSummary(tx, proposalId, version, input.summary);
      if (saved === null) throw new VersionConflict(await this.current(tx, row.challengeId, proposalId));
      await this.decisions.writeReasons(tx, proposalId, input.reasons);
      return saved;
    });
  }

  /** Gives all answers of a challenge, as far as the reader sees them. Throws NotFound. */
  async read(tx: Tx, challengeId: string, locale: Locale): Promise<AnswersDto> {
    const challenge = await this.find(tx, challengeId, locale);
    const items = (await this.decisions.proposals(tx, challengeId)).map((proposal) =>
      toAnswer(challenge.criteria, proposal),
    );
    return {
      challenge: toJudgedChallenge(challenge),
      criteria: challenge.criteria,
      items,
      canWrite: challenge.state === 'evaluating',
      isComplete: items.every((answer) => answer.hasOutcome && answer.missingCriterionIds.length === 0),
      canClose: challenge.state === 'decided',
      now: challenge.now,
    };
  }

  private async writable(tx: Tx, proposalId: string): Promise<OutcomeRow> {
    const row = await this.decisions.outcomeOf(tx, proposalId);
    if (row === null) throw new NotFound();
    if (row.isHiddenFromMe) throw new OwnReviewFirst();
    if (row.challengeState !== 'evaluating') throw new StepNotAllowed(row.challengeState, 'write');
    return row;
  }

  private async refuseForeignCriteria(tx: Tx, challengeId: string, input: SaveAnswerDto): Promise<void> {
    const { criteria } = await this.find(tx, challengeId, 'nl');
    const faults = input.reasons.flatMap((reason, index): FieldFault[] => {
      const isKnown = criteria.some((criterion) => criterion.id === reason.criterionId);
      const isFirst = input.reasons.findIndex((other) => other.criterionId === reason.criterionId) === index;
      return isKnown && isFirst ? [] : [{ path: `reasons.${index}.criterionId`, code: 'choice' }];
    });
    if (faults.length > 0) throw new ValidationFailed(faults);
  }

  private async current(tx: Tx, challengeId: string, proposalId: string): Promise<AnswerDto | undefined> {
    return (await this.read(tx, challengeId, 'nl')).items.find((answer) => answer.proposalId === proposalId);
  }

  private async find(tx: Tx, challengeId: string, locale: Locale): Promise<JudgedChallenge> {
    const challenge = await this.challenges.find(tx, challengeId, locale);
    if (challenge === null) throw new NotFound();
    return challenge;
  }
}
