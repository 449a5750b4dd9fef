import { Component, input, output } from '@angular/core';
import { injectWords } from '../words';

/** One file: on its way (`part` below 1), refused (`error`), or kept. */
export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Address to download it from; left out while it is on its way. */
  readonly href?: string | undefined;
  /** The part already sent, 0 to 1; left out when it is kept. */
  readonly part?: number | undefined;
  /** Why it was refused. */
  readonly error?: string | undefined;
}

/** The files that belong to something, with progress while they are sent. */
@Component({
  selector: 'htsm-file-list',
  template: `
    <ul class="files">
      @for (file of files(); track file.id) {
        <li [class.wrong]="file.error">
          <span class="name">
            @if (file.href) {
              <a [href]="file.href" download>{{ file.name }}</a>
            } @else {
              {{ file.name }}
            }
            <span class="quiet num">{{ words.formats().fileSize(file.bytes) }}</span>
          </span>
          @if (file.error) {
            <span class="error" role="alert">{{ file.error }}</span>
          }
          @if (file.part !== undefined && !file.error) {
            <label class="row soft">
              <span>{{ words.t('ui.files.busy', { part: percent(file.part) }) }}</span>
              <progress max="100" [value]="percent(file.part)"></progress>
            </label>
          }
          @if (canRemove() && (file.part === undefined || file.error)) {
            <button type="button" class="btn small plain" (click)="remove.emit(file)">
              {{ words.t('ui.files.remove') }}<span class="sr"> {{ file.name }}</span>
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    .files {
      border-block-start: var(--rule) solid var(--line);
      font-size: var(--text-sm);
    }
    .files:empty {
      display: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-1) var(--space-4);
      padding-block: var(--space-2);
      border-block-end: var(--rule) solid var(--line);
    }
    .name {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
    }
    progress {
      width: 8rem;
      accent-color: var(--accent);
    }
  `,
})
export class FileList {
  readonly files = input.required<readonly ListedFile[]>();
  /** Whether the reader may take files away; then listen to `remove`. */
  readonly canRemove = input(false);
  readonly remove = output<ListedFile>();

  protected readonly words = injectWords();

  protected percent(part: number): number {
    return Math.round(part * 100);
  }
}
