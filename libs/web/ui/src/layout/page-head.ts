import { booleanAttribute, Component, input } from '@angular/core';

/** The head of a page: state, owner and reference in the slot `over`, then the title and one sentence. */
@Component({
  selector: 'htsm-page-head',
  template: `
    <div class="head" [class.desk]="isDesk()">
      <div class="over"><ng-content select="[over]" /></div>
      <h1>{{ heading() }}</h1>
      @if (lead()) {
        <p class="lead">{{ lead() }}</p>
      }
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .over:empty {
      display: none;
    }
  `,
})
export class PageHead {
  readonly heading = input.required<string>();
  readonly lead = input<string | undefined>('');
  /** Whether this is a working screen: smaller title, less air. */
  readonly isDesk = input(false, { transform: booleanAttribute });
}
