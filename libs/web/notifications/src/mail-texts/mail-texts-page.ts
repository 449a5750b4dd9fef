import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MailTemplateListDto } from '@htsm/contracts';
import { describePage, injectText, readScreen } from '@htsm/web/core';
import { PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { MailMenu } from '../outbox/mail-menu';
import { injectMailWords } from '../outbox/mail-words';

/** Page `/administration/mail-texts`: every kind of mail, and whether its texts were changed. */
@Component({
  selector: 'htsm-mail-texts-page',
  imports: [MailMenu, PageHead, ReadFailure, RouterLink, Skeleton],
  template: `
    <div class="wrap">
      <htsm-mail-menu />
      <htsm-page-head
        isDesk
        [heading]="t('notifications.mailTexts.title')"
        [lead]="t('notifications.mailTexts.lead')"
      />
      @if (list.problem(); as problem) {
        <htsm-read-failure [problem]="problem" (again)="list.reload()" />
      }
      @if (kinds(); as shown) {
        <table class="table labelled">
          <thead>
            <tr>
              <th scope="col">{{ t('notifications.outbox.kind') }}</th>
              <th scope="col">{{ t('notifications.mailTexts.locale.nl') }}</th>
              <th scope="col">{{ t('notifications.mailTexts.locale.en') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of shown; track one.kind) {
              <tr>
                <th scope="row">{{ words.kind(one.kind) }}</th>
                @for (line of one.lines; track line.locale) {
                  <td [attr.data-head]="t('notifications.mailTexts.locale.' + line.locale)">
                    <a [routerLink]="['/administration/mail-texts', one.kind]" [queryParams]="{ lang: line.locale }"
                      >{{
                        line.isChanged
                          ? t('notifications.mailTexts.version', { n: line.number })
                          : t('notifications.mailTexts.asDelivered')
                      }}<span class="sr">: {{ words.kind(one.kind) }}</span></a
                    >
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      } @else if (!list.problem()) {
        <htsm-skeleton [lines]="10" />
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
  `,
})
export class MailTextsPage {
  protected readonly t = injectText();
  protected readonly words = injectMailWords();
  protected readonly list = readScreen<MailTemplateListDto>(() => '/administration/mail-templates');
  /** One row for each kind, with its languages in their order. */
  protected readonly kinds = computed(() => {
    const lines = this.list.value()?.items;
    if (lines === undefined) return undefined;
    return [...new Set(lines.map(({ kind }) => kind))].map((kind) => ({
      kind,
      lines: lines.filter((line) => line.kind === kind),
    }));
  });

  constructor() {
    describePage(() => ({ title: this.t('notifications.mailTexts.title') }));
  }
}
