import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { type PublicChallengeDto } from '@htsm/contracts';
import { injectText, Language, PUBLIC_ORIGIN } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';

/** Gives the lines that put a challenge on another site; folded until somebody wants them. */
@Component({
  selector: 'htsm-embed-part',
  imports: [Button],
  template: `
    <details>
      <summary>{{ t('challenges.page.embed.head') }}</summary>
      <p class="soft">{{ t('challenges.page.embed.text') }}</p>
      <label class="sr" for="embed-lines">{{ t('challenges.page.embed.lines') }}</label>
      <textarea #lines class="input" id="embed-lines" rows="4" readonly spellcheck="false" [value]="code()"></textarea>
      <p class="row">
        <button htsm-button type="button" (click)="copy(lines)">{{ t('challenges.page.embed.copy') }}</button>
        <span role="status">{{ isCopied() ? t('challenges.page.embed.copied') : '' }}</span>
      </p>
    </details>
  `,
  styles: `
    :host {
      display: block;
    }
    summary {
      min-height: 1.75rem;
      cursor: pointer;
    }
    textarea {
      inline-size: 100%;
      max-inline-size: 46rem;
      font-family: var(--font-mono, monospace);
      font-size: var(--text-sm);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      margin-block-start: var(--space-2);
    }
  `,
})
export class EmbedPart {
  readonly challenge = input.required<PublicChallengeDto>();

  protected readonly t = injectText();
  protected readonly isCopied = signal(false);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly publicOrigin = inject(PUBLIC_ORIGIN, { optional: true });
  protected readonly code = computed(() => {
    const { slug, title } = this.challenge();
    const origin = this.publicOrigin ?? this.document.location.origin;
    const address = `${origin}/api/embed/challenges/${slug}?lang=${this.language.current()}`;
    const name = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<iframe src="${address}" title="${name}" width="100%" height="320" loading="lazy" style="border:0;max-width:32rem"></iframe>`;
  });

  /** Without the right to the clipboard the lines stay selected, for the keys of the device. */
  protected async copy(lines: HTMLTextAreaElement): Promise<void> {
    lines.select();
    await navigator.clipboard.writeText(this.code()).then(
      () => this.isCopied.set(true),
      () => lines.focus(),
    );
  }
}
