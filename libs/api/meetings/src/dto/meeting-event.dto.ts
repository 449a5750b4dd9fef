import { ApiProperty } from '@nestjs/swagger';
import { MEETING_EVENT_STATES, MEETING_RULES, type MeetingEventState, type MeetingRule } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  IntsField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

const VERSION = { min: 1, max: 2_000_000_000 };
const SLOT = { min: 0, max: 39 };
const MEETINGS = { min: 0, max: 40 };
/** Challenges and SMEs at an event. */
const MOST_CHALLENGES = 100;
const MOST_SMES = 400;

/** What an event is, apart from its parties. */
export class MeetingEventPlanDto {
  @TextField({ min: 1, max: 120 }) titleNl!: string;
  @TextField({ min: 1, max: 120 }) titleEn!: string;
  @TextField({ min: 1, max: 200 }) place!: string;
  /** The day in Amsterdam. */
  @DateField() date!: string;
  /** The time on the clock in Amsterdam, `14:30`. */
  @TextField({ max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/ }) time!: string;
  /** Which of the two, when the clock shows this time twice. */
  @ChoiceField(['first', 'second'], { optional: true }) occurrence?: 'first' | 'second';
  @IntField({ min: 1, max: 40 }) slots!: number;
  @IntField({ min: 5, max: 120 }) slotMinutes!: number;
  @IntField({ min: 0, max: 60 }) pauseMinutes!: number;
  /** Meetings at the same time at most. */
  @IntField({ min: 1, max: 200 }) tables!: number;
  /** The score from which a recommendation is a reason to meet, in hundredths. */
  @IntField({ min: 0, max: 100 }) scoreBarPercent!: number;
}

/** Changes to an event; all of it is sent. */
export class ChangeMeetingEventDto extends MeetingEventPlanDto {
  @IntField(VERSION) version!: number;
}

/** A step that is based on a version. */
export class MeetingEventStepDto {
  @IntField(VERSION) version!: number;
}

/** Calls the event off. */
export class CancelMeetingEventDto extends MeetingEventStepDto {
  /** Everybody who has a meeting gets it by mail. */
  @TextField({ min: 1, max: 500 }) reason!: string;
}

/** Who comes; whoever is left out is taken off. */
export class ChoosePartiesDto extends MeetingEventStepDto {
  @IdsField({ maxItems: MOST_CHALLENGES }) challengeIds!: string[];
  @IdsField({ maxItems: MOST_SMES }) organisationIds!: string[];
}

/** When a party can come and how much it wants. */
export class ChangePartyDto extends MeetingEventStepDto {
  @IntField(MEETINGS) minMeetings!: number;
  @IntField({ min: 1, max: 40 }) maxMeetings!: number;
  /** Slots in which it cannot come, from 0. */
  @IntsField({ ...SLOT, maxItems: 40 }) busy!: number[];
  /** Whether it dropped out. */
  @BooleanField() isOut!: boolean;
}

/** What the taskforce wants of a pair. */
export class WishDto extends MeetingEventStepDto {
  @IdField() challengePartyId!: string;
  @IdField() smePartyId!: string;
  /** Null takes an earlier wish back. */
  @ChoiceField(MEETING_RULES, { nullable: true }) rule!: MeetingRule | null;
  /** Where a pinned meeting stands. */
  @IntField({ ...SLOT, optional: true }) slot?: number;
}

/** Asks for a timetable. */
export class AskTimetableDto extends MeetingEventStepDto {
  /** `present` moves as few meetings as possible, `fresh` begins anew. */
  @ChoiceField(['fresh', 'present']) basis!: 'fresh' | 'present';
}

/** A line in the list of events. */
export class MeetingEventDto {
  @IdField() id!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) place!: string;
  @InstantField() startsAt!: string;
  @ChoiceField(MEETING_EVENT_STATES) state!: MeetingEventState;
  @IntField({ min: 0, max: MOST_CHALLENGES }) challenges!: number;
  @IntField({ min: 0, max: MOST_SMES }) smes!: number;
  @IntField({ min: 0, max: 100_000 }) meetings!: number;
}

/** Events, the latest first. */
export class MeetingEventsDto {
  @ObjectsField(() => MeetingEventDto, { maxItems: 100 }) items!: MeetingEventDto[];
}

/** When a slot is. */
export class SlotDto {
  @InstantField() startsAt!: string;
  @InstantField() endsAt!: string;
}

/** A challenge or an SME at an event. */
export class MeetingPartyDto {
  @IdField() id!: string;
  @ChoiceField(['challenge', 'sme']) kind!: 'challenge' | 'sme';
  /** The challenge that it is; null for an SME. */
  @IdField({ nullable: true }) challengeId!: string | null;
  @IdField() organisationId!: string;
  /** The owner of the challenge, or the SME. */
  @TextField({ max: 200 }) organisationName!: string;
  /** Empty for an SME. */
  @TextField({ max: 120 }) challengeTitle!: string;
  @IntField(MEETINGS) minMeetings!: number;
  @IntField({ min: 1, max: 40 }) maxMeetings!: number;
  @IntsField({ ...SLOT, maxItems: 40 }) busy!: number[];
  @BooleanField() isOut!: boolean;
}

/** What is wanted of a pair. */
export class MeetingWishDto {
  @IdField() challengePartyId!: string;
  @IdField() smePartyId!: string;
  @ChoiceField(MEETING_RULES) rule!: MeetingRule;
  @IntField({ ...SLOT, nullable: true }) slot!: number | null;
}

/** A meeting of the timetable. */
export class PlannedMeetingDto {
  @IdField() id!: string;
  @IdField() challengePartyId!: string;
  @IdField() smePartyId!: string;
  @IntField(SLOT) slot!: number;
  @IntField({ min: 1, max: 200 }) table!: number;
  /** In millionths. */
  @IntField({ min: 0, max: 1_000_000 }) score!: number;
}

/** The last timetable that was asked for. */
export class TimetableRunDto {
  @ChoiceField(['asked', 'running', 'done', 'failed']) state!: 'asked' | 'running' | 'done' | 'failed';
  @InstantField() askedAt!: string;
  /** How far from the best it can be at most, as a part of the total; null before anything is known. */
  @ApiProperty({ type: Number, nullable: true }) gap!: number | null;
  /** The sum of the scores. */
  @ApiProperty({ type: Number, nullable: true }) total!: number | null;
  /** Meetings below the minimums of parties, summed. */
  @IntField({ min: 0, max: 100_000, nullable: true }) missing!: number | null;
  /** Meetings that are at another time than before, or not at all. */
  @IntField({ min: 0, max: 100_000, nullable: true }) moved!: number | null;
}

/** What parties were not told yet. */
export class UntoldDto {
  @IntField({ min: 0, max: 100_000 }) added!: number;
  @IntField({ min: 0, max: 100_000 }) moved!: number;
  @IntField({ min: 0, max: 100_000 }) dropped!: number;
}

/** An event with all that the taskforce works on. */
export class MeetingEventPageDto extends MeetingEventPlanDto {
  @IdField() id!: string;
  @ChoiceField(MEETING_EVENT_STATES) state!: MeetingEventState;
  /** Empty unless it was called off. */
  @TextField({ max: 500 }) cancelReason!: string;
  @IntField(VERSION) version!: number;
  @ObjectsField(() => SlotDto, { maxItems: 40 }) times!: SlotDto[];
  /** Challenges first, each kind by name. */
  @ObjectsField(() => MeetingPartyDto, { maxItems: MOST_CHALLENGES + MOST_SMES }) parties!: MeetingPartyDto[];
  @ObjectsField(() => MeetingWishDto, { maxItems: 1_000 }) wishes!: MeetingWishDto[];
  /** By slot and table. */
  @ObjectsField(() => PlannedMeetingDto, { maxItems: 8_000 }) meetings!: PlannedMeetingDto[];
  @ObjectField(() => TimetableRunDto, { nullable: true }) run!: TimetableRunDto | null;
  @ObjectField(() => UntoldDto) untold!: UntoldDto;
}

/** A challenge that can come. */
export class EventChallengeDto {
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
}

/** What to look for among those who could come. */
export class EventCandidatesQueryDto {
  /** A part of the name of an SME or institute; without it those that reach the bar are given. */
  @TextField({ max: 100, optional: true }) q?: string;
}

/** An SME or institute that could come. */
export class EventSmeDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) name!: string;
  /** In millionths; 0 when it fits none of the chosen challenges. */
  @IntField({ min: 0, max: 1_000_000 }) bestScore!: number;
  /** Chosen challenges that it fits. */
  @IntField({ min: 0, max: MOST_CHALLENGES }) fits!: number;
}

/** Who could come: open challenges, and SMEs that reach the bar for those chosen already, or have the name, the best first. */
export class EventCandidatesDto {
  @ObjectsField(() => EventChallengeDto, { maxItems: MOST_CHALLENGES }) challenges!: EventChallengeDto[];
  @ObjectsField(() => EventSmeDto, { maxItems: MOST_SMES }) smes!: EventSmeDto[];
}
