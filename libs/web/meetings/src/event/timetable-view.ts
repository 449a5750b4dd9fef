import { Component, computed, input, output, signal } from '@angular/core';
import { type MeetingEventPageDto, type PlannedMeetingDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { SelectField } from '@htsm/web/ui';

/** The timetable: as a grid of challenges and rounds, and as the programme of one party. */
@Component({
  selector: 'htsm-timetable-view',
  imports: [SelectField],
  templateUrl: './timetable-view.html',
  styleUrls: ['./section.css', './timetable-view.css'],
})
export class TimetableView {
  readonly event = input.required<MeetingEventPageDto>();
  readonly changed = output<MeetingEventPageDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly chosen = signal('');
  private readonly byId = computed(() => new Map(this.event().parties.map((party) => [party.id, party])));
  protected readonly pinned = computed(
    () =>
      new Set(
        this.event()
          .wishes.filter(({ rule }) => rule === 'pinned')
          .map((wish) => `${wish.challengePartyId} ${wish.smePartyId}`),
      ),
  );
  /** A row for each challenge, with the meeting of every round, or none. */
  protected readonly rows = computed(() => {
    const { parties, times, meetings } = this.event();
    const at = new Map(meetings.map((meeting) => [`${meeting.challengePartyId} ${meeting.slot}`, meeting]));
    return parties
      .filter(({ kind, isOut }) => kind === 'challenge' && !isOut)
      .map((challenge) => ({ challenge, cells: times.map((_, slot) => at.get(`${challenge.id} ${slot}`)) }));
  });
  protected readonly options = computed(() =>
    this.event()
      .parties.filter(({ isOut }) => !isOut)
      .map(({ id, challengeTitle, organisationName }) => ({
        value: id,
        label: challengeTitle === '' ? organisationName : `${challengeTitle} (${organisationName})`,
      })),
  );
  protected readonly party = computed(() => this.byId().get(this.chosen()) ?? this.event().parties[0]);
  protected readonly programme = computed(() => {
    const id = this.party()?.id;
    return this.event().meetings.filter((one) => one.challengePartyId === id || one.smePartyId === id);
  });

  protected smeOf({ smePartyId }: PlannedMeetingDto): string {
    return this.byId().get(smePartyId)?.organisationName ?? '';
  }

  /** Whom the chosen party meets. */
  protected partner(meeting: PlannedMeetingDto): string {
    const isSme = this.party()?.id === meeting.smePartyId;
    const other = this.byId().get(isSme ? meeting.challengePartyId : meeting.smePartyId);
    return other === undefined ? '' : other.challengeTitle || other.organisationName;
  }

  protected isPinned({ challengePartyId, smePartyId }: PlannedMeetingDto): boolean {
    return this.pinned().has(`${challengePartyId} ${smePartyId}`);
  }

  protected startOf(slot: number): string {
    const time = this.event().times[slot];
    return time === undefined ? '' : this.formats().time(time.startsAt);
  }
}
