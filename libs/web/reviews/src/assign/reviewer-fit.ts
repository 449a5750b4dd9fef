import { Component, computed, inject, input } from '@angular/core';
import { type ReviewerFitDto } from '@htsm/contracts';
import { injectText, Lists } from '@htsm/web/core';
import { meanFit } from './mean-fit';

/** What a reviewer says of their knowledge, and how well the chosen proposals fit it. */
@Component({
  selector: 'htsm-reviewer-fit',
  template: `
    @if (points(); as of100) {
      <span class="fit">
        <span class="bar" aria-hidden="true"><i [style.inline-size.%]="of100"></i></span>
        <span class="num">{{ t('reviews.assign.fit', { points: of100 }) }}</span>
      </span>
    }
    @if (knows()) {
      <small>{{ knows() }}</small>
    }
  `,
  styles: `
    :host {
      display: block;
      color: var(--ink-soft);
      font-size: var(--text-sm);
      overflow-wrap: anywhere;
    }
    .fit {
      display: flex;
      gap: var(--space-2);
      align-items: center;
    }
    .bar {
      flex: 0 1 6rem;
      height: 0.5rem;
      background: var(--line);
    }
    i {
      display: block;
      height: 100%;
      background: var(--accent);
    }
    small {
      display: block;
    }
  `,
})
export class ReviewerFit {
  private readonly lists = inject(Lists);

  readonly fit = input.required<ReviewerFitDto>();
  /** Ids of the proposals that are chosen now. */
  readonly proposalIds = input.required<ReadonlySet<string>>();

  protected readonly t = injectText();
  /** Of a hundred; null before a proposal is chosen. */
  protected readonly points = computed(() => {
    const mean = meanFit(this.fit(), this.proposalIds());
    return mean === null ? null : Math.max(1, Math.round(mean / 10_000));
  });
  protected readonly knows = computed(() => {
    const { themes, words } = this.fit();
    const parts = [themes.map((code) => this.lists.word('theme', code)).join(', '), words];
    return parts.filter((part) => part !== '').join('. ');
  });
}
