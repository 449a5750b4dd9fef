import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MailTemplateDto } from '@htsm/contracts';
import { describePage, injectText, isLang, languages, NotFound, readScreen } from '@htsm/web/core';
import { PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { MailMenu } from '../outbox/mail-menu';
import { injectMailWords } from '../outbox/mail-words';
import { MailTextEditor } from './mail-text-editor';
import { MailTextHistory } from './mail-text-history';

/** Page `/administration/mail-texts/:kind`: the sentences of one mail in one language, as they look, and as they were. */
@Component({
  selector: 'htsm-mail-text-page',
  imports: [MailMenu, MailTextEditor, MailTextHistory, NotFound, PageHead, ReadFailure, RouterLink, Skeleton],
  template: `
    @if (template.isMissing()) {
      <htsm-not-found />
    } @else {
      <div class="wrap wide">
        <htsm-mail-menu />
        <htsm-page-head isDesk [heading]="words.kind(kind())" [lead]="t('notifications.mailTexts.leadOne')" />
        <nav [attr.aria-label]="t('notifications.mailTexts.whichLocale')">
          <ul class="row">
            @for (one of locales; track one) {
              <li>
                <a
                  [routerLink]="['/administration/mail-texts', kind()]"
                  [queryParams]="{ lang: one }"
                  [attr.aria-current]="one === locale() ? 'page' : null"
                  >{{ t('notifications.mailTexts.locale.' + one) }}</a
                >
              </li>
            }
          </ul>
        </nav>
        @if (template.problem(); as problem) {
          <htsm-read-failure [problem]="problem" (again)="template.reload()" />
        }
        @if (template.value(); as shown) {
          @for (one of [shown]; track one.locale + one.number) {
            <htsm-mail-text-editor [template]="one" (saved)="template.set($event)" />
          }
          <htsm-mail-text-history [template]="shown" (restored)="template.set($event)" />
        } @else if (!template.problem()) {
          <htsm-skeleton [lines]="8" />
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    nav a {
      display: inline-flex;
      align-items: center;
      min-block-size: 2.75rem;
    }
    nav a[aria-current] {
      color: var(--ink);
      font-weight: var(--weight-strong);
    }
  `,
})
export class MailTextPage {
  readonly kind = input.required<string>();
  /** Language of the mail; Dutch without it. */
  readonly lang = input<string>();

  protected readonly t = injectText();
  protected readonly words = injectMailWords();
  protected readonly locales = languages;
  protected readonly locale = computed(() => {
    const lang = this.lang();
    return isLang(lang) ? lang : 'nl';
  });
  protected readonly template = readScreen<MailTemplateDto>(
    () => `/administration/mail-templates/${encodeURIComponent(this.kind())}/${this.locale()}`,
  );

  constructor() {
    describePage(() => ({ title: this.words.kind(this.kind()) }));
  }
}
