import { Component, input } from '@angular/core';

/** A page of plain text: title, one sentence, sections in one column. */
@Component({
  selector: 'htsm-info-page',
  template: `
    <div class="wrap">
      <div class="head">
        <h1>{{ heading() }}</h1>
        <p class="lead">{{ lead() }}</p>
      </div>
      <div class="sections"><ng-content /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .sections {
      max-width: 46rem;
    }
    .sections ::ng-deep > section {
      display: grid;
      gap: var(--space-2);
      max-width: var(--measure);
      padding-block: var(--space-5);
      border-block-start: var(--rule) solid var(--line);
    }
    .sections ::ng-deep > section p {
      white-space: pre-line;
    }
  `,
})
export class InfoPage {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
}
