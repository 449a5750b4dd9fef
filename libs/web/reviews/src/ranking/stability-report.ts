import { Component, computed, input } from '@angular/core';
import {
  type RankedProposalDto,
  type RankingDto,
  type ReadingDto,
  type StabilityDto,
  type WeightRangeDto,
} from '@htsm/contracts';
import { injectFormats, injectPlural, injectText, readScreen } from '@htsm/web/core';
import { Range, ReadFailure, Skeleton } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';

/** Whether first place would change: by other weights, without a reviewer, in another reading. In sentences. */
@Component({
  selector: 'htsm-stability-report',
  imports: [Range, ReadFailure, Skeleton],
  templateUrl: './stability-report.html',
  styleUrl: './report.css',
})
export class StabilityReport {
  readonly challengeId = input.required<string>();
  readonly ranking = input.required<RankingDto>();

  protected readonly t = injectText();
  private readonly plural = injectPlural();
  private readonly formats = injectFormats();
  protected readonly report = readScreen<StabilityDto>(() => `/taskforce/challenges/${this.challengeId()}/stability`);
  private readonly proposals = computed(
    () => new Map(this.ranking().items.map((item): [string, RankedProposalDto] => [item.proposalId, item])),
  );

  /** Says who is first, and how far a weight can move before that changes. */
  protected readonly summary = computed(() => {
    const report = this.report.value();
    if (report === undefined) return [];
    const first = this.names(report.leaders);
    if (report.leaders.length === 0) return [this.t('reviews.stability.nobody')];
    if (report.leaders.length > 1) return [this.t('reviews.stability.shared', { proposals: first })];
    const leads = this.t('reviews.stability.first', { proposal: first });
    return report.weights.length === 0 ? [leads] : [leads, this.smallest(report)];
  });

  /** For each criterion how far its weight can move, as a picture and a sentence. */
  protected readonly weights = computed(() =>
    (this.report.value()?.weights ?? []).map((range) => ({
      id: range.criterionId,
      title: this.criterion(range.criterionId),
      now: this.formats().percent(range.weight),
      weight: range.weight,
      low: range.below?.weight ?? 0,
      high: range.above?.weight ?? 100,
      sentence: this.sentence(range),
    })),
  );

  /** What happens without one reviewer: only those without whom something changes, or that nothing does. */
  protected readonly withoutReviewer = computed(() => {
    const tried = this.report.value()?.withoutReviewer ?? [];
    const changing = tried.filter(({ isChanged }) => isChanged);
    if (tried.length === 0) return [];
    if (changing.length === 0) return [{ text: this.t('reviews.stability.withoutAnyone'), isChanged: false }];
    return changing.map(({ name, leaders }) => ({
      text:
        leaders.length === 0
          ? this.t('reviews.stability.withoutNobody', { name })
          : this.plural('reviews.stability.without', leaders.length, { name, proposals: this.names(leaders) }),
      isChanged: true,
    }));
  });

  protected readonly readings = computed(() => {
    const report = this.report.value();
    return (report?.readings ?? [])
      .filter(({ reading }) => report?.notApplicable !== 0 || !reading.startsWith('not_applicable'))
      .map((one) => ({ isChanged: one.isChanged, text: this.reading(one) }));
  });

  private reading({ reading: code, leaders, isChanged }: ReadingDto): string {
    const reading = this.t('reviews.stability.reading.' + code);
    if (!isChanged) return this.t('reviews.stability.unchanged', { reading });
    if (leaders.length === 0) return this.t('reviews.stability.changedNobody', { reading });
    return this.plural('reviews.stability.changed', leaders.length, { reading, proposals: this.names(leaders) });
  }

  private smallest({ smallestChange: change }: StabilityDto): string {
    if (change === null) return this.t('reviews.stability.anyWeight');
    return this.t('reviews.stability.smallest', {
      points: this.formats().number(change.points, 1),
      criterion: this.criterion(change.criterionId),
      rival: this.names([change.rivalId]),
    });
  }

  /** Whole percentages, rounded towards the weight of now, so that the sentence stays true. */
  private sentence({ below, above }: WeightRangeDto): string {
    const { percent } = this.formats();
    const say = (way: 'below' | 'above', limit: number, rivalId: string): string =>
      this.t('reviews.stability.' + way, { limit: percent(limit), rival: this.names([rivalId]) });
    const parts = [
      ...(below === null ? [] : [say('below', Math.ceil(below.weight), below.rivalId)]),
      ...(above === null ? [] : [say('above', Math.floor(above.weight), above.rivalId)]),
    ];
    return parts.length === 0 ? this.t('reviews.stability.free') : parts.join(' ');
  }

  private criterion(criterionId: string): string {
    return this.ranking().criteria.find(({ id }) => id === criterionId)?.title ?? '';
  }

  /** Names proposals by number, in the order given. */
  private names(ids: readonly string[]): string {
    const numbers = ids.map((id) => numberText(this.proposals().get(id)?.number ?? 0));
    return this.plural('reviews.stability.proposals', numbers.length, { numbers: this.formats().list(numbers) });
  }
}
