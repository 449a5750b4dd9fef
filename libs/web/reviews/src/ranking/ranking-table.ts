import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OutcomeDto, type RankedProposalDto, type RankingDto } from '@htsm/contracts';
import { CONFIDENCES, SPREAD_TO_DISCUSS } from '@htsm/domain';
import { ApiClient, createAction, injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { Button, Message, Pill, Range, Score, Spread, StatePill } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ProblemMessage } from '../shared/problem-message';
import { criterionAt, inOrder, nextSort, sortOf } from './ranking-columns';

/** The proposals with the chosen columns in the chosen order, and the taskforce's choice for each. */
@Component({
  selector: 'htsm-ranking-table',
  imports: [Button, Message, Pill, ProblemMessage, Range, RouterLink, Score, Spread, StatePill],
  templateUrl: './ranking-table.html',
  styleUrl: './ranking-table.css',
})
export class RankingTable {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly ranking = input.required<RankingDto>();
  readonly columns = input.required<readonly string[]>();
  readonly sort = input.required<string>();
  /** The order that a head asks for. */
  readonly sorted = output<string>();
  /** An outcome was chosen. */
  readonly decided = output<OutcomeDto>();
  /** It could not be, such as when a colleague was first: what is shown may be old. */
  readonly stale = output();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  protected readonly nextSort = nextSort;
  protected readonly sortOf = sortOf;
  protected readonly items = computed(() => inOrder(this.ranking().items, this.sort()));
  /** Number of proposals that have a place. */
  protected readonly placed = computed(() => this.ranking().items.filter(({ place }) => place !== null).length);
  protected readonly choosing = createAction();
  /** Proposal whose choice is under way; empty when none is. */
  protected readonly busyId = signal('');
  /** What was chosen last, for who cannot see the row change. */
  protected readonly announced = signal('');

  /** Gives the head of a column. */
  protected headOf(column: string): string {
    const at = criterionAt(column);
    return at === undefined ? this.t('reviews.ranking.' + column) : (this.ranking().criteria[at]?.title ?? '');
  }

  /** Gives the mean of a criterion's column. */
  protected criterionMean(item: RankedProposalDto, column: string): number | null {
    return item.criteria[criterionAt(column) ?? 0]?.mean ?? null;
  }

  /** Gives the reviewers' scores for the picture. */
  protected scoresOf(item: RankedProposalDto): number[] {
    return item.scores.flatMap(({ score }) => (score === null ? [] : [score]));
  }

  protected print(score: number | null, decimals = 1): string {
    return score === null ? '–' : this.formats().number(score, decimals);
  }

  /** Says between which places a proposal plausibly is. */
  protected placesOf({ best, worst }: { best: number; worst: number }): string {
    return best === worst
      ? this.t('reviews.ranking.onePlace', { best })
      : this.t('reviews.ranking.places', { best, worst });
  }

  /** Says how many reviewers are how sure, the surest first. */
  protected confidenceOf({ scores }: RankedProposalDto): string {
    const parts = CONFIDENCES.toReversed().flatMap((confidence) => {
      const count = scores.filter((score) => score.confidence === confidence).length;
      return count === 0 ? [] : [`${count} × ${this.t('reviews.confidence.' + confidence)}`];
    });
    return parts.length === 0 ? '–' : parts.join(', ');
  }

  /** Says that the adjusted score brings another place; empty when it does not. */
  protected otherPlace(item: RankedProposalDto): string {
    if (item.adjustedPlace === null || item.adjustedPlace === item.place) return '';
    return this.t('reviews.ranking.adjustedPlace', { place: item.adjustedPlace });
  }

  /** Says by how much the reviewers differ, when that asks for a talk. */
  protected toDiscuss(item: RankedProposalDto): string {
    if (item.spread === null || item.spread < SPREAD_TO_DISCUSS) return '';
    return this.t('reviews.ranking.discuss', { points: this.print(item.spread) });
  }

  /** Names the criteria whose mean is below the minimum. */
  protected below(item: RankedProposalDto): string {
    return item.criteria
      .flatMap(({ criterionId, mean, isBelowMinimum }) => {
        const criterion = this.ranking().criteria.find(({ id }) => id === criterionId);
        if (!isBelowMinimum || criterion === undefined) return [];
        const params = { criterion: criterion.title, mean: this.print(mean), minimum: criterion.knockOutMinimum ?? 0 };
        return [this.t('reviews.ranking.below', params)];
      })
      .join('; ');
  }

  protected async choose(item: RankedProposalDto, step: string): Promise<void> {
    this.busyId.set(item.proposalId);
    const path = `/taskforce/proposals/${item.proposalId}/outcome`;
    const isDone = await this.choosing.run(async () => {
      const chosen = await this.api.put<OutcomeDto>(path, { step, version: item.version });
      this.decided.emit(chosen);
      const name = this.t('reviews.proposal', { number: numberText(item.number) });
      this.announced.set(
        this.t('reviews.ranking.chosen', { proposal: name, outcome: this.t('reviews.outcome.' + chosen.outcome) }),
      );
    });
    this.busyId.set('');
    if (!isDone) this.stale.emit();
  }
}
