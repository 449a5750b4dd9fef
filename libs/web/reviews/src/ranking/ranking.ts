import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OutcomeDto, type RankedProposalDto, type RankingDto } from '@htsm/contracts';
import { SPREAD_TO_DISCUSS } from '@htsm/domain';
import {
  ApiClient,
  createAction,
  describePage,
  injectFormats,
  injectPlural,
  injectText,
  NotFound,
  readScreen,
} from '@htsm/web/core';
import { Button, Empty, Message, PageHead, Pill, Score, Skeleton, Spread, StatePill } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ChallengeNav } from '../shared/challenge-nav';
import { ProblemMessage } from '../shared/problem-message';

/** The standing of a challenge: places, figures, spread per reviewer, and the taskforce's choice for each proposal. */
@Component({
  selector: 'htsm-ranking',
  imports: [
    Button,
    ChallengeNav,
    Empty,
    Message,
    NotFound,
    PageHead,
    Pill,
    ProblemMessage,
    RouterLink,
    Score,
    Skeleton,
    Spread,
    StatePill,
  ],
  templateUrl: './ranking.html',
  styleUrl: './ranking.css',
})
export class Ranking {
  private readonly api = inject(ApiClient);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  protected readonly page = readScreen<RankingDto>(() => `/taskforce/challenges/${this.id()}/ranking`);
  protected readonly choosing = createAction();
  /** Proposal whose choice is under way; empty when none is. */
  protected readonly busyId = signal('');
  /** What was chosen last, for who cannot see the row change. */
  protected readonly announced = signal('');
  protected readonly undecided = computed(
    () =>
      this.page.value()?.items.filter(({ outcome }) => outcome === 'under_review' || outcome === 'shortlisted')
        .length ?? 0,
  );

  constructor() {
    describePage(() => ({ title: this.t('reviews.ranking.title') }));
  }

  /** Gives the reviewers' scores for the picture. */
  protected scoresOf(item: RankedProposalDto): number[] {
    return item.scores.flatMap(({ score }) => (score === null ? [] : [score]));
  }

  protected print(score: number | null, decimals = 1): string {
    return score === null ? '–' : this.formats().number(score, decimals);
  }

  /** Says by how much the reviewers differ, when that asks for a talk. */
  protected toDiscuss(item: RankedProposalDto): string {
    if (item.spread === null || item.spread < SPREAD_TO_DISCUSS) return '';
    return this.t('reviews.ranking.discuss', { points: this.print(item.spread) });
  }

  /** Names the criteria whose mean is below the minimum. */
  protected below(item: RankedProposalDto): string {
    const criteria = this.page.value()?.criteria ?? [];
    return item.criteria
      .flatMap(({ criterionId, mean, isBelowMinimum }) => {
        const criterion = criteria.find(({ id }) => id === criterionId);
        if (!isBelowMinimum || criterion === undefined) return [];
        const params = { criterion: criterion.title, mean: this.print(mean), minimum: criterion.knockOutMinimum ?? 0 };
        return [this.t('reviews.ranking.below', params)];
      })
      .join('; ');
  }

  protected async choose(item: RankedProposalDto, step: string): Promise<void> {
    this.busyId.set(item.proposalId);
    const path = `/taskforce/proposals/${item.proposalId}/outcome`;
    await this.choosing.run(async () => {
      const chosen = await this.api.put<OutcomeDto>(path, { step, version: item.version });
      const name = this.t('reviews.proposal', { number: numberText(item.number) });
      this.announced.set(
        this.t('reviews.ranking.chosen', { proposal: name, outcome: this.t('reviews.outcome.' + chosen.outcome) }),
      );
    });
    this.busyId.set('');
    this.page.reload();
  }
}
