import { afterRenderEffect, Component, computed, type ElementRef, input, type Signal, viewChild } from '@angular/core';
import { injectWords } from '../words';
import { fieldId, type FormError } from './field';

/** What the list of errors needs of a form. */
export interface SummarySource {
  readonly summary: Signal<readonly FormError[]>;
  /** Grows with every refused submit; the list then takes focus. */
  readonly attempts: Signal<number>;
}

/** The list of errors on top of a form, with a link to every field. Takes focus after a refused submit. */
@Component({
  selector: 'htsm-error-summary',
  host: { '[hidden]': 'lines().length === 0' },
  template: `
    @if (lines().length > 0) {
      <div #box class="msg stop" role="alert" tabindex="-1">
        <strong>{{ words.plural('ui.field.summary', lines().length) }}</strong>
        <ul>
          @for (line of lines(); track line.path) {
            <li>
              @if (line.path) {
                <a [href]="'#' + id(line.path)" (click)="go($event, line.path)">{{ text(line) }}</a>
              } @else {
                {{ text(line) }}
              }
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    ul {
      padding-inline-start: 1.2em;
    }
    a {
      display: inline-block;
      padding-block: 0.2rem;
      color: inherit;
    }
  `,
})
export class ErrorSummary {
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  readonly form = input.required<SummarySource>();

  protected readonly words = injectWords();
  protected readonly lines = computed(() => this.form().summary());
  protected readonly id = fieldId;

  constructor() {
    let seen = 0;
    // After rendering, because the list only exists from the first refusal on.
    afterRenderEffect(() => {
      const attempts = this.form().attempts();
      const box = this.box()?.nativeElement;
      if (attempts > seen && box !== undefined) box.focus();
      seen = attempts;
    });
  }

  protected text(line: FormError): string {
    return line.label === '' ? line.message : `${line.label}: ${line.message}`;
  }

  /** Puts focus in the field, or on its group. */
  protected go(event: Event, path: string): void {
    event.preventDefault();
    const target = this.box()?.nativeElement.ownerDocument.getElementById(fieldId(path));
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  }
}
