import { Component, computed, inject, input, signal } from '@angular/core';
import { injectText, Language } from '@htsm/web/core';
import { RichTextEditor, TextArea, TextField } from '@htsm/web/ui';
import { type TextLanguage } from '../shared/dossier-text';
import { type EditorSession } from './editor-session';

const languages: readonly TextLanguage[] = ['nl', 'en'];

/** The texts, one language at a time; the other language keeps what was typed. */
@Component({
  selector: 'htsm-texts-part',
  imports: [RichTextEditor, TextArea, TextField],
  template: `
    <div class="row" role="group" [attr.aria-label]="t('challenges.language.label')">
      @for (option of languages; track option) {
        <button
          type="button"
          class="btn second small"
          [attr.aria-pressed]="option === language()"
          (click)="language.set(option)"
        >
          {{ t('challenges.language.name.' + option) }}
        </button>
      }
    </div>
    @for (shown of [language()]; track shown) {
      <form class="fields" [attr.lang]="shown === reader.current() ? null : shown" (submit)="$event.preventDefault()">
        <htsm-text-field
          [htsmField]="field('title')"
          [label]="t('challenges.field.title')"
          [hint]="t('challenges.hint.title')"
          [sees]="everyone()"
        />
        <htsm-text-area
          [htsmField]="field('summary')"
          [label]="t('challenges.field.summary')"
          [hint]="t('challenges.hint.summary')"
          [sees]="everyone()"
          [rows]="4"
          [maxWords]="60"
        />
        <htsm-rich-text-editor
          [htsmField]="field('problem')"
          [label]="t('challenges.field.problem')"
          [hint]="t('challenges.hint.problem')"
          [sees]="everyone()"
        />
        <htsm-rich-text-editor
          [htsmField]="field('context')"
          [label]="t('challenges.field.context')"
          [hint]="t('challenges.hint.context')"
          [sees]="everyone()"
          isOptional
          [rows]="6"
        />
        <htsm-rich-text-editor
          [htsmField]="field('success')"
          [label]="t('challenges.field.success')"
          [hint]="t('challenges.hint.success')"
          [sees]="everyone()"
          [rows]="6"
        />
      </form>
    }
  `,
  styleUrl: './part.css',
})
export class TextsPart {
  readonly session = input.required<EditorSession>();

  protected readonly t = injectText();
  protected readonly reader = inject(Language);
  protected readonly languages = languages;
  protected readonly language = signal<TextLanguage>(this.reader.current());
  protected readonly everyone = computed(() => this.t('challenges.sees.everyone'));

  protected field(name: string): ReturnType<EditorSession['form']['field']> {
    return this.session().form.field(`${name}${this.language() === 'nl' ? 'Nl' : 'En'}`);
  }
}
