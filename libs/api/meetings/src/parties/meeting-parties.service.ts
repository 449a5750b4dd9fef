import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { NotFound, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import type { ChangePartyDto, ChoosePartiesDto, MeetingEventPageDto, WishDto } from '../dto/meeting-event.dto';
import { MeetingEvents } from '../events/meeting-events.service';
import { refusePinClash } from '../timetable/refuse-pin-clash';
import { MeetingPartiesRepository } from './meeting-parties.repository';

/** Who comes to an event, when they can, and which pairs are wanted, kept apart or pinned to a slot. */
@Injectable()
export class MeetingParties {
  constructor(
    private readonly events: MeetingEvents,
    private readonly parties: MeetingPartiesRepository,
  ) {}

  /** Takes in who is new and takes off who is left out. Throws NotFound for a challenge or SME that cannot come. */
  choose(actor: UserActor, id: string, input: ChoosePartiesDto, locale: Locale): Promise<MeetingEventPageDto> {
    const change = { id, version: input.version, locale, type: 'meeting_event.parties_chosen' };
    return this.events.write(actor, change, async (tx) => {
      await this.parties.keepOnly(tx, id, input);
      await this.parties.add(tx, id, input);
      const there = await this.parties.count(tx, id);
      if (there !== input.challengeIds.length + input.organisationIds.length) throw new NotFound();
    });
  }

  /** Throws ValidationFailed when the party wants less than it needs. */
  change(
    actor: UserActor,
    { id, partyId }: { id: string; partyId: string },
    input: ChangePartyDto,
    locale: Locale,
  ): Promise<MeetingEventPageDto> {
    if (input.minMeetings > input.maxMeetings)
      throw new ValidationFailed([{ path: 'maxMeetings', code: 'max_below_min' }]);
    const change = { id, version: input.version, locale, type: 'meeting_event.party_changed' };
    return this.events.write(actor, change, async (tx, event) => {
      const busy = input.busy.filter((slot) => slot < event.slots).sort((a, b) => a - b);
      if (!(await this.parties.change(tx, id, partyId, { ...input, busy }))) throw new NotFound();
    });
  }

  /** Throws NotFound for parties of other events, and PinnedMeetingsClash when a pinned meeting cannot stand there. */
  wish(actor: UserActor, id: string, input: WishDto, locale: Locale): Promise<MeetingEventPageDto> {
    const change = { id, version: input.version, locale, type: 'meeting_event.pair_changed' };
    return this.events.write(actor, change, async (tx) => {
      await this.set(tx, id, input);
      if (input.rule === 'pinned') refusePinClash(await this.events.whole(tx, id));
    });
  }

  private async set(tx: Tx, id: string, input: WishDto): Promise<void> {
    const { rule, slot } = input;
    if (rule === null) return this.parties.forgetWish(tx, id, input);
    if (!(await this.parties.isPair(tx, id, input))) throw new NotFound();
    if (rule !== 'pinned') return this.parties.setWish(tx, { ...input, rule, slot: null });
    if (slot === undefined) throw new ValidationFailed([{ path: 'slot', code: 'required' }]);
    return this.parties.setWish(tx, { ...input, rule, slot });
  }
}
