import { Component, computed, input, linkedSignal } from '@angular/core';
import { type JudgedCriterionDto, type JudgedProposalDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Button, FileList, Message, RichText } from '@htsm/web/ui';

/** A whole proposal to read. */
@Component({
  selector: 'htsm-proposal-document',
  imports: [Button, FileList, Message, RichText],
  template: `
    @let it = proposal();
    <dl class="facts">
      <div>
        <dt>{{ t('reviews.document.price') }}</dt>
        <dd class="num">{{ it.priceEur === null ? t('reviews.document.noPrice') : formats().money(it.priceEur) }}</dd>
      </div>
      @if (it.submittedAt) {
        <div>
          <dt>{{ t('reviews.document.submitted') }}</dt>
          <dd>{{ formats().moment(it.submittedAt) }}</dd>
        </div>
      }
    </dl>
    <div class="prose">
      <h3>{{ t('reviews.document.summary') }}</h3>
      <p class="plain">{{ it.summary }}</p>
      <h3>{{ t('reviews.document.approach') }}</h3>
      <htsm-rich-text [html]="it.approachHtml" />
      <h3>{{ t('reviews.document.planning') }}</h3>
      <htsm-rich-text [html]="it.planningHtml" />
      @for (fit of fits(); track fit.criterionId) {
        <h3>{{ t('reviews.document.fit', { criterion: fit.title }) }}</h3>
        <htsm-rich-text [html]="fit.html" />
      }
      <h3>{{ t('reviews.document.files') }}</h3>
      @if (files().length > 0 && isBlind() && !hasReadCover()) {
        <htsm-message [heading]="t('reviews.blind.coverHead')">
          <p>{{ t('reviews.blind.cover') }}</p>
          <div class="row">
            <button htsm-button type="button" isSmall (click)="hasReadCover.set(true)">
              {{ t('reviews.blind.coverRead') }}
            </button>
          </div>
        </htsm-message>
      } @else if (files().length > 0) {
        <htsm-file-list [files]="files()" />
      } @else {
        <p class="soft">{{ t('reviews.document.noFiles') }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-6);
      margin-block: var(--space-4);
      border-block: var(--rule) solid var(--line);
    }
    .facts > div {
      border: 0;
    }
    .prose {
      font-size: var(--text-md);
      line-height: 1.6;
    }
    h3 {
      padding-block-start: var(--space-4);
      font-size: var(--text-md);
    }
    htsm-message .row {
      padding-block-start: var(--space-3);
    }
    .plain {
      white-space: pre-line;
    }
  `,
})
export class ProposalDocument {
  readonly proposal = input.required<JudgedProposalDto>();
  readonly criteria = input.required<readonly JudgedCriterionDto[]>();
  /** Address below which the files are, such as `/api/my/reviews/<id>/attachments`. */
  readonly filesPath = input.required<string>();
  /** Whether it is judged without names: the files then come after a sheet that says what to do with names in them. */
  readonly isBlind = input(false);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly hasReadCover = linkedSignal<string, boolean>({ source: this.filesPath, computation: () => false });
  protected readonly fits = computed(() =>
    this.criteria().flatMap(({ id, title }) =>
      this.proposal()
        .fits.filter((fit) => fit.criterionId === id)
        .map((fit) => ({ ...fit, title })),
    ),
  );
  protected readonly files = computed(() =>
    this.proposal().attachments.map(({ id, fileName, sizeBytes }) => ({
      id,
      name: fileName,
      bytes: sizeBytes,
      href: `${this.filesPath()}/${id}`,
    })),
  );
}
