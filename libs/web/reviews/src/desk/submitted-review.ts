import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { type FellowReviewDto, type OwnReviewDto, type ReviewDeskDto, type ReviewScoreDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Message, Score } from '@htsm/web/ui';

/** After handing in: the own review and those of the others, per criterion. */
@Component({
  selector: 'htsm-submitted-review',
  imports: [Message, Score],
  template: `
    <div class="panel stack">
      <htsm-message tone="live" [heading]="t('reviews.submitted.head')">
        {{ t('reviews.submitted.at', { moment: formats().moment(review().submittedAt ?? review().updatedAt) }) }}
      </htsm-message>
      <table class="table">
        <caption class="sr">
          {{
            t('reviews.submitted.caption')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('reviews.submitted.who') }}</th>
            <th scope="col" class="r">{{ t('reviews.submitted.weighted') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.label) {
            <tr>
              <th scope="row">
                {{ line.label }}
                @if (line.review.confidence; as confidence) {
                  <small class="sure">{{
                    t('reviews.confidence.said', { confidence: t('reviews.confidence.' + confidence) })
                  }}</small>
                }
              </th>
              <td class="r"><htsm-score [value]="line.review.weightedScore" [decimals]="1" /></td>
            </tr>
          }
        </tbody>
      </table>
      @if (desk().others.length === 0) {
        <p class="soft">{{ t('reviews.submitted.noOthers') }}</p>
      }
      @for (criterion of desk().criteria; track criterion.id; let index = $index) {
        <section class="crit">
          <h3>{{ index + 1 }}. {{ criterion.title }}</h3>
          @for (line of lines(); track line.label) {
            @let score = line.review.scores[index];
            <div class="said">
              <span class="row"
                ><b>{{ line.label }}</b> <htsm-score [value]="valueOf(score)"
              /></span>
              <p>{{ score?.reason }}</p>
            </div>
          }
        </section>
      }
      @for (line of lines(); track line.label) {
        @if (line.review.remark) {
          <section class="crit">
            <h3>{{ t('reviews.submitted.remark', { who: line.label }) }}</h3>
            <p class="plain">{{ line.review.remark }}</p>
          </section>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    h3 {
      font-size: var(--text-md);
    }
    .crit {
      display: grid;
      gap: var(--space-3);
      padding-block-start: var(--space-3);
      border-block-start: var(--rule) solid var(--line);
    }
    .said {
      display: grid;
      gap: var(--space-1);
      font-size: var(--text-sm);
    }
    .sure {
      display: block;
      color: var(--ink-soft);
      font-weight: var(--weight-body);
    }
    .said p,
    .plain {
      white-space: pre-line;
    }
  `,
})
export class SubmittedReview {
  readonly desk = input.required<ReviewDeskDto>();
  readonly review = input.required<OwnReviewDto>();
  /** Whether it was handed in just now, and comes into sight. */
  readonly isArrival = input(false);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly lines = computed<{ label: string; review: OwnReviewDto | FellowReviewDto }[]>(() => [
    { label: this.t('reviews.submitted.you'), review: this.review() },
    ...this.desk().others.map((review) => ({
      label: this.t('reviews.submitted.reviewer', { label: review.label }),
      review,
    })),
  ]);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (this.isArrival()) host.scrollIntoView({ block: 'start' });
    });
  }

  protected valueOf(score: ReviewScoreDto | undefined): number | null {
    return score === undefined || score.isNotApplicable ? null : score.score;
  }
}
