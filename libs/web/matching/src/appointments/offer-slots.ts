import { Component, type OnInit } from '@angular/core';
import { APPOINTMENT_LIMITS } from '@htsm/domain';
import { createForm } from '@htsm/web/core';
import { Button, TextArea } from '@htsm/web/ui';
import { OpenedAppointmentForm } from './appointment-form';
import { SlotFields } from './slot-fields';
import { EMPTY_SLOT, type SlotForm, slotFaults } from './slot-form';
import { StepForm } from './step-form';

interface OfferForm {
  readonly slots: readonly SlotForm[];
  readonly message: string;
}

/** Slots to choose from, and a word with them. */
@Component({
  selector: 'htsm-offer-slots',
  imports: [Button, SlotFields, StepForm, TextArea],
  template: `
    <htsm-step-form
      [form]="form"
      [heading]="t('matching.appointment.offer.head')"
      [level]="level()"
      [go]="t('matching.appointment.offer.go')"
      (taken)="send()"
      (cancelled)="cancelled.emit()"
    >
      <p class="soft">{{ t('matching.appointment.offer.text.' + page().side) }}</p>
      @for (slot of form.value().slots; track $index) {
        <fieldset>
          <legend>{{ t('matching.appointment.offer.slot', { number: $index + 1 }) }}</legend>
          <htsm-slot-fields [form]="form" [prefix]="'slots.' + $index + '.'" [now]="page().now" />
          @if (form.value().slots.length > 1) {
            <p>
              <button htsm-button isSmall kind="plain" type="button" (click)="remove($index)">
                {{ t('matching.appointment.offer.remove') }}
                <span class="sr">{{ t('matching.appointment.offer.slot', { number: $index + 1 }) }}</span>
              </button>
            </p>
          }
        </fieldset>
      }
      @if (form.value().slots.length < most) {
        <p>
          <button htsm-button isSmall type="button" (click)="add()">{{ t('matching.appointment.offer.add') }}</button>
        </p>
      }
      <htsm-text-area
        [htsmField]="form.field('message')"
        [label]="t('matching.appointment.message')"
        [hint]="t('matching.appointment.messageHint')"
        isOptional
        [rows]="3"
      />
    </htsm-step-form>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
      min-width: 0;
      margin: 0;
      padding: 0 0 var(--space-4);
      border: 0;
      border-block-end: var(--rule) solid var(--line);
    }
    legend {
      padding: 0 0 var(--space-2);
      font-weight: var(--weight-strong);
    }
  `,
})
export class OfferSlots extends OpenedAppointmentForm implements OnInit {
  protected readonly most = APPOINTMENT_LIMITS.slots;
  protected readonly form = createForm<OfferForm>({
    initial: { slots: [EMPTY_SLOT], message: '' },
    constraints: { message: { maxLength: APPOINTMENT_LIMITS.words } },
    check: ({ slots }) => {
      const around = { t: this.t, now: Date.parse(this.page().now) };
      return Object.assign({}, ...slots.map((slot, n) => slotFaults(slot, `slots.${n}.`, around)));
    },
  });

  /** What is on offer, and is to come, stands there to be changed. */
  ngOnInit(): void {
    const { appointment, now } = this.page();
    const slots = (appointment?.slots ?? []).filter(({ startsAt }) => startsAt > now);
    if (slots.length === 0) return;
    this.form.reset({
      slots: slots.map(({ startsAt, minutes, place }) => ({ startsAt, minutes, place })),
      message: '',
    });
  }

  protected add(): void {
    const { slots } = this.form.value();
    this.form.set('slots', [...slots, { ...(slots.at(-1) ?? EMPTY_SLOT), startsAt: null }]);
  }

  protected remove(index: number): void {
    const { slots } = this.form.value();
    this.form.set(
      'slots',
      slots.filter((_, n) => n !== index),
    );
  }

  protected send(): Promise<void> {
    return this.take(this.form, 'slots', ({ slots, message }, version) => ({ slots, words: message, version }));
  }
}
