import { Component, computed, input } from '@angular/core';

/** Where the rule begins and ends in the picture. */
const [START, LENGTH] = [8, 160];

/** A value with how uncertain it is, as a mark in a band on a rule; the words beside it say the same. */
@Component({
  selector: 'htsm-range',
  template: `
    <svg viewBox="0 0 176 24" role="img" [attr.aria-label]="text()">
      <path class="base" d="M8 17H168" />
      <path class="base" d="M8 14v6M168 14v6" />
      @if (zeroAt() !== undefined) {
        <path class="zero" [attr.d]="'M' + zeroAt() + ' 2v20'" />
      }
      <path class="range" [attr.d]="'M' + lowAt() + ' 9H' + highAt()" />
      @if (markAt() !== undefined) {
        <circle class="mark" [attr.cx]="markAt()" cy="9" r="3.5" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
    }
    svg {
      display: block;
      width: 11rem;
      max-width: 100%;
      height: auto;
      overflow: visible;
    }
    .base {
      stroke: var(--line-strong);
      stroke-width: 1;
    }
    .zero {
      stroke: var(--ink-quiet);
      stroke-width: 1;
      stroke-dasharray: 2 2;
    }
    .range {
      stroke: var(--chart-range);
      stroke-width: 8;
    }
    .mark {
      fill: var(--surface);
      stroke: var(--ink);
      stroke-width: 1.5;
    }
    @media (forced-colors: active) {
      .base,
      .zero,
      .range,
      .mark {
        stroke: CanvasText;
      }
    }
  `,
})
export class Range {
  /** Where the rule begins and ends. */
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  readonly low = input.required<number>();
  readonly high = input.required<number>();
  /** The value itself; none when left out. */
  readonly mark = input<number>();
  /** A value to compare with, such as no difference; none when left out. */
  readonly zero = input<number>();
  /** What the picture shows, in words. */
  readonly text = input.required<string>();

  // a band without width would not be seen
  protected readonly lowAt = computed(() => this.place(this.low()) - 2);
  protected readonly highAt = computed(() => this.place(this.high()) + 2);
  protected readonly markAt = computed(() => this.placeOf(this.mark()));
  protected readonly zeroAt = computed(() => this.placeOf(this.zero()));

  private placeOf(value: number | undefined): number | undefined {
    return value === undefined ? undefined : this.place(value);
  }

  private place(value: number): number {
    const [from, to] = [this.from(), this.to()];
    if (to <= from) return START + LENGTH / 2;
    return START + (LENGTH * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  }
}
