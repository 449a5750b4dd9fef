import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { type MyProposalDto, type ProposalOpeningDto, type ProposalOpeningsDto } from '@htsm/contracts';
import { ApiClient, injectFormats, injectText } from '@htsm/web/core';
import { Button, Message } from '@htsm/web/ui';

/** Who outside the organisation opened the proposal and its files, newest first: role and moment. */
@Component({
  selector: 'htsm-opening-list',
  imports: [Button, Message],
  template: `
    <section aria-labelledby="openings">
      <h2 id="openings">{{ t('proposals.openings.heading') }}</h2>
      <p class="soft">{{ t('proposals.openings.lead') }}</p>
      @if (hasFailed()) {
        <htsm-message tone="stop">{{ t('proposals.openings.failed') }}</htsm-message>
      } @else if (first.hasValue() && shown().length === 0) {
        <p>{{ t('proposals.openings.none') }}</p>
      } @else if (first.hasValue()) {
        <table class="table labelled">
          <thead>
            <tr>
              <th scope="col">{{ t('proposals.openings.when') }}</th>
              <th scope="col">{{ t('proposals.openings.who') }}</th>
              <th scope="col">{{ t('proposals.openings.what') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (opening of shown(); track $index) {
              <tr>
                <th scope="row">
                  <time [attr.datetime]="opening.openedAt">{{ formats().moment(opening.openedAt) }}</time>
                </th>
                <td [attr.data-head]="t('proposals.openings.who')">
                  {{ t('proposals.openings.role.' + opening.role, { owner: proposal().challenge.ownerName }) }}
                </td>
                <td [attr.data-head]="t('proposals.openings.what')">
                  {{ opening.fileName ?? t('proposals.openings.proposal') }}
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (next() !== null) {
          <button htsm-button type="button" kind="second" [isSmall]="true" [busy]="isBusy()" (click)="readMore()">
            {{ t('proposals.openings.more') }}
          </button>
        }
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    section {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
    }
    td {
      overflow-wrap: anywhere;
    }
  `,
})
export class OpeningList {
  private readonly api = inject(ApiClient);

  readonly proposal = input.required<MyProposalDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly isBusy = signal(false);
  private readonly hasMoreFailed = signal(false);
  protected readonly first = resource({
    params: () => ({ id: this.proposal().id }),
    loader: ({ params }) => this.api.get<ProposalOpeningsDto>(`/my/proposals/${params.id}/openings`),
  });
  /** Later pages; a new first page starts over. */
  private readonly later = linkedSignal<ProposalOpeningsDto | undefined, readonly ProposalOpeningsDto[]>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: () => [],
  });
  private readonly pages = computed(() => [...(this.first.hasValue() ? [this.first.value()] : []), ...this.later()]);
  protected readonly shown = computed<ProposalOpeningDto[]>(() => this.pages().flatMap(({ items }) => items));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly hasFailed = computed(() => this.first.error() !== undefined || this.hasMoreFailed());

  protected async readMore(): Promise<void> {
    const cursor = this.next();
    if (cursor === null || this.isBusy()) return;
    this.isBusy.set(true);
    this.hasMoreFailed.set(false);
    try {
      const path = `/my/proposals/${this.proposal().id}/openings?cursor=${encodeURIComponent(cursor)}`;
      const page = await this.api.get<ProposalOpeningsDto>(path);
      this.later.update((pages) => [...pages, page]);
    } catch {
      this.hasMoreFailed.set(true);
    } finally {
      this.isBusy.set(false);
    }
  }
}
