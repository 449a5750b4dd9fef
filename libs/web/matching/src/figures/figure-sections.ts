import { Component, computed, inject, input } from '@angular/core';
import { type CellDto, type FigureDto, type FiguresDto } from '@htsm/contracts';
import { injectFormats, injectText, Language, Lists } from '@htsm/web/core';
import { Bars, type ChartValue, Columns } from '@htsm/web/ui';

/** The figures of a year as charts, each with its table. */
@Component({
  selector: 'htsm-figure-sections',
  imports: [Bars, Columns],
  templateUrl: './figure-sections.html',
  styleUrl: './figure-sections.css',
})
export class FigureSections {
  private readonly lists = inject(Lists);
  private readonly language = inject(Language);

  readonly figures = input.required<FiguresDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  private readonly monthNames = computed(() => {
    const names = new Intl.DateTimeFormat(this.language.current(), { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => names.format(new Date(Date.UTC(2026, month, 1))));
  });

  protected total({ total }: FigureDto): string {
    return total === null ? this.t('matching.figures.few') : this.formats().number(total, 0);
  }

  protected months({ months }: FigureDto): ChartValue[] {
    return months.map(({ count }, index) => ({ label: this.monthNames()[index] ?? '', value: count }));
  }

  protected named(scheme: 'theme' | 'region', cells: readonly CellDto[]): ChartValue[] {
    return cells.map(({ key, count }) => ({ label: this.lists.word(scheme, key), value: count }));
  }

  protected outcomes(): ChartValue[] {
    return this.figures().outcomes.map(({ key, count }) => ({
      label: this.t(`matching.ledger.kind.${key}`),
      value: count,
    }));
  }
}
