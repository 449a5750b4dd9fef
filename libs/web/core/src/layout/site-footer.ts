import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '../language/texts';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';

/** The foot of every page. */
@Component({
  selector: 'htsm-site-footer',
  imports: [RouterLink, LanguageSwitch, ThemeSwitch],
  template: `
    <footer>
      <div class="wrap" [class.wide]="isWide()">
        <span>Taskforce HTSM Noord-Nederland</span>
        <a routerLink="/how-it-works">{{ t('core.menu.howItWorks') }}</a>
        <a routerLink="/accessibility">{{ t('core.menu.accessibility') }}</a>
        <a routerLink="/privacy">{{ t('core.menu.privacy') }}</a>
        <a routerLink="/contact">{{ t('core.menu.contact') }}</a>
        <a routerLink="/subscribe">{{ t('core.menu.subscribe') }}</a>
        <span class="choices">
          <htsm-language-switch />
          <htsm-theme-switch />
        </span>
      </div>
    </footer>
  `,
  styles: `
    :host {
      display: block;
    }
    footer {
      margin-block-start: var(--space-8);
      border-block-start: var(--rule) solid var(--line);
      background: var(--sunken);
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
    .wrap {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-6);
      padding-block: var(--space-5);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 1.75rem;
      color: var(--ink-soft);
    }
    .choices {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-5);
      margin-inline-start: auto;
    }
    @media (max-width: 59.99rem) {
      .choices {
        margin-inline-start: 0;
      }
    }
  `,
})
export class SiteFooter {
  /** Whether the page above is a desk: wider than a reading page. */
  readonly isWide = input(false);

  protected readonly t = injectText();
}
