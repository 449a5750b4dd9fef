import { Component, computed, input } from '@angular/core';
import { type ExposureMeanDto, type ExposureQuarterDto, type TaskforceFiguresDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Bars, type ChartValue, Empty } from '@htsm/web/ui';

/** How evenly SMEs were shown to owners and the taskforce, by quarter. */
@Component({
  selector: 'htsm-exposure-section',
  imports: [Bars, Empty],
  templateUrl: './exposure-section.html',
  styleUrl: './figure-sections.css',
})
export class ExposureSection {
  readonly figures = input.required<TaskforceFiguresDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly quarters = computed(() => this.figures().exposure);
  protected readonly hasAny = computed(() => this.quarters().some(({ giniThousandths }) => giniThousandths !== null));
  protected readonly ginis = computed(() =>
    this.quarters().map((one) => this.bar(one, one.giniThousandths, this.gini(one))),
  );
  protected readonly never = computed(() =>
    this.quarters().map((one) => this.bar(one, one.neverPercent, this.formats().percent(one.neverPercent))),
  );
  protected readonly means = computed(() =>
    this.quarters().flatMap((one) => [
      this.meanBar(one, 'newcomers', one.newcomers),
      this.meanBar(one, 'others', one.others),
    ]),
  );

  protected name({ quarter }: ExposureQuarterDto): string {
    return this.t('matching.figures.exposure.quarterNumber', { quarter });
  }

  protected gini({ giniThousandths }: ExposureQuarterDto): string {
    if (giniThousandths === null) return this.t('matching.figures.exposure.nobody');
    return this.formats().number(giniThousandths / 1000, 2);
  }

  /** The mean and of how many SMEs it is. */
  protected mean({ smes, meanTenths }: ExposureMeanDto): string {
    if (meanTenths === null) return this.t('matching.figures.exposure.noSuch');
    return this.t('matching.figures.exposure.meanOf', { mean: this.formats().number(meanTenths / 10, 1), smes });
  }

  private bar(one: ExposureQuarterDto, value: number | null, text: string): ChartValue {
    return { label: this.name(one), value, text };
  }

  private meanBar(one: ExposureQuarterDto, kind: 'newcomers' | 'others', mean: ExposureMeanDto): ChartValue {
    const of = this.t(`matching.figures.exposure.${kind}`);
    const text = mean.meanTenths === null ? this.mean(mean) : this.formats().number(mean.meanTenths / 10, 1);
    return { label: `${this.name(one)}, ${of}`, value: mean.meanTenths, text };
  }
}
