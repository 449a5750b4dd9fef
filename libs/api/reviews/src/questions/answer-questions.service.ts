import { Injectable } from '@nestjs/common';
import { Database, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { AnswerQuestionDto, AskAboutAnswerDto, ReplyAboutAnswerDto } from '../dto/answer-questions.dto';
import { ReviewNews } from '../review-news';
import { AnswerQuestionClosed } from '../reviews.errors';
import { AnswerQuestionsRepository, type AskedAnswer } from './answer-questions.repository';

/** One question about each answer: the proposer asks it, the taskforce replies once. */
@Injectable()
export class AnswerQuestions {
  constructor(
    private readonly database: Database,
    private readonly questions: AnswerQuestionsRepository,
    private readonly news: ReviewNews,
  ) {}

  /** Asks about the answer to an own proposal. Throws NotFound, and AnswerQuestionClosed when one was asked or it is too late. */
  ask(actor: UserActor, proposalId: string, { text }: AskAboutAnswerDto): Promise<AnswerQuestionDto> {
    return this.database.as(actor, async (tx) => {
      const answer = await this.questions.find(tx, proposalId, { isOwn: true });
      if (answer === null) throw new NotFound();
      const { challengeId, organisationId } = answer;
      const isAsked =
        answer.isInTime && (await this.questions.ask(tx, { proposalId, challengeId, text, by: actor.userId }));
      if (!isAsked) throw new AnswerQuestionClosed();
      await this.log(tx, actor, 'answer.question_asked', { proposalId, challengeId, organisationId });
      for (const to of await this.news.outbox.peopleOfBody(tx, 'taskforce')) {
        const path = `/taskforce/challenges/${challengeId}/answers`;
        await this.news.outbox.enqueue(tx, {
          kind: 'answer_question_asked',
          to,
          variables: { challengeTitle: titleOf(answer, to.locale), path },
          about: { type: 'panel', id: challengeId },
          dedupeKey: `answer-question:${proposalId}:${to.userId ?? to.email}`,
        });
      }
      return this.written(tx, proposalId);
    });
  }

  /** Replies for the taskforce. Throws NotFound, and AnswerQuestionClosed when nothing waits for a reply. */
  reply(actor: UserActor, proposalId: string, { reply }: ReplyAboutAnswerDto): Promise<AnswerQuestionDto> {
    return this.database.as(actor, async (tx) => {
      const answer = await this.questions.find(tx, proposalId, { isOwn: false });
      if (answer === null) throw new NotFound();
      if (!(await this.questions.reply(tx, proposalId, reply, actor.userId))) throw new AnswerQuestionClosed();
      const { challengeId, organisationId } = answer;
      await this.log(tx, actor, 'answer.question_replied', { proposalId, challengeId, organisationId });
      for (const to of await this.news.outbox.peopleOfOrganisation(tx, organisationId)) {
        await this.news.outbox.enqueue(tx, {
          kind: 'answer_question_replied',
          to,
          variables: { name: to.name, challengeTitle: titleOf(answer, to.locale), path: `/my/proposals/${proposalId}` },
          about: { type: 'proposal', id: proposalId },
          dedupeKey: `answer-reply:${proposalId}:${to.userId ?? to.email}`,
        });
      }
      return this.written(tx, proposalId);
    });
  }

  private async log(
    tx: Tx,
    actor: UserActor,
    type: string,
    about: { proposalId: string; challengeId: string; organisationId: string },
  ): Promise<void> {
    await this.news.events.append(tx, {
      type,
      subjectType: 'proposal',
      subjectId: about.proposalId,
      actorId: actor.userId,
      payload: { challengeId: about.challengeId },
      visibleToOrgIds: [about.organisationId],
    });
  }

  private async written(tx: Tx, proposalId: string): Promise<AnswerQuestionDto> {
    const question = await this.questions.read(tx, proposalId);
    if (question === null) throw new NotFound();
    return question;
  }
}

function titleOf({ titleNl, titleEn }: AskedAnswer, locale: string): string {
  return locale === 'en' ? titleEn || titleNl : titleNl || titleEn;
}
