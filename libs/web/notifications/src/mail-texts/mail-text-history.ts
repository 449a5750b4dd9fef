import { Component, inject, input, output, viewChild } from '@angular/core';
import { type MailTemplateDto } from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectText } from '@htsm/web/core';
import { Button, Confirm, Message, Toasts } from '@htsm/web/ui';

/** The versions of a mail's texts, the newest first, each with what it changed and a way back to it. */
@Component({
  selector: 'htsm-mail-text-history',
  imports: [Button, Confirm, Message],
  template: `
    <section aria-labelledby="history-head">
      <h2 id="history-head">{{ t('notifications.mailTexts.history') }}</h2>
      @if (restoring.problem(); as problem) {
        <htsm-message tone="stop" [heading]="problem.title" [isAlert]="true">{{ problem.detail }}</htsm-message>
      }
      @if (template().number === 0) {
        <p class="soft">{{ t('notifications.mailTexts.noHistory') }}</p>
      } @else {
        <ol>
          @for (version of template().versions; track version.number) {
            <li>
              <details>
                <summary>
                  <strong>{{ t('notifications.mailTexts.version', { n: version.number }) }}</strong>
                  <span class="soft">
                    {{ version.madeBy }},
                    <time [attr.datetime]="version.madeAt">{{ formats().moment(version.madeAt) }}</time>
                    @if (version.restoredFrom !== null) {
                      {{
                        version.restoredFrom === 0
                          ? t('notifications.mailTexts.backToDelivered')
                          : t('notifications.mailTexts.backTo', { n: version.restoredFrom })
                      }}
                    }
                  </span>
                </summary>
                <ul [attr.lang]="template().locale">
                  @for (change of version.changes; track change.key) {
                    <li>
                      <del>{{ change.before }}</del>
                      <ins>{{ change.after }}</ins>
                    </li>
                  }
                </ul>
              </details>
              @if (version.number !== template().number) {
                <button
                  htsm-button
                  type="button"
                  isSmall
                  [disabled]="restoring.isBusy()"
                  (click)="restore(version.number)"
                >
                  {{ t('notifications.mailTexts.restore', { n: version.number }) }}
                </button>
              }
            </li>
          }
        </ol>
        <button htsm-button type="button" kind="plain" [disabled]="restoring.isBusy()" (click)="deliver()">
          {{ t('notifications.mailTexts.restoreDelivered') }}
        </button>
      }
      <htsm-confirm
        [heading]="t('notifications.mailTexts.sure')"
        [confirmText]="t('notifications.mailTexts.restoreDelivered')"
      >
        {{ t('notifications.mailTexts.sureText') }}
      </htsm-confirm>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
      padding-block: var(--space-5);
      border-block-start: var(--rule) solid var(--line);
    }
    ol,
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ul {
      padding: var(--space-2) 0 var(--space-3) var(--space-5);
    }
    summary {
      min-block-size: 2rem;
      cursor: pointer;
    }
    li {
      overflow-wrap: anywhere;
    }
    ins {
      display: block;
      text-decoration: none;
    }
  `,
})
export class MailTextHistory {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly template = input.required<MailTemplateDto>();
  readonly restored = output<MailTemplateDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly restoring = createAction();

  protected async deliver(): Promise<void> {
    if (await this.sure().ask()) await this.restore(0);
  }

  protected async restore(from: number): Promise<void> {
    const { kind, locale, number } = this.template();
    let template: MailTemplateDto | undefined;
    await this.restoring.run(async () => {
      template = await this.api.post<MailTemplateDto>(`/administration/mail-templates/${kind}/${locale}/restore`, {
        from,
        number,
      });
    });
    if (template === undefined) return;
    this.toasts.show(this.t('notifications.mailTexts.restoredToast'));
    this.restored.emit(template);
  }
}
