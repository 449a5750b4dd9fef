import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';
import { type AutosaveState, type AutosaveView } from './autosave-state';

const icons: Partial<Record<AutosaveState['kind'], string>> = {
  saved: 'm2.5 8.5 3.5 3.5 7.5-8',
  offline: 'M2 13 13 2M3 7a7 7 0 0 1 10 0M5.5 10a3.5 3.5 0 0 1 5 0',
  failed: 'M8 3v6M8 11.5v1.5',
  conflict: 'M8 3v6M8 11.5v1.5',
};

/** One line that says how saving stands. Screen readers hear a change of kind, not every save. */
@Component({
  selector: 'htsm-autosave-status',
  template: `
    <p class="status" [attr.data-kind]="state().kind">
      @if (state().kind !== 'idle') {
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
          @if (icon(); as path) {
            <path [attr.d]="path" />
          } @else {
            <circle cx="8" cy="8" r="5.5" stroke-dasharray="4 3" />
          }
        </svg>
      }
      <span>{{ text() }}</span>
      @if (state().kind === 'failed') {
        <button type="button" class="link" (click)="autosave().flush()">{{ words.t('ui.autosave.retry') }}</button>
      }
    </p>
    <span class="sr" role="status">{{ announced() }}</span>
  `,
  styles: `
    :host {
      display: block;
    }
    .status {
      min-height: 1.5em;
    }
    [data-kind='saving'] {
      color: var(--tone-wait-ink);
    }
    [data-kind='offline'],
    [data-kind='conflict'] {
      color: var(--tone-act-ink);
    }
    [data-kind='failed'] {
      color: var(--tone-stop-ink);
    }
    :not([data-kind='saved']) > svg {
      color: inherit;
    }
  `,
})
export class AutosaveStatus {
  readonly autosave = input.required<AutosaveView>();

  protected readonly words = injectWords();
  protected readonly state = computed(() => this.autosave().state());
  protected readonly icon = computed(() => icons[this.state().kind]);
  protected readonly text = computed(() => this.sentence(this.state()));
  private readonly kind = computed(() => this.state().kind);
  protected readonly announced = computed(() => {
    const kind = this.kind();
    return kind === 'idle' || kind === 'saving' ? '' : this.words.t('ui.autosave.announce.' + kind);
  });

  private sentence(state: AutosaveState): string {
    const { t, formats } = this.words;
    switch (state.kind) {
      case 'idle':
        return t('ui.autosave.idle');
      case 'saving':
        return t('ui.autosave.saving');
      case 'saved':
        return t('ui.autosave.saved', { time: formats().clock(state.at), version: state.version });
      case 'offline':
        return state.lastAt === undefined
          ? t('ui.autosave.offline')
          : t('ui.autosave.offlineSince', { time: formats().clock(state.lastAt) });
      case 'failed':
        return state.detail === '' ? t('ui.autosave.failed') : state.detail;
      case 'conflict':
        return t('ui.autosave.conflict');
    }
  }
}
