import { Component, computed, effect, input, signal } from '@angular/core';
import { type MailTemplateDto, type MailTrialDto } from '@htsm/contracts';
import { injectText, readScreen } from '@htsm/web/core';
import { Message } from '@htsm/web/ui';
import { MailFrame } from '../outbox/mail-frame';

/** How long the reader pauses before the mail is written again, in milliseconds. */
const PAUSE_MS = 400;
/** Longer texts do not fit in the address of a frame. */
const LONGEST = 6_000;

type MailText = { readonly key: string; readonly text: string };

/** The mail with made-up values in the texts of the screen, beside the mail as it comes with the product. */
@Component({
  selector: 'htsm-mail-text-preview',
  imports: [MailFrame, Message],
  template: `
    <div class="both">
      <section aria-labelledby="mine-head">
        <h2 id="mine-head">{{ t('notifications.mailTexts.yours') }}</h2>
        <p class="subject" [attr.lang]="template().locale">{{ trial.value()?.subject }}</p>
        @if (framed(); as path) {
          <htsm-mail-frame [path]="path" [heading]="t('notifications.mailTexts.yours')" />
        } @else {
          <htsm-message tone="wait">{{ t('notifications.mailTexts.tooLong') }}</htsm-message>
        }
        <details>
          <summary>{{ t('notifications.outbox.textPart') }}</summary>
          <pre class="text" tabindex="0" [attr.lang]="template().locale">{{ trial.value()?.text }}</pre>
        </details>
      </section>
      <section aria-labelledby="delivered-head">
        <h2 id="delivered-head">{{ t('notifications.mailTexts.delivered') }}</h2>
        <p class="subject" [attr.lang]="template().locale">{{ delivered.value()?.subject }}</p>
        <htsm-mail-frame [path]="'/api' + address() + '/page'" [heading]="t('notifications.mailTexts.delivered')" />
        <details>
          <summary>{{ t('notifications.outbox.textPart') }}</summary>
          <pre class="text" tabindex="0" [attr.lang]="template().locale">{{ delivered.value()?.text }}</pre>
        </details>
      </section>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .both {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
      gap: var(--space-5);
    }
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
      align-content: start;
    }
    .subject {
      min-block-size: 1.5em;
      font-weight: var(--weight-strong);
      overflow-wrap: anywhere;
    }
    summary {
      min-block-size: 2.75rem;
      cursor: pointer;
    }
    .text {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
      font: inherit;
    }
  `,
})
export class MailTextPreview {
  readonly template = input.required<MailTemplateDto>();
  /** The sentences as they are on the screen. */
  readonly texts = input.required<readonly MailText[]>();

  protected readonly t = injectText();
  /** What the reader typed, once they pause. */
  private readonly settled = signal<readonly MailText[]>([]);
  protected readonly address = computed(() => {
    const { kind, locale } = this.template();
    return `/administration/mail-templates/${kind}/${locale}`;
  });
  private readonly changed = computed(() => {
    const delivered = new Map(this.template().sentences.map((sentence) => [sentence.key, sentence.delivered]));
    return this.settled().filter(({ key, text }) => delivered.get(key) !== text);
  });
  protected readonly trial = readScreen<MailTrialDto>(
    () => `${this.address()}/preview`,
    () => ({ texts: this.changed() }),
  );
  protected readonly delivered = readScreen<MailTrialDto>(
    () => `${this.address()}/preview`,
    () => ({ texts: [] }),
  );
  /** The path of the frame; undefined when the texts do not fit in it. */
  protected readonly framed = computed(() => {
    const texts = JSON.stringify(Object.fromEntries(this.changed().map(({ key, text }) => [key, text])));
    return texts.length > LONGEST ? undefined : `/api${this.address()}/page?texts=${encodeURIComponent(texts)}`;
  });

  constructor() {
    effect((whenDone) => {
      const texts = this.texts();
      const timer = setTimeout(() => this.settled.set(texts), PAUSE_MS);
      whenDone(() => clearTimeout(timer));
    });
  }
}
