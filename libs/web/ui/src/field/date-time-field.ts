import { Component, computed, input, linkedSignal, model, signal } from '@angular/core';
import { fromAmsterdam, toAmsterdam } from '../format/amsterdam';
import { injectWords } from '../words';
import { asText, FieldControl } from './field-control';
import { FieldFrame } from './field-frame';

/**
 * A moment on the clock in Amsterdam; the value is the instant in UTC, or null. A time that the clock skips is refused,
 * a time that comes twice is asked about: neither becomes an instant silently.
 */
@Component({
  selector: 'htsm-date-time',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <div class="moment">
        <input
          #box
          class="input num"
          type="datetime-local"
          [id]="fieldId()"
          [attr.name]="htsmField()?.path ?? name()"
          [attr.min]="earliest()"
          [attr.required]="htsmField()?.isRequired ? '' : null"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="isInvalid()"
          [value]="local()"
          (input)="type(box.value)"
          (blur)="leave()"
        />
        <span class="zone">{{ zoneText() }}</span>
      </div>
      @if (twice(); as choice) {
        <div class="row" role="group" [attr.aria-label]="words.t('ui.moment.twice')">
          <button type="button" class="btn second small" (click)="choose(choice.earlier)">
            {{ words.t('ui.moment.summer') }}
          </button>
          <button type="button" class="btn second small" (click)="choose(choice.later)">
            {{ words.t('ui.moment.winter') }}
          </button>
        </div>
      }
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .moment {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
    }
    .input {
      max-width: 18rem;
    }
    .zone {
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
  `,
})
export class DateTimeField extends FieldControl<string | null> {
  /** Earliest instant the browser offers; ISO text, may be empty. */
  readonly min = input<string | undefined>('');
  override readonly value = model<string | null>(null);

  protected readonly words = injectWords();
  protected readonly twice = signal<{ earlier: string; later: string } | null>(null);
  protected readonly earliest = computed(() => (this.min() ? toAmsterdam(this.min() ?? '') : null));
  private readonly instant = computed(() => this.current());
  /** What stands in the input; follows the value when that changes from outside. */
  protected readonly local = linkedSignal<string | null, string>({
    source: this.instant,
    computation: (instant, previous) => (instant === null ? (previous?.value ?? '') : toAmsterdam(instant)),
  });
  protected readonly zoneText = computed(() => {
    const instant = this.instant();
    const { t, formats } = this.words;
    return instant === null ? t('ui.moment.zone') : `${t('ui.moment.zone')} ${formats().offset(instant)}`;
  });

  /** Reads what is in the input; anything but one instant makes the value null and says why. */
  protected type(local: string): void {
    this.local.set(local);
    const time = fromAmsterdam(local);
    this.twice.set(time.kind === 'fold' ? time : null);
    if (time.kind === 'gap') {
      const next = this.words.formats().time(time.next);
      this.complain(this.words.t('ui.moment.gap', { next }));
    } else if (time.kind === 'fold') this.complain(this.words.t('ui.moment.fold'));
    else this.complain(undefined);
    this.change(time.kind === 'instant' ? time.iso : null);
  }

  /** Takes one of the two instants of a time that comes twice. */
  protected choose(instant: string): void {
    this.twice.set(null);
    this.complain(undefined);
    this.change(instant);
  }

  protected override read(value: unknown): string | null {
    return asText(value) || null;
  }
}
