import { Component, computed, input } from '@angular/core';
import { injectFormats, injectText } from '@htsm/web/core';
import { Button, Message } from '@htsm/web/ui';
import { injectTitleOf } from '../shared/own-language';
import { type Draft } from './draft';
import { fieldsOf, isProposal } from './draft-content';

/** Two people changed the same field: both texts side by side, nothing chosen for the reader. */
@Component({
  selector: 'htsm-conflict-choice',
  imports: [Button, Message],
  template: `
    <section class="stack" aria-labelledby="conflict">
      <htsm-message tone="act" [heading]="t('proposals.conflict.heading')" [isAlert]="true">{{
        t('proposals.conflict.lead')
      }}</htsm-message>
      <h2 id="conflict">{{ t('proposals.conflict.compare') }}</h2>
      @for (pair of pairs(); track pair.path) {
        <div class="pair">
          <h3>{{ pair.label }}</h3>
          <div class="side">
            <h4>{{ t('proposals.conflict.mine') }}</h4>
            <p class="text">{{ pair.mine }}</p>
          </div>
          <div class="side">
            <h4>{{ t('proposals.conflict.theirs') }}</h4>
            <p class="text">{{ pair.theirs }}</p>
          </div>
        </div>
      }
      <div class="row">
        <button htsm-button kind="second" type="button" (click)="draft().keepMine()">
          {{ t('proposals.conflict.keepMine') }}
        </button>
        <button htsm-button kind="second" type="button" (click)="draft().takeTheirs()">
          {{ t('proposals.conflict.takeTheirs') }}
        </button>
      </div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    .pair {
      display: grid;
      gap: var(--space-3) var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    }
    h3 {
      grid-column: 1 / -1;
    }
    h4 {
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
    .text {
      padding: var(--space-3);
      border: var(--rule) solid var(--line-strong);
      border-radius: var(--radius-2);
      background: var(--raised);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class ConflictChoice {
  readonly draft = input.required<Draft>();

  protected readonly t = injectText();
  private readonly formats = injectFormats();
  private readonly titleOf = injectTitleOf();
  protected readonly pairs = computed(() => {
    const conflict = this.draft().autosave.conflict();
    const theirs = conflict?.theirs;
    if (!conflict || !isProposal(theirs)) return [];
    const [mine, other] = [fieldsOf(conflict.mine), fieldsOf(theirs)];
    return this.draft()
      .clashesWith(theirs)
      .map((path) => ({
        path,
        label: this.labelOf(path),
        mine: this.show(mine[path]),
        theirs: this.show(other[path]),
      }));
  });

  private labelOf(path: string): string {
    const criterion = this.draft().proposal.criteria.find(({ id }) => path === `fits.${id}`);
    return criterion === undefined ? this.t('proposals.field.' + path) : this.titleOf(criterion);
  }

  private show(value: string | number | null | undefined): string {
    if (typeof value === 'number') return this.formats().money(value);
    return value ? value : this.t('proposals.view.empty');
  }
}
