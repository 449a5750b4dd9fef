import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { injectText } from '@htsm/web/core';

/** The way between what an administrator keeps of mails. */
@Component({
  selector: 'htsm-mail-menu',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <a class="back" routerLink="/administration"
      ><span aria-hidden="true">←</span> {{ t('notifications.mailMenu.back') }}</a
    >
    <nav [attr.aria-label]="t('notifications.mailMenu.label')">
      <ul class="row">
        @for (page of pages; track page.path) {
          <li>
            <a
              [routerLink]="page.path"
              routerLinkActive="here"
              [routerLinkActiveOptions]="only"
              ariaCurrentWhenActive="page"
              >{{ t('notifications.mailMenu.' + page.name) }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    :host {
      display: block;
    }
    nav a {
      display: inline-flex;
      align-items: center;
      min-block-size: 2.75rem;
    }
    .here {
      color: var(--ink);
      font-weight: var(--weight-strong);
      text-decoration-thickness: 3px;
    }
  `,
})
export class MailMenu {
  protected readonly t = injectText();
  protected readonly pages = [
    { name: 'outbox', path: '/administration/mails' },
    { name: 'texts', path: '/administration/mail-texts' },
    { name: 'stopped', path: '/administration/stopped-addresses' },
  ];
  protected readonly only = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
