import { Component, computed, input, signal } from '@angular/core';
import { type LearningFigureDto, type TaskforceFiguresDto } from '@htsm/contracts';
import { FEWEST_DECIDED } from '@htsm/domain';
import { injectFormats, injectText } from '@htsm/web/core';
import { Bars, type ChartValue, Empty, SelectField } from '@htsm/web/ui';

/** How high those stood on the lists that were the right ones, for the year by language and by week. */
@Component({
  selector: 'htsm-learning-section',
  imports: [Bars, Empty, SelectField],
  templateUrl: './learning-section.html',
  styleUrl: './figure-sections.css',
})
export class LearningSection {
  readonly figures = input.required<TaskforceFiguresDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly fewest = FEWEST_DECIDED;
  /** Which languages the weeks are shown of. */
  protected readonly languages = signal('all');
  protected readonly year = computed(() => this.figures().learning.filter(({ week }) => week === null));
  protected readonly hasAny = computed(() => this.year().some(({ challenges }) => challenges > 0));
  protected readonly choices = computed(() =>
    this.year().map((figure) => ({ value: keyOf(figure), label: this.name(figure) })),
  );
  private readonly weeks = computed(() =>
    this.figures().learning.filter((figure) => figure.week !== null && keyOf(figure) === this.languages()),
  );
  protected readonly accepted = computed(() =>
    this.weeks().map((figure) => this.bar(figure, figure.acceptPercent, this.accept(figure))),
  );
  protected readonly ranks = computed(() =>
    this.weeks().map((figure) => this.bar(figure, figure.rankThousandths, this.rank(figure))),
  );

  protected name({ asked, offered }: LearningFigureDto): string {
    if (asked === null || offered === null) return this.t('matching.figures.learning.all');
    return this.t('matching.figures.learning.pair', {
      asked: this.t(`matching.figures.learning.language.${asked}`),
      offered: this.t(`matching.figures.learning.language.${offered}`),
    });
  }

  protected accept(figure: LearningFigureDto): string {
    return figure.acceptPercent === null ? this.few(figure) : this.formats().percent(figure.acceptPercent);
  }

  protected rank(figure: LearningFigureDto): string {
    const { rankThousandths } = figure;
    return rankThousandths === null ? this.few(figure) : this.formats().number(rankThousandths / 1000, 2);
  }

  private few({ challenges }: LearningFigureDto): string {
    return this.t('matching.figures.learning.few', { count: challenges });
  }

  private bar({ week }: LearningFigureDto, value: number | null, text: string): ChartValue {
    return { label: this.t('matching.figures.learning.weekNumber', { week: week ?? '' }), value, text };
  }
}

function keyOf({ asked, offered }: LearningFigureDto): string {
  return asked === null || offered === null ? 'all' : `${asked}-${offered}`;
}
