import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';
import { largestOf, type ChartValue } from './chart-value';

/** Values that people compare, as bars in a table: the table says in words and figures what the bars show. */
@Component({
  selector: 'htsm-bars',
  template: `
    <table>
      <caption>
        {{
          heading()
        }}
      </caption>
      <thead class="sr">
        <tr>
          <th scope="col">{{ of() }}</th>
          <th scope="col">{{ unit() }}</th>
        </tr>
      </thead>
      <tbody>
        @for (bar of bars(); track bar.label) {
          <tr>
            <th scope="row">{{ bar.label }}</th>
            <td>
              @if (bar.width !== null) {
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="base" width="100" height="10" />
                  <rect class="value" [attr.width]="bar.width" height="10" />
                </svg>
              }
              <b class="num">{{ bar.text }}</b>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './chart.css',
})
export class Bars {
  /** What the chart shows. */
  readonly heading = input.required<string>();
  /** What the rows are: themes, steps. */
  readonly of = input.required<string>();
  /** What is counted. */
  readonly unit = input.required<string>();
  readonly values = input.required<readonly ChartValue[]>();
  /** What a whole bar is; the largest value when left out. */
  readonly whole = input<number>();

  private readonly words = injectWords();
  protected readonly bars = computed(() => {
    const most = this.whole() ?? largestOf(this.values());
    return this.values().map(({ label, value, text }) => ({
      label,
      width: value === null ? null : (100 * value) / most,
      text: text ?? (value === null ? this.words.t('ui.chart.few') : this.words.formats().number(value, 0)),
    }));
  });
}
