import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { injectText, Session } from '@htsm/web/core';

/** The way between one's own account, organisation and, for an administrator, the people. */
@Component({
  selector: 'htsm-account-menu',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('accounts.menu.label')">
      <ul class="row">
        <li>
          <a
            routerLink="/account"
            routerLinkActive="here"
            [routerLinkActiveOptions]="{ exact: true }"
            ariaCurrentWhenActive="page"
            >{{ t('accounts.menu.account') }}</a
          >
        </li>
        <li>
          <a routerLink="/account/security" routerLinkActive="here" ariaCurrentWhenActive="page">{{
            t('accounts.menu.security')
          }}</a>
        </li>
        <li>
          <a routerLink="/my/notifications/choices">{{ t('accounts.menu.notices') }}</a>
        </li>
        @if (session.user()?.organisations?.length) {
          <li>
            <a routerLink="/my/organisation" routerLinkActive="here" ariaCurrentWhenActive="page">{{
              t('accounts.menu.organisation')
            }}</a>
          </li>
        }
        @if (keepsWebhooks()) {
          <li>
            <a routerLink="/webhooks">{{ t('accounts.menu.webhooks') }}</a>
          </li>
        }
        @if (session.isAdministrator()) {
          <li>
            <a
              routerLink="/administration"
              routerLinkActive="here"
              [routerLinkActiveOptions]="{
                paths: 'exact',
                queryParams: 'ignored',
                fragment: 'ignored',
                matrixParams: 'ignored',
              }"
              ariaCurrentWhenActive="page"
              >{{ t('accounts.menu.administration') }}</a
            >
          </li>
          <li>
            <a routerLink="/administration/sign-in-pages" routerLinkActive="here" ariaCurrentWhenActive="page">{{
              t('accounts.menu.providers')
            }}</a>
          </li>
          <li>
            <a routerLink="/taskforce/lists">{{ t('accounts.menu.lists') }}</a>
          </li>
          <li>
            <a routerLink="/taskforce/glossary">{{ t('accounts.menu.glossary') }}</a>
          </li>
          <li>
            <a routerLink="/administration/mails">{{ t('accounts.menu.mails') }}</a>
          </li>
          <li>
            <a routerLink="/taskforce/platform">{{ t('accounts.menu.platform') }}</a>
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
    a {
      display: inline-flex;
      align-items: center;
      min-height: 2.75rem;
    }
    .here {
      color: var(--ink);
      font-weight: var(--weight-strong);
      text-decoration-thickness: 3px;
    }
  `,
})
export class AccountMenu {
  protected readonly t = injectText();
  protected readonly session = inject(Session);
  protected readonly keepsWebhooks = computed(
    () =>
      this.session.isAdministrator() ||
      this.session.user()?.organisations.some(({ kind, role }) => kind !== 'sme' && role === 'owner') === true,
  );
}
