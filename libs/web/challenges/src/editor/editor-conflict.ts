import { Component, computed, input } from '@angular/core';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { injectText } from '@htsm/web/core';
import { Button, Message } from '@htsm/web/ui';
import { type EditorForm, toForm } from './editor-form';
import { type EditorSession } from './editor-session';

/** Two colleagues changed the same challenge: both texts side by side, and nothing chosen for the reader. */
@Component({
  selector: 'htsm-editor-conflict',
  imports: [Button, Message],
  template: `
    @if (session().autosave.conflict()) {
      <htsm-message tone="act" isAlert [heading]="t('challenges.editor.conflict.head')">
        <p>{{ t('challenges.editor.conflict.text') }}</p>
        @for (field of differences(); track field.name) {
          <dl>
            <div>
              <dt>{{ field.label }}: {{ t('challenges.editor.conflict.yours') }}</dt>
              <dd>{{ field.mine || '–' }}</dd>
            </div>
            <div>
              <dt>{{ field.label }}: {{ t('challenges.editor.conflict.others') }}</dt>
              <dd>{{ field.theirs || '–' }}</dd>
            </div>
          </dl>
        }
        <p class="row">
          <button htsm-button isSmall type="button" (click)="session().autosave.keepMine()">
            {{ t('challenges.editor.conflict.mine') }}
          </button>
          <button htsm-button isSmall type="button" (click)="session().takeTheirs()">
            {{ t('challenges.editor.conflict.theirs') }}
          </button>
        </p>
      </htsm-message>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--space-2) var(--space-4);
      max-height: 40vh;
      overflow-y: auto;
      padding-block: var(--space-2);
    }
    dt {
      color: var(--ink-soft);
      font-size: var(--text-xs);
    }
    dd {
      white-space: pre-line;
    }
  `,
})
export class EditorConflict {
  readonly session = input.required<EditorSession>();

  protected readonly t = injectText();
  protected readonly differences = computed(() => {
    const conflict = this.session().autosave.conflict();
    if (conflict === null) return [];
    const theirs = toForm(conflict.theirs as ChallengeDossierDto); // a version conflict carries the present dossier
    const mine = this.session().form.value();
    const names = Object.keys(mine) as (keyof EditorForm)[]; // the keys of the form, by construction
    return names
      .map((name) => ({ name, label: this.label(name), mine: print(mine[name]), theirs: print(theirs[name]) }))
      .filter((field) => field.mine !== field.theirs);
  });

  private label(name: keyof EditorForm): string {
    const language = /(Nl|En)$/.exec(name)?.[1];
    if (name === 'criteria') return this.t('challenges.section.criteria');
    if (language === undefined) return this.t('challenges.field.' + name);
    const word = this.t('challenges.field.' + name.slice(0, -2));
    return `${word}, ${this.t('challenges.language.name.' + language.toLowerCase())}`;
  }
}

/** Prints any field as text; criteria one per line with their weight. */
function print(value: EditorForm[keyof EditorForm]): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return [...value]
    .map((item) => (typeof item === 'string' ? item : `${item.titleNl || item.titleEn} ${item.weight}`))
    .join('\n');
}
