import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';
import { largestOf, type ChartValue } from './chart-value';

const HEIGHT = 96;
const STEP = 24;

/** Values in the order of time as columns, with the same values in a table behind it. */
@Component({
  selector: 'htsm-columns',
  template: `
    <figure>
      <figcaption>{{ heading() }}</figcaption>
      <svg [attr.viewBox]="'0 0 ' + width() + ' 116'" role="img" [attr.aria-label]="text()">
        <path class="grid" [attr.d]="'M0 96.5H' + width()" />
        @for (column of columns(); track column.label) {
          <rect class="value" [attr.x]="column.x" [attr.y]="column.y" width="16" [attr.height]="column.height" />
          <text class="mark" [attr.x]="column.x + 8" [attr.y]="column.y - 4">{{ column.mark }}</text>
          <text class="label" [attr.x]="column.x + 8" y="112">{{ column.short }}</text>
        }
      </svg>
      <details>
        <summary>
          {{ words.t('ui.chart.table') }}<span class="sr">: {{ heading() }}</span>
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{{ of() }}</th>
              <th scope="col">{{ unit() }}</th>
            </tr>
          </thead>
          <tbody>
            @for (column of columns(); track column.label) {
              <tr>
                <th scope="row">{{ column.label }}</th>
                <td class="num">{{ column.text }}</td>
              </tr>
            }
          </tbody>
        </table>
      </details>
    </figure>
  `,
  styleUrl: './chart.css',
})
export class Columns {
  /** What the chart shows. */
  readonly heading = input.required<string>();
  /** What the columns are, such as months. */
  readonly of = input.required<string>();
  /** What is counted. */
  readonly unit = input.required<string>();
  readonly values = input.required<readonly ChartValue[]>();

  protected readonly words = injectWords();
  protected readonly width = computed(() => this.values().length * STEP);
  protected readonly columns = computed(() => {
    const most = largestOf(this.values());
    return this.values().map(({ label, value }, index) => {
      const height = value === null ? 0 : ((HEIGHT - 16) * value) / most;
      return {
        label,
        short: label.slice(0, 1).toUpperCase(),
        x: index * STEP + 4,
        y: HEIGHT - height,
        height,
        mark: value === null ? '·' : value === 0 ? '' : this.words.formats().number(value, 0),
        text: value === null ? this.words.t('ui.chart.few') : this.words.formats().number(value, 0),
      };
    });
  });
  /** The whole chart in one sentence. */
  protected readonly text = computed(
    () =>
      `${this.heading()}: ${this.columns()
        .map(({ label, text }) => `${label} ${text}`)
        .join(', ')}`,
  );
}
