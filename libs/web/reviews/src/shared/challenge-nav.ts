import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { injectText } from '@htsm/web/core';

/** The desks of one challenge: panel, assign, ranking, answers. */
@Component({
  selector: 'htsm-challenge-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('reviews.nav.label')">
      <ul class="links">
        <li>
          <a routerLink="/taskforce">{{ t('reviews.nav.board') }}</a>
        </li>
        @for (step of steps; track step) {
          <li>
            <a
              [routerLink]="['/taskforce/challenges', challengeId(), step]"
              routerLinkActive="here"
              ariaCurrentWhenActive="page"
              >{{ t('reviews.nav.' + step) }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    :host {
      display: block;
      padding-block-start: var(--space-4);
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-5);
      border-block-end: var(--rule) solid var(--line);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 2.75rem;
      color: var(--ink-soft);
      text-decoration: none;
    }
    a:hover {
      text-decoration: underline;
    }
    .here {
      color: var(--ink);
      font-weight: var(--weight-strong);
      box-shadow: inset 0 -3px 0 var(--accent);
    }
  `,
})
export class ChallengeNav {
  readonly challengeId = input.required<string>();

  protected readonly t = injectText();
  protected readonly steps = ['panel', 'assign', 'ranking', 'answers'] as const;
}
