import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyProposalDto, type ProposalAttachmentDto } from '@htsm/contracts';
import { type ProposalContent, type ProposalPart } from '@htsm/domain';
import { injectFormats, injectText } from '@htsm/web/core';
import { FileList } from '@htsm/web/ui';
import { injectTitleOf } from '../shared/own-language';

interface Answer {
  readonly label: string;
  readonly text: string;
}

/** Everything that was written, as it will be read: to check before submitting, and to read afterwards. */
@Component({
  selector: 'htsm-proposal-answers',
  imports: [FileList, RouterLink],
  template: `
    @for (part of parts(); track part.name) {
      <section [attr.aria-labelledby]="'answers-' + part.name">
        <div class="part-head">
          <h3 [id]="'answers-' + part.name">{{ t('proposals.part.' + part.name) }}</h3>
          @if (canChange()) {
            <a [routerLink]="'/my/proposals/' + proposal().id + '/' + part.name"
              >{{ t('proposals.check.change') }}<span class="sr">: {{ t('proposals.part.' + part.name) }}</span></a
            >
          }
        </div>
        @if (part.name === 'attachments') {
          @if (attachments().length === 0) {
            <p class="soft">{{ t('proposals.view.noFiles') }}</p>
          } @else {
            <htsm-file-list [files]="files()" />
          }
        }
        <dl>
          @for (answer of part.answers; track answer.label) {
            <div>
              <dt>{{ answer.label }}</dt>
              @if (answer.text) {
                <dd>{{ answer.text }}</dd>
              } @else {
                <dd class="quiet">{{ t('proposals.view.empty') }}</dd>
              }
            </div>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-6);
      max-width: 46rem;
    }
    .part-head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-1) var(--space-4);
      padding-block-end: var(--space-2);
      border-block-end: var(--rule-bold) solid var(--ink);
    }
    .soft {
      padding-block: var(--space-3);
    }
    dl > div {
      padding-block: var(--space-3);
      border-block-end: var(--rule) solid var(--line);
    }
    dt {
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
    dd {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class ProposalAnswers {
  readonly proposal = input.required<MyProposalDto>();
  /** What is written now; the proposal's own when nothing newer is on the screen. */
  readonly content = input.required<ProposalContent>();
  readonly attachments = input.required<readonly ProposalAttachmentDto[]>();
  /** Whether every part has a link to change it. */
  readonly canChange = input(false);

  protected readonly t = injectText();
  private readonly formats = injectFormats();
  private readonly titleOf = injectTitleOf();
  protected readonly files = computed(() =>
    this.attachments().map((file) => ({
      id: file.id,
      name: file.fileName,
      bytes: file.sizeBytes,
      href: `/api/my/proposals/${this.proposal().id}/attachments/${file.id}`,
    })),
  );
  protected readonly parts = computed<{ name: ProposalPart; answers: Answer[] }[]>(() => {
    const content = this.content();
    const answer = (name: 'title' | 'summary' | 'approach' | 'planning'): Answer => ({
      label: this.t('proposals.field.' + name),
      text: content[name].trim(),
    });
    const price =
      content.priceEur === null || Number.isNaN(content.priceEur) ? '' : this.formats().money(content.priceEur);
    return [
      { name: 'solution', answers: [answer('title'), answer('summary'), answer('approach')] },
      { name: 'criteria', answers: this.fits(content) },
      { name: 'plan', answers: [answer('planning'), { label: this.t('proposals.field.priceEur'), text: price }] },
      { name: 'attachments', answers: [] },
    ];
  });

  private fits(content: ProposalContent): Answer[] {
    return this.proposal().criteria.map((criterion) => ({
      label: this.titleOf(criterion),
      text: content.fits.find((fit) => fit.criterionId === criterion.id)?.text.trim() ?? '',
    }));
  }
}
