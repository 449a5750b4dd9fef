import { Component, computed, input } from '@angular/core';
import { type RankingDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { type ChartValue, Columns } from '@htsm/web/ui';

/** For each criterion how often every score was given, over all proposals. */
@Component({
  selector: 'htsm-score-distributions',
  imports: [Columns],
  template: `
    <h2>{{ t('reviews.distribution.title') }}</h2>
    <p>{{ t('reviews.distribution.what') }}</p>
    <div class="charts">
      @for (chart of charts(); track chart.id) {
        <htsm-columns
          [heading]="chart.heading"
          [of]="t('reviews.distribution.score')"
          [unit]="t('reviews.distribution.reviews')"
          [values]="chart.values"
        />
      }
    </div>
  `,
  styleUrl: './report.css',
})
export class ScoreDistributions {
  readonly ranking = input.required<Pick<RankingDto, 'criteria' | 'distributions'>>();

  protected readonly t = injectText();
  private readonly formats = injectFormats();
  protected readonly charts = computed(() => {
    const { criteria, distributions } = this.ranking();
    return distributions.map(({ criterionId, counts, notApplicable, mean }) => ({
      id: criterionId,
      heading: this.heading(criteria.find(({ id }) => id === criterionId)?.title ?? '', mean),
      values: [
        ...counts.map((value, score): ChartValue => ({ label: String(score), value })),
        { label: this.t('reviews.distribution.notApplicable'), value: notApplicable },
      ],
    }));
  });

  private heading(criterion: string, mean: number | null): string {
    if (mean === null) return criterion;
    return this.t('reviews.distribution.heading', { criterion, mean: this.formats().number(mean, 1) });
  }
}
