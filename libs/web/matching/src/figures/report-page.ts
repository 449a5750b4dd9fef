import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FiguresDto } from '@htsm/contracts';
import { ApiClient, describePage, injectText, NotFound, Problem } from '@htsm/web/core';
import { Message, PageHead, Skeleton } from '@htsm/web/ui';
import { FigureSections } from './figure-sections';

/** Page `/results/2026`: the yearly report, for everybody. */
@Component({
  selector: 'htsm-report-page',
  host: { class: 'wrap' },
  imports: [FigureSections, Message, NotFound, PageHead, RouterLink, Skeleton],
  template: `
    @if (isYear()) {
      <htsm-page-head
        [heading]="t('matching.figures.title', { year: year() })"
        [lead]="t('matching.figures.publicLead')"
      />
      <p class="links">
        <a routerLink="/results">{{ t('matching.figures.toResults') }}</a>
        <a [href]="'/api/figures/file?year=' + year()" download>{{ t('matching.figures.download') }}</a>
        @for (other of found.value()?.years; track other) {
          @if (other !== +year()) {
            <a [routerLink]="['/results', other]">{{ other }}</a>
          }
        }
      </p>
      @if (problem(); as failed) {
        <htsm-message tone="stop" [heading]="failed.title">{{ failed.detail }}</htsm-message>
      } @else if (found.value(); as figures) {
        <htsm-figure-sections [figures]="figures" />
      } @else {
        <htsm-skeleton [lines]="8" />
      }
    } @else {
      <htsm-not-found />
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-5);
      padding-block-end: var(--space-4);
    }
  `,
})
export class ReportPage {
  private readonly api = inject(ApiClient);

  readonly year = input.required<string>();

  protected readonly t = injectText();
  protected readonly isYear = computed(() => /^2[01]\d\d$/.test(this.year()));
  protected readonly found = resource({
    id: 'matching.report',
    params: () => (this.isYear() ? { year: Number(this.year()) } : undefined),
    loader: ({ params: { year } }) => this.api.get<FiguresDto>('/figures', { query: { year } }),
  });
  protected readonly problem = computed(() => {
    const fault = this.found.error();
    return fault instanceof Problem ? fault : undefined;
  });

  constructor() {
    describePage(() => ({
      title: this.t('matching.figures.title', { year: this.year() }),
      description: this.t('matching.figures.publicLead'),
    }));
  }
}
