import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type MeetingEventPageDto, type MeetingWishDto } from '@htsm/contracts';
import { MEETING_RULES } from '@htsm/domain';
import { ApiClient, createAction, injectFormats, injectText } from '@htsm/web/core';
import { Button, ReadFailure, SelectField } from '@htsm/web/ui';

/** Pairs that are wanted, kept apart, or pinned to a round. */
@Component({
  selector: 'htsm-event-wishes',
  imports: [Button, ReadFailure, SelectField],
  templateUrl: './event-wishes.html',
  styleUrl: './section.css',
})
export class EventWishes {
  private readonly api = inject(ApiClient);

  readonly event = input.required<MeetingEventPageDto>();
  readonly changed = output<MeetingEventPageDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly saving = createAction();
  protected readonly challenge = signal('');
  protected readonly sme = signal('');
  protected readonly rule = signal('wanted');
  protected readonly slot = signal('0');
  protected readonly challenges = computed(() => this.options('challenge'));
  protected readonly smes = computed(() => this.options('sme'));
  protected readonly rules = computed(() =>
    MEETING_RULES.map((value) => ({ value, label: this.t('meetings.wishes.' + value) })),
  );
  protected readonly slots = computed(() =>
    this.event().times.map(({ startsAt }, index) => ({ value: String(index), label: this.formats().time(startsAt) })),
  );
  private readonly names = computed(
    () => new Map([...this.challenges(), ...this.smes()].map(({ value, label }) => [value, label])),
  );

  protected inWords({ challengePartyId, smePartyId, rule, slot }: MeetingWishDto): string {
    const pair = `${this.names().get(smePartyId) ?? ''} – ${this.names().get(challengePartyId) ?? ''}`;
    const time = slot === null ? undefined : this.event().times[slot];
    const at = time === undefined ? '' : ` ${this.formats().time(time.startsAt)}`;
    return `${pair}: ${this.t('meetings.wishes.' + rule).toLowerCase()}${at}`;
  }

  protected add(): Promise<void> {
    const rule = this.rule();
    return this.save({
      challengePartyId: this.challenge(),
      smePartyId: this.sme(),
      rule,
      ...(rule === 'pinned' ? { slot: Number(this.slot()) } : {}),
    });
  }

  protected remove({ challengePartyId, smePartyId }: MeetingWishDto): Promise<void> {
    return this.save({ challengePartyId, smePartyId, rule: null });
  }

  private async save(wish: object): Promise<void> {
    const { id, version } = this.event();
    await this.saving.run(async () => {
      const path = `/taskforce/meeting-events/${id}/wishes`;
      this.changed.emit(await this.api.put<MeetingEventPageDto>(path, { version, ...wish }));
    });
  }

  private options(kind: 'challenge' | 'sme') {
    return this.event()
      .parties.filter((party) => party.kind === kind)
      .map(({ id, challengeTitle, organisationName }) => ({ value: id, label: challengeTitle || organisationName }));
  }
}
