import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { guessLanguage, matchFiles, MILLION, openReader, type TextReader } from '@htsm/domain/matching';
import { Database, NotFound, VersionConflict, type UserActor } from '@htsm/api/core';
import type { ChangeExpertiseDto, ExpertiseDto, ProposalFitDto, ReviewerFitsDto } from '../dto/expertise.dto';
import { JudgedChallengesRepository } from '../reading/judged-challenges.repository';
import { ExpertiseRepository, type FittedProposal, type KnowingReviewer } from './expertise.repository';

/** What reviewers know, and which proposals fit it. */
@Injectable()
export class Expertise {
  private reader: TextReader | undefined;

  constructor(
    private readonly database: Database,
    private readonly expertise: ExpertiseRepository,
    private readonly challenges: JudgedChallengesRepository,
  ) {}

  /** Gives what the actor said of their own knowledge. */
  readOwn(actor: UserActor, locale: Locale): Promise<ExpertiseDto> {
    return this.database.as(actor, (tx) => this.expertise.own(tx, actor.userId, locale));
  }

  /** Saves what the actor knows. Throws VersionConflict with what is there when it changed meanwhile. */
  changeOwn(actor: UserActor, input: ChangeExpertiseDto): Promise<ExpertiseDto> {
    return this.database.as(actor, async (tx) => {
      const isChanged = await this.expertise.change(tx, actor.userId, input);
      const now = await this.expertise.own(tx, actor.userId, input.locale);
      if (!isChanged) throw new VersionConflict(now);
      return now;
    });
  }

  /** Gives how well the unsealed proposals of a challenge fit each reviewer. Throws NotFound for an unseen challenge. */
  async listFits(actor: UserActor, challengeId: string, locale: Locale): Promise<ReviewerFitsDto> {
    const { reviewers, proposals } = await this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, locale)) === null) throw new NotFound();
      return {
        reviewers: await this.expertise.ofPanel(tx),
        proposals: await this.expertise.proposals(tx, challengeId),
      };
    });
    const fits = await this.score(proposals, reviewers);
    return {
      items: reviewers.map(({ id, ...known }) => ({ reviewerId: id, ...known, proposals: fits.get(id) ?? [] })),
    };
  }

  /** By reviewer. Others are served between two proposals, since reading a long text takes milliseconds. */
  private async score(
    proposals: readonly FittedProposal[],
    reviewers: readonly KnowingReviewer[],
  ): Promise<ReadonlyMap<string, ProposalFitDto[]>> {
    this.reader ??= openReader();
    const fits = new Map(reviewers.map(({ id }) => [id, [] as ProposalFitDto[]]));
    const asked = proposals.map(({ id, text, themes }) => ({ id, lang: guessLanguage(text), texts: [text], themes }));
    const known = reviewers.map(({ id, locale, words, themes }) => ({
      id,
      lang: locale,
      documents: [{ id, text: words }],
      themes,
    }));
    for (const { challengeId: proposalId, scores } of matchFiles(asked, known, this.reader, false)) {
      for (const [id, score] of Object.entries(scores))
        fits.get(id)?.push({ proposalId, score: Math.round(score * MILLION) });
      await setImmediate();
    }
    return fits;
  }
}
