import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { type AnchorScoreDto, type RankingDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Range, Score, SelectField } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';

/** The proposal that everybody judges first, and how far each reviewer lies from the others on it. */
@Component({
  selector: 'htsm-anchor-report',
  imports: [Button, ErrorSummary, Range, Score, SelectField],
  template: `
    <h2>{{ t('reviews.anchor.title') }}</h2>
    <p>{{ t('reviews.anchor.what') }}</p>
    @if (ranking().canDecide) {
      <form class="noprint" novalidate (submit)="$event.preventDefault(); choose()">
        <htsm-error-summary [form]="form" />
        <htsm-select
          [htsmField]="form.field('proposalId')"
          [label]="t('reviews.anchor.choose')"
          [options]="options()"
        />
        <p>
          <button htsm-button type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.anchor.busy')">
            {{ t('reviews.anchor.save') }}
          </button>
        </p>
      </form>
    }
    @if (ranking().anchor; as anchor) {
      @if (anchor.scores.length === 0) {
        <p class="soft">{{ t('reviews.anchor.nobody', { proposal: chosen() }) }}</p>
      } @else {
        <table class="table">
          <caption>
            {{
              t('reviews.anchor.scores', { proposal: chosen() })
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t('reviews.leniency.reviewer') }}</th>
              <th scope="col" class="r">{{ t('reviews.anchor.score') }}</th>
              <th scope="col">{{ t('reviews.anchor.drift') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of anchor.scores; track one.reviewerId) {
              <tr>
                <th scope="row">{{ one.name }}</th>
                <td class="r"><htsm-score [value]="one.score" [decimals]="1" /></td>
                <td>
                  @if (one.drift !== null) {
                    <htsm-range
                      [from]="-5"
                      [to]="5"
                      [zero]="0"
                      [low]="one.drift < 0 ? one.drift : 0"
                      [high]="one.drift > 0 ? one.drift : 0"
                      [mark]="one.drift"
                      [text]="words(one)"
                    />
                  }
                  <span class="words" [attr.aria-hidden]="one.drift === null ? null : true">{{ words(one) }}</span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      }
    }
  `,
  styleUrl: './report.css',
  styles: `
    form {
      display: grid;
      gap: var(--space-3);
      padding-block-end: var(--space-3);
    }
  `,
})
export class AnchorReport {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly ranking = input.required<RankingDto>();
  readonly changed = output();

  protected readonly t = injectText();
  private readonly formats = injectFormats();
  protected readonly form = createForm({ initial: { proposalId: '' } });
  protected readonly options = computed(() => [
    { value: '', label: this.t('reviews.anchor.none') },
    ...this.ranking()
      .items.toSorted((one, other) => one.number - other.number)
      .map(({ proposalId, number, title }) => ({ value: proposalId, label: `${numberText(number)} ${title}` })),
  ]);
  protected readonly chosen = computed(() => {
    const { anchor, items } = this.ranking();
    const number = items.find(({ proposalId }) => proposalId === anchor?.proposalId)?.number;
    return number === undefined ? '' : this.t('reviews.proposal', { number: numberText(number) });
  });

  constructor() {
    effect(() => {
      const proposalId = this.ranking().anchor?.proposalId ?? '';
      untracked(() => this.form.reset({ proposalId }));
    });
  }

  protected words({ drift }: AnchorScoreDto): string {
    if (drift === null) return this.t('reviews.anchor.alone');
    if (Math.abs(drift) < 0.05) return this.t('reviews.anchor.same');
    const points = this.formats().number(Math.abs(drift), 1);
    return this.t(drift < 0 ? 'reviews.anchor.below' : 'reviews.anchor.above', { points });
  }

  protected async choose(): Promise<void> {
    const done = await this.form.submit(async ({ proposalId }) => {
      const body = { proposalId: proposalId === '' ? null : proposalId };
      await this.api.put(`/taskforce/challenges/${this.challengeId()}/anchor`, body);
      return true;
    });
    if (done === true) this.changed.emit();
  }
}
