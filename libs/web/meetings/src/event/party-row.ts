import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type MeetingEventPageDto, type MeetingPartyDto } from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectText } from '@htsm/web/core';
import { Button, NumberField, Pill, ReadFailure, Toasts } from '@htsm/web/ui';

/** One party: minimum, maximum, the rounds in which it cannot come, and whether it dropped out. */
@Component({
  selector: 'htsm-party-row',
  imports: [Button, NumberField, Pill, ReadFailure],
  template: `
    <details>
      <summary>
        <b>{{ name() }}</b> <span class="soft num"> {{ summary() }}</span>
        @if (party().isOut) {
          <htsm-pill tone="stop">{{ t('meetings.parties.out') }}</htsm-pill>
        }
      </summary>
      <form (submit)="$event.preventDefault(); save()" novalidate>
        @if (saving.problem(); as problem) {
          <htsm-read-failure [problem]="problem" (again)="save()" />
        }
        <div class="pair">
          <htsm-number-field [label]="t('meetings.parties.min')" [(value)]="min" />
          <htsm-number-field [label]="t('meetings.parties.max')" [(value)]="max" />
        </div>
        <fieldset>
          <legend>{{ t('meetings.parties.busy') }}</legend>
          <div class="slots">
            @for (slot of event().times; track slot.startsAt; let index = $index) {
              <label class="check">
                <input #box type="checkbox" [checked]="busy().includes(index)" (change)="setBusy(index, box.checked)" />
                <span class="num">{{ formats().time(slot.startsAt) }}</span>
              </label>
            }
          </div>
        </fieldset>
        <label class="check">
          <input #out type="checkbox" [checked]="isOut()" (change)="isOut.set(out.checked)" />
          <span>{{ t('meetings.parties.setOut') }}</span>
        </label>
        <p class="row">
          <button htsm-button isSmall type="submit" [busy]="saving.isBusy()" [busyText]="t('meetings.busy')">
            {{ t('meetings.parties.save') }}<span class="sr">: {{ name() }}</span>
          </button>
        </p>
      </form>
    </details>
  `,
  styleUrl: './section.css',
  styles: ':host { margin-block-start: 0; }',
})
export class PartyRow {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly event = input.required<MeetingEventPageDto>();
  readonly party = input.required<MeetingPartyDto>();
  readonly changed = output<MeetingEventPageDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly saving = createAction();
  protected readonly min = linkedSignal<number | null>(() => this.party().minMeetings);
  protected readonly max = linkedSignal<number | null>(() => this.party().maxMeetings);
  protected readonly busy = linkedSignal<readonly number[]>(() => this.party().busy);
  protected readonly isOut = linkedSignal(() => this.party().isOut);
  protected readonly name = computed(() => {
    const { challengeTitle, organisationName } = this.party();
    return challengeTitle === '' ? organisationName : `${challengeTitle} (${organisationName})`;
  });
  protected readonly summary = computed(() => {
    const { id, minMeetings, maxMeetings, busy } = this.party();
    const has = this.event().meetings.filter((one) => one.challengePartyId === id || one.smePartyId === id).length;
    return this.t('meetings.parties.summary', { has, min: minMeetings, max: maxMeetings, busy: busy.length });
  });

  protected setBusy(slot: number, isBusy: boolean): void {
    const others = this.busy().filter((one) => one !== slot);
    this.busy.set(isBusy ? [...others, slot] : others);
  }

  protected async save(): Promise<void> {
    const { id, version } = this.event();
    const body = {
      version,
      minMeetings: this.min(),
      maxMeetings: this.max(),
      busy: this.busy(),
      isOut: this.isOut(),
    };
    await this.saving.run(async () => {
      const path = `/taskforce/meeting-events/${id}/parties/${this.party().id}`;
      this.changed.emit(await this.api.patch<MeetingEventPageDto>(path, body));
      this.toasts.show(this.t('meetings.saved'));
    });
  }
}
