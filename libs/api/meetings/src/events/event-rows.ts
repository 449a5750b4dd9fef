import type { MeetingEventState, MeetingRule } from '@htsm/domain';
import type { PlannedMeetingDto, TimetableRunDto } from '../dto/meeting-event.dto';

/** An event as the database has it. */
export interface EventRow {
  readonly id: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly slots: number;
  readonly slotMinutes: number;
  readonly pauseMinutes: number;
  readonly tables: number;
  /** In millionths. */
  readonly scoreBar: number;
  readonly state: MeetingEventState;
  readonly publication: number;
  readonly cancelReason: string;
  readonly version: number;
}

/** A party with its names. */
export interface PartyRow {
  readonly id: string;
  readonly challengeId: string | null;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Titles of the challenge; empty for an SME. */
  readonly titleNl: string;
  readonly titleEn: string;
  readonly minMeetings: number;
  readonly maxMeetings: number;
  readonly busy: number[];
  readonly isOut: boolean;
}

/** What is wanted of a pair. */
export interface WishRow {
  readonly challengePartyId: string;
  readonly smePartyId: string;
  readonly rule: MeetingRule;
  readonly slot: number | null;
}

/** A meeting of the timetable. */
export type PlannedRow = PlannedMeetingDto;

/** A timetable that was asked for. */
export interface RunRow extends TimetableRunDto {
  readonly id: string;
  readonly eventId: string;
  readonly basis: 'fresh' | 'present';
}

/** Everything about an event. */
export interface WholeEvent {
  readonly event: EventRow;
  readonly parties: readonly PartyRow[];
  readonly wishes: readonly WishRow[];
  readonly planned: readonly PlannedRow[];
}
