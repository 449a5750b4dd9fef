import { Component, computed, type ElementRef, input, model, viewChild } from '@angular/core';
import { asText, countWords, FieldControl } from '../field/field-control';
import { FieldFrame } from '../field/field-frame';
import { injectWords } from '../words';
import { toggleBold, toggleList, type TextRange } from './markdown';

/**
 * A text with paragraphs, bold words and lists. It is plain text with the light marks of Markdown, so that it works
 * with every keyboard and screen reader; the server turns it into sanitised HTML.
 */
@Component({
  selector: 'htsm-rich-text-editor',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <div class="tools" role="group" [attr.aria-label]="words.t('ui.editor.tools')">
        <button type="button" class="btn second small" (click)="bold()">
          <b>{{ words.t('ui.editor.bold') }}</b>
        </button>
        <button type="button" class="btn second small" (click)="list()">{{ words.t('ui.editor.list') }}</button>
        <span class="hint">{{ words.t('ui.editor.help') }}</span>
      </div>
      <textarea
        #area
        class="input"
        [id]="fieldId()"
        [rows]="rows()"
        [attr.name]="htsmField()?.path ?? name()"
        [attr.required]="htsmField()?.isRequired ? '' : null"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isInvalid()"
        [value]="current()"
        (input)="change(area.value)"
        (blur)="leave()"
        (keydown.control.b)="bold($event)"
        (keydown.meta.b)="bold($event)"
      ></textarea>
      @if (maxWords() > 0) {
        <p class="under" [class.over]="isOver()">{{ count() }}</p>
      }
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
    }
    textarea {
      min-height: 0;
    }
    .over {
      color: var(--tone-stop-ink);
      font-weight: var(--weight-medium);
    }
  `,
})
export class RichTextEditor extends FieldControl<string> {
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  readonly rows = input(8);
  /** Most words allowed; 0 for no count. */
  readonly maxWords = input(0);
  override readonly value = model('');

  protected readonly words = injectWords();
  private readonly length = computed(() => countWords(this.current()));
  protected readonly isOver = computed(() => this.length() > this.maxWords());
  protected readonly count = computed(() => this.words.t('ui.field.words', { n: this.length(), max: this.maxWords() }));

  protected bold(event?: Event): void {
    event?.preventDefault();
    this.edit(toggleBold);
  }

  protected list(): void {
    this.edit(toggleList);
  }

  private edit(change: (range: TextRange) => TextRange): void {
    const area = this.area().nativeElement;
    const next = change({ text: area.value, start: area.selectionStart, end: area.selectionEnd });
    area.value = next.text;
    this.change(next.text);
    area.focus();
    area.setSelectionRange(next.start, next.end);
  }

  protected override read(value: unknown): string {
    return asText(value);
  }
}
