import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { injectText, Lists } from '@htsm/web/core';
import { ChoiceTree, TextArea, TextField } from '@htsm/web/ui';
import { type EditorSession } from './editor-session';

/** Themes, sought capabilities, programme and partners. */
@Component({
  selector: 'htsm-themes-part',
  imports: [ChoiceTree, TextArea, TextField],
  template: `
    <form class="fields" (submit)="$event.preventDefault()">
      <htsm-choice-tree
        [htsmField]="session().form.field('themes')"
        [label]="t('challenges.field.themes')"
        [hint]="t('challenges.hint.themes')"
        [options]="themes()"
      />
      <htsm-text-area
        name="capabilities"
        [label]="t('challenges.field.capabilities')"
        [hint]="t('challenges.hint.capabilities')"
        [rows]="5"
        [value]="lines()"
        (valueChange)="write($event)"
      />
      <htsm-text-field
        [htsmField]="session().form.field('programme')"
        [label]="t('challenges.field.programme')"
        [hint]="t('challenges.hint.programme')"
        isOptional
      />
      <htsm-text-field
        [htsmField]="session().form.field('partners')"
        [label]="t('challenges.field.partners')"
        [hint]="t('challenges.hint.partners')"
        isOptional
      />
    </form>
  `,
  styleUrl: './part.css',
})
export class ThemesPart {
  private readonly lists = inject(Lists);

  readonly session = input.required<EditorSession>();

  protected readonly t = injectText();
  protected readonly themes = computed(() => this.lists.options('theme', this.session().form.value().themes));
  /** One capability per line; an unfinished line stays as it is typed. */
  protected readonly lines = linkedSignal<EditorSession, string>({
    source: this.session,
    computation: (session) => session.form.value().capabilities.join('\n'),
  });

  protected write(text: string): void {
    this.lines.set(text);
    const words = text.split('\n').map((line) => line.trim().slice(0, 60));
    this.session().form.set('capabilities', [...new Set(words)].filter((word) => word !== '').slice(0, 12));
  }
}
