import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type TaskforceFiguresDto } from '@htsm/contracts';
import { describePage, injectText, readScreen } from '@htsm/web/core';
import { Bars, PageHead, ReadFailure, SelectField, Skeleton } from '@htsm/web/ui';
import { ExposureSection } from './exposure-section';
import { FigureSections } from './figure-sections';
import { LearningSection } from './learning-section';

/** Page `/taskforce/figures`: what the platform did in a year, with every count. */
@Component({
  selector: 'htsm-dashboard-page',
  imports: [
    Bars,
    ExposureSection,
    FigureSections,
    LearningSection,
    PageHead,
    ReadFailure,
    RouterLink,
    SelectField,
    Skeleton,
  ],
  templateUrl: './dashboard-page.html',
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3) var(--space-5);
      padding-block-end: var(--space-4);
    }
    .panel,
    htsm-learning-section,
    htsm-exposure-section {
      display: block;
      margin-block-end: var(--space-5);
    }
  `,
})
export class DashboardPage {
  private readonly router = inject(Router);

  /** The year to show; this year when there is none. */
  readonly year = input<string>();

  protected readonly t = injectText();
  protected readonly figures = readScreen<TaskforceFiguresDto>(
    () => `/taskforce/figures${/^2[01]\d\d$/.test(this.year() ?? '') ? `?year=${this.year() ?? ''}` : ''}`,
  );
  protected readonly years = computed(() =>
    (this.figures.value()?.years ?? []).map((year) => ({ value: String(year), label: String(year) })),
  );
  protected readonly funnel = computed(() =>
    (this.figures.value()?.funnel ?? []).map(({ key, count }) => ({
      label: this.t(`matching.figures.steps.${key}`),
      value: count,
    })),
  );

  constructor() {
    describePage(() => ({ title: this.heading() }));
  }

  protected heading(): string {
    return this.t('matching.figures.title', { year: this.figures.value()?.year ?? this.year() ?? '' });
  }

  protected async choose(year: string): Promise<void> {
    await this.router.navigate(['/taskforce/figures'], { queryParams: { year } });
  }
}
