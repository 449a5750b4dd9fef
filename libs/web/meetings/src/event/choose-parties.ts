import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type EventCandidatesDto, type EventSmeDto, type MeetingEventPageDto } from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectPlural, injectText, readScreen } from '@htsm/web/core';
import { Button, ReadFailure, TextField, Toasts } from '@htsm/web/ui';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** Chooses the challenges that come, and the SMEs that fit them. */
@Component({
  selector: 'htsm-choose-parties',
  imports: [Button, ReadFailure, TextField],
  templateUrl: './choose-parties.html',
  styleUrl: './section.css',
})
export class ChooseParties {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly event = input.required<MeetingEventPageDto>();
  readonly changed = output<MeetingEventPageDto>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly saving = createAction();
  protected readonly candidates = readScreen<EventCandidatesDto>(
    () => `/taskforce/meeting-events/${this.event().id}/candidates`,
  );
  private readonly chosen = computed(
    () => new Set(this.event().parties.map((party) => party.challengeId ?? party.organisationId)),
  );
  /** SMEs are proposed once there are challenges: until both are chosen the list stays open. */
  protected readonly hasSmes = computed(() => this.event().parties.some(({ kind }) => kind === 'sme'));
  /** What is ticked or not on the screen stays so when the event comes anew from the server. */
  protected readonly ticked = linkedSignal<ReadonlySet<string>, ReadonlySet<string>>({
    source: this.chosen,
    computation: (chosen, before) => {
      if (before === undefined) return chosen;
      const added = [...before.value].filter((id) => !before.source.has(id));
      const kept = [...chosen].filter((id) => before.value.has(id) || !before.source.has(id));
      return new Set([...kept, ...added]);
    },
  });
  protected readonly challenges = computed(() => {
    const open = (this.candidates.value()?.challenges ?? []).map(({ challengeId, title, ownerName }) => ({
      id: challengeId,
      name: title,
      detail: ownerName,
    }));
    const present = this.event()
      .parties.filter(({ kind }) => kind === 'challenge')
      .map(({ challengeId, challengeTitle, organisationName }) => ({
        id: challengeId ?? '',
        name: challengeTitle,
        detail: organisationName,
      }));
    return merged(open, present);
  });
  protected readonly smes = computed(() => {
    const fitting = (this.candidates.value()?.smes ?? []).map((sme) => this.choiceOf(sme));
    const present = this.event()
      .parties.filter(({ kind }) => kind === 'sme')
      .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName, detail: '' }));
    return merged(merged(fitting, this.named()), present);
  });
  /** Part of a name to look for. */
  protected readonly letters = signal('');
  protected readonly searching = createAction();
  /** Who was found by name. */
  protected readonly named = signal<readonly Choice[]>([]);
  /** What a screen reader hears after a search. */
  protected readonly found = signal('');

  protected tick(id: string, isTicked: boolean): void {
    const next = new Set(this.ticked());
    if (isTicked) next.add(id);
    else next.delete(id);
    this.ticked.set(next);
  }

  protected tickAll(choices: readonly Choice[]): void {
    this.ticked.set(new Set([...this.ticked(), ...choices.map(({ id }) => id)]));
  }

  /** Adds those with the letters in their name to the list, ticked when there is only one. */
  protected async search(): Promise<void> {
    const q = this.letters().trim();
    if (q === '') return;
    await this.searching.run(async () => {
      const path = `/taskforce/meeting-events/${this.event().id}/candidates`;
      const { smes } = await this.api.get<EventCandidatesDto>(path, { query: { q } });
      const choices = smes.map((sme) => this.choiceOf(sme));
      this.named.update((before) => merged(choices, before));
      if (choices.length === 1) this.tickAll(choices);
      const none = this.t('meetings.choose.foundNone');
      this.found.set(choices.length === 0 ? none : this.plural('meetings.choose.found', choices.length));
    });
  }

  protected async save(): Promise<void> {
    const { id, version } = this.event();
    const of = (choices: readonly Choice[]): string[] =>
      choices.map((choice) => choice.id).filter((one) => this.ticked().has(one));
    await this.saving.run(async () => {
      const body = { version, challengeIds: of(this.challenges()), organisationIds: of(this.smes()) };
      this.changed.emit(await this.api.put<MeetingEventPageDto>(`/taskforce/meeting-events/${id}/parties`, body));
      this.candidates.reload();
      this.toasts.show(this.t('meetings.saved'));
    });
  }

  private choiceOf({ organisationId, name, bestScore, fits }: EventSmeDto): Choice {
    const score = Math.round(bestScore / 10_000);
    const detail =
      fits === 0 ? this.t('meetings.choose.fitsNone') : this.plural('meetings.choose.fits', fits, { score });
    return { id: organisationId, name, detail };
  }
}

/** Who can come, and after them who comes already and is not among them any more. */
function merged(first: readonly Choice[], second: readonly Choice[]): Choice[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}
