import { slotTime } from '@htsm/domain';
import type { ProgrammeMeeting } from '@htsm/domain/meetings';
import type { PartyRow, WholeEvent } from '../events/event-rows';

/** A planned meeting with its parties and its time. */
export interface PlannedProgramme extends ProgrammeMeeting {
  readonly challenge: PartyRow;
  readonly sme: PartyRow;
}

/** A meeting as its parties were told, with all that their calendars need. */
export interface ToldRow extends ProgrammeMeeting {
  readonly state: 'standing' | 'cancelled';
  readonly sequence: number;
  readonly challengeId: string;
  readonly challengeOrganisationId: string;
  readonly smeOrganisationId: string;
  readonly eventTitleNl: string;
  readonly eventTitleEn: string;
  readonly challengeTitleNl: string;
  readonly challengeTitleEn: string;
  readonly ownerName: string;
  readonly smeName: string;
  readonly updatedAt: Date;
}

/** The columns of a ToldRow, of a table called `m`. */
export const TOLD_COLUMNS = `m.id, m.state, m.sequence, m.challenge_id AS "challengeId", m.challenge_organisation_id AS "challengeOrganisationId",
  m.sme_organisation_id AS "smeOrganisationId", m.event_title_nl AS "eventTitleNl", m.event_title_en AS "eventTitleEn",
  m.challenge_title_nl AS "challengeTitleNl", m.challenge_title_en AS "challengeTitleEn", m.owner_name AS "ownerName", m.sme_name AS "smeName",
  m.place, m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.table_number AS "table", m.updated_at AS "updatedAt"`;

/** Gives the timetable with times and names, by time. */
export function toProgramme({ event, parties, planned }: Omit<WholeEvent, 'wishes'>): PlannedProgramme[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return planned.flatMap(({ id, challengePartyId, smePartyId, slot, table }) => {
    const [challenge, sme] = [byId.get(challengePartyId), byId.get(smePartyId)];
    if (challenge === undefined || sme === undefined) return [];
    return [{ id, ...slotTime(event, slot), table, place: event.place, challenge, sme }];
  });
}
