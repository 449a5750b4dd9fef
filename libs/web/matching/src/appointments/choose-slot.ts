import { Component, computed } from '@angular/core';
import { createForm, injectFormats } from '@htsm/web/core';
import { Button, ErrorSummary, RadioGroup } from '@htsm/web/ui';
import { AppointmentForm } from './appointment-form';
import { whenOf } from './when-of';

/** The slots on offer, to choose one of. */
@Component({
  selector: 'htsm-choose-slot',
  imports: [Button, ErrorSummary, RadioGroup],
  template: `
    <form (submit)="$event.preventDefault(); send()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-radio-group
        [htsmField]="form.field(page().suggestionId)"
        [label]="t('matching.appointment.choose.label')"
        [sees]="t('matching.appointment.choose.sees')"
        [options]="options()"
      />
      <p class="row">
        <button
          htsm-button
          kind="primary"
          type="submit"
          [busy]="form.isBusy()"
          [busyText]="t('matching.appointment.busy')"
        >
          {{ t('matching.appointment.choose.go') }}
        </button>
        <ng-content />
      </p>
    </form>
  `,
  styles: `
    :host,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
      overflow-wrap: anywhere;
    }
  `,
})
export class ChooseSlot extends AppointmentForm {
  private readonly formats = injectFormats();
  /** Those to come; the others cannot be chosen any more. */
  protected readonly options = computed(() =>
    (this.page().appointment?.slots ?? [])
      .filter(({ startsAt }) => startsAt > this.page().now)
      .map((slot) => ({ value: slot.id, label: whenOf(slot, this.formats()), hint: slot.place })),
  );
  protected readonly form = createForm<Readonly<Record<string, string>>>({
    // by the introduction: several may stand on a page, and a radio button belongs to one
    initial: {},
    check: (chosen) => {
      const { suggestionId } = this.page();
      const isThere = this.options().some(({ value }) => value === chosen[suggestionId]);
      return { [suggestionId]: isThere ? undefined : this.t('matching.appointment.choose.needed') };
    },
  });

  protected send(): Promise<void> {
    const { suggestionId } = this.page();
    return this.take(this.form, 'choice', ({ [suggestionId]: slotId }) => ({ slotId }));
  }
}
