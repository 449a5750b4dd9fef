import { localTime, slotTimes, type Locale } from '@htsm/domain';
import { programmeChanges } from '@htsm/domain/meetings';
import { titleFor } from '@htsm/api/challenges';
import type { MeetingEventPageDto, MeetingPartyDto, TimetableRunDto } from '../dto/meeting-event.dto';
import { toProgramme, type ToldRow } from '../programme/programme-rows';
import type { PartyRow, RunRow, WholeEvent } from './event-rows';

const PERCENT = 10_000;

/** Shows an event to the taskforce. */
export function toEventPage(
  whole: WholeEvent,
  { run, told }: { run: RunRow | null; told: readonly ToldRow[] },
  locale: Locale,
): MeetingEventPageDto {
  const { event, parties, wishes, planned } = whole;
  const changes = programmeChanges(toProgramme(whole), told);
  const isOff = event.state === 'cancelled';
  return {
    id: event.id,
    titleNl: event.titleNl,
    titleEn: event.titleEn,
    place: event.place,
    ...localTime(event.startsAt),
    slots: event.slots,
    slotMinutes: event.slotMinutes,
    pauseMinutes: event.pauseMinutes,
    tables: event.tables,
    scoreBarPercent: Math.round(event.scoreBar / PERCENT),
    state: event.state,
    cancelReason: event.cancelReason,
    version: event.version,
    times: slotTimes(event).map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    parties: parties.map((party) => toParty(party, locale)),
    wishes: wishes.map(({ challengePartyId, smePartyId, rule, slot }) => ({
      challengePartyId,
      smePartyId,
      rule,
      slot,
    })),
    meetings: planned.map(({ id, challengePartyId, smePartyId, slot, table, score }) => ({
      id,
      challengePartyId,
      smePartyId,
      slot,
      table,
      score,
    })),
    run: run === null ? null : toRun(run),
    untold: {
      added: isOff ? 0 : changes.added.length,
      moved: isOff ? 0 : changes.moved.length,
      dropped: isOff ? 0 : changes.dropped.length,
    },
  };
}

function toParty(party: PartyRow, locale: Locale): MeetingPartyDto {
  return {
    id: party.id,
    kind: party.challengeId === null ? 'sme' : 'challenge',
    challengeId: party.challengeId,
    organisationId: party.organisationId,
    organisationName: party.organisationName,
    challengeTitle: titleFor(party, locale),
    minMeetings: party.minMeetings,
    maxMeetings: party.maxMeetings,
    busy: party.busy,
    isOut: party.isOut,
  };
}

function toRun({ state, askedAt, gap, total, missing, moved }: RunRow): TimetableRunDto {
  return { state, askedAt, gap, total, missing, moved };
}
