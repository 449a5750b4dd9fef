import { Component, computed, input, output, signal } from '@angular/core';
import { type TaxonomyDto, type TermDto } from '@htsm/contracts';
import { injectText } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';
import { TermEditor } from './term-editor';

/** A term of a list with everything below it; unfolds to change it. */
@Component({
  selector: 'htsm-term-branch',
  imports: [Button, TermEditor],
  template: `
    <div class="line" [class.gone]="term().state !== 'active'">
      <span class="words">
        <span lang="nl">{{ term().nl }}</span> <span class="soft" lang="en">{{ term().en }}</span>
      </span>
      @if (term().notation) {
        <span class="tag">{{ term().notation }}</span>
      }
      @if (term().state === 'retired') {
        <span class="tag">{{ t('matching.lists.retired') }}</span>
      }
      @if (term().state === 'merged') {
        <span class="tag">{{ t('matching.lists.merged', { into: successor() }) }}</span>
      }
      <button
        htsm-button
        type="button"
        kind="plain"
        isSmall
        [attr.aria-expanded]="isOpen()"
        (click)="isOpen.set(!isOpen())"
      >
        {{ t(isOpen() ? 'matching.lists.close' : 'matching.lists.change') }}<span class="sr">: {{ term().nl }}</span>
      </button>
    </div>
    @if (isOpen()) {
      <htsm-term-editor
        [term]="term()"
        [others]="others()"
        [version]="version()"
        [isClosed]="isClosed()"
        (changed)="changed.emit($event)"
      />
    }
    @if (below().length > 0) {
      <ul>
        @for (part of below(); track part.code) {
          <li>
            <htsm-term-branch
              [term]="part"
              [all]="all()"
              [version]="version()"
              [isClosed]="isClosed()"
              (changed)="changed.emit($event)"
            />
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      padding-block: var(--space-1);
      border-block-end: var(--rule) solid var(--line);
    }
    .words {
      display: flex;
      flex: 1 1 14rem;
      flex-wrap: wrap;
      gap: 0 var(--space-3);
    }
    .gone .words {
      color: var(--ink-quiet);
      text-decoration: line-through;
    }
    ul {
      display: block;
      margin: 0;
      padding: 0;
      padding-inline-start: var(--space-5);
      list-style: none;
    }
  `,
})
export class TermBranch {
  readonly term = input.required<TermDto>();
  /** All terms of the list. */
  readonly all = input.required<readonly TermDto[]>();
  /** The version that changes are based on. */
  readonly version = input.required<number>();
  /** Whether only words can change. */
  readonly isClosed = input.required<boolean>();
  /** The lists as they are after a change. */
  readonly changed = output<TaxonomyDto>();

  protected readonly t = injectText();
  protected readonly isOpen = signal(false);
  protected readonly below = computed(() => this.all().filter(({ broader }) => broader === this.term().code));
  protected readonly successor = computed(
    () => this.all().find(({ code }) => code === this.term().replacedBy)?.nl ?? this.term().replacedBy,
  );
  /** Terms that this one can be merged into. */
  protected readonly others = computed(() =>
    this.all().filter(({ code, state }) => state === 'active' && code !== this.term().code),
  );
}
