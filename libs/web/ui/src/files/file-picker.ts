import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { injectWords } from '../words';

/** Chooses files, by the browser's own window or by dropping them. */
@Component({
  selector: 'htsm-file-picker',
  template: `
    <div
      class="drop"
      [class.over]="isOver()"
      (dragover)="hover($event)"
      (dragleave)="isOver.set(false)"
      (drop)="drop($event)"
    >
      <label class="btn second" [class.focus]="hasFocus()">
        {{ label() || words.t('ui.files.add') }}
        <input
          #box
          class="sr"
          type="file"
          [multiple]="isMultiple()"
          [accept]="accept()"
          [attr.aria-describedby]="hint() ? id : null"
          (focus)="hasFocus.set(true)"
          (blur)="hasFocus.set(false)"
          (change)="pick(box.files)"
        />
      </label>
      @if (hint(); as text) {
        <p class="hint" [id]="id">{{ text }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    .drop {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      padding: var(--space-3);
      border: var(--rule) dashed var(--line-strong);
      border-radius: var(--radius-3);
    }
    .over {
      background: var(--accent-soft);
    }
    .focus {
      outline: 2px solid var(--focus-outer);
      outline-offset: var(--focus-width);
      box-shadow: 0 0 0 var(--focus-width) var(--focus-inner);
    }
  `,
})
export class FilePicker {
  private static count = 0;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly label = input('');
  readonly hint = input<string | undefined>('');
  /** Kinds of files the window offers, such as `.pdf,.docx`; the server decides by content. */
  readonly accept = input('');
  readonly isMultiple = input(true);
  /** The chosen files, at least one. */
  readonly picked = output<readonly File[]>();

  protected readonly words = injectWords();
  protected readonly isOver = signal(false);
  protected readonly hasFocus = signal(false);
  protected readonly id = `htsm-files-${FilePicker.count++}`;

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.give(event.dataTransfer?.files ?? null);
  }

  /** Empties the input after reading it, so that the same file can be chosen again. */
  protected pick(files: globalThis.FileList | null): void {
    this.give(files);
    this.box().nativeElement.value = '';
  }

  private give(files: globalThis.FileList | null): void {
    const chosen = [...(files ?? [])];
    if (chosen.length > 0) this.picked.emit(chosen);
  }
}
