import { Component, computed, input } from '@angular/core';
import { type LeniencyDto, type ReviewerLeniencyDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { Message, Range } from '@htsm/web/ui';

/** Standard errors on each side that hold nine tenths of what is plausible. */
const NINE_TENTHS = 1.645;

/** How much stricter or milder each reviewer is than the panel, or why that cannot be told. */
@Component({
  selector: 'htsm-leniency-report',
  imports: [Message, Range],
  template: `
    <h2>{{ t('reviews.leniency.title') }}</h2>
    @if (refusal(); as reason) {
      <htsm-message tone="wait">{{ reason }}</htsm-message>
    } @else {
      <p>{{ t('reviews.leniency.what') }} {{ t('reviews.leniency.beside') }}</p>
      @if (leniency().hasDifferences) {
        <table class="table">
          <caption class="sr">
            {{
              t('reviews.leniency.title')
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t('reviews.leniency.reviewer') }}</th>
              <th scope="col">{{ t('reviews.leniency.difference') }}</th>
              <th scope="col" class="r">{{ t('reviews.leniency.reviews') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (reviewer of leniency().reviewers; track reviewer.reviewerId) {
              <tr>
                <th scope="row">{{ reviewer.name }}</th>
                <td>
                  <htsm-range
                    [from]="-widest()"
                    [to]="widest()"
                    [zero]="0"
                    [low]="reviewer.effect - margin(reviewer)"
                    [high]="reviewer.effect + margin(reviewer)"
                    [mark]="reviewer.effect"
                    [text]="words(reviewer)"
                  />
                  <span class="words" aria-hidden="true">{{ words(reviewer) }}</span>
                </td>
                <td class="r">{{ reviewer.reviewCount }}</td>
              </tr>
            }
          </tbody>
        </table>
        <p class="soft">{{ t('reviews.leniency.known') }}</p>
      } @else {
        <p>{{ t('reviews.leniency.alike') }}</p>
      }
    }
  `,
  styleUrl: './report.css',
})
export class LeniencyReport {
  readonly leniency = input.required<LeniencyDto>();

  protected readonly t = injectText();
  private readonly plural = injectPlural();
  private readonly formats = injectFormats();
  /** End of the rule: half points, so that pictures of different challenges look alike. */
  protected readonly widest = computed(() => {
    const far = this.leniency().reviewers.map((one) => Math.abs(one.effect) + this.margin(one));
    return Math.max(1, Math.ceil(Math.max(0, ...far) * 2) / 2);
  });
  /** Why nothing is adjusted; empty when it is. */
  protected readonly refusal = computed(() => {
    const { refusal, groups, tooFewFrom } = this.leniency();
    if (refusal === null) return '';
    if (refusal !== 'reviewer_with_too_few') return this.t('reviews.leniency.refused.' + refusal, { groups });
    return this.plural('reviews.leniency.tooFewFrom', tooFewFrom.length, { names: this.formats().list(tooFewFrom) });
  });

  protected margin({ standardError }: ReviewerLeniencyDto): number {
    return NINE_TENTHS * standardError;
  }

  /** Says the difference, and between what it plausibly lies. */
  protected words(reviewer: ReviewerLeniencyDto): string {
    const { number } = this.formats();
    const points = number(Math.abs(reviewer.effect), 2);
    const way = reviewer.effect > 0 ? 'milder' : reviewer.effect < 0 ? 'stricter' : 'same';
    return this.t('reviews.leniency.' + way, { points, margin: number(this.margin(reviewer), 2) });
  }
}
