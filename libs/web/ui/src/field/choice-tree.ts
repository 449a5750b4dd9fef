import { Component, input } from '@angular/core';
import { injectWords } from '../words';
import { ChoiceControl } from './choice-control';
import { FieldFrame } from './field-frame';
import { type TreeOption } from './options';

/** Choices of two levels: the upper ones in view, what is below each in a fold. A choice says nothing of the other level. */
@Component({
  selector: 'htsm-choice-tree',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this" [isGroup]="true">
      <div class="tree">
        @for (option of options(); track option.value) {
          <div class="branch">
            <label class="check">
              <input
                #top
                type="checkbox"
                [attr.name]="fieldId()"
                [value]="option.value"
                [checked]="current().includes(option.value)"
                (change)="toggle(option.value, top.checked)"
                (blur)="leave()"
              />
              <span>{{ option.label }}</span>
            </label>
            @if (option.children.length > 0) {
              <details [open]="wasChosen(option)">
                <summary>
                  <span class="sr">{{ option.label }}: </span
                  >{{ words.plural('ui.tree.below', option.children.length) }}
                  @if (chosenBelow(option); as n) {
                    <strong>{{ words.plural('ui.tree.chosen', n) }}</strong>
                  }
                </summary>
                @for (below of option.children; track below.value) {
                  <label class="check">
                    <input
                      #box
                      type="checkbox"
                      [attr.name]="fieldId()"
                      [value]="below.value"
                      [checked]="current().includes(below.value)"
                      (change)="toggle(below.value, box.checked)"
                      (blur)="leave()"
                    />
                    <span>{{ below.label }}</span>
                  </label>
                }
              </details>
            }
          </div>
        }
      </div>
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .tree {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
      gap: var(--space-2) var(--space-5);
      align-items: start;
    }
    details {
      margin-inline-start: var(--space-5);
      padding-inline-start: var(--space-3);
      border-inline-start: var(--rule) solid var(--line);
    }
    summary {
      min-height: 1.5rem;
      color: var(--ink-soft);
      font-size: var(--text-sm);
      cursor: pointer;
    }
    strong {
      color: var(--ink);
    }
    details .check {
      font-size: var(--text-sm);
    }
  `,
})
export class ChoiceTree extends ChoiceControl {
  readonly options = input.required<readonly TreeOption[]>();

  protected readonly words = injectWords();
  /** Folds that were open once stay as the reader leaves them. */
  private readonly opened = new Set<string>();

  protected chosenBelow({ children }: TreeOption): number {
    return children.filter(({ value }) => this.current().includes(value)).length;
  }

  protected wasChosen(option: TreeOption): boolean {
    if (this.chosenBelow(option) > 0) this.opened.add(option.value);
    return this.opened.has(option.value);
  }

  protected override shown(): string[] {
    return this.options().flatMap((option) => [option.value, ...option.children.map(({ value }) => value)]);
  }
}
