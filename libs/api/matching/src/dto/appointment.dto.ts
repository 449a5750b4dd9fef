import {
  APPOINTMENT_LIMITS,
  APPOINTMENT_SIDES,
  APPOINTMENT_STATES,
  APPOINTMENT_STEPS,
  ARRANGING_SIDES,
  type AppointmentSide,
  type AppointmentState,
  type AppointmentStep,
  type ArrangingSide,
} from '@htsm/domain';
import {
  ChoiceField,
  ChoicesField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

const { slots: SLOTS, minMinutes, maxMinutes, place: PLACE, words: WORDS } = APPOINTMENT_LIMITS;
/** 0 stands for no appointment. */
const VERSION = { min: 0, max: 2_000_000_000 };
const MINUTES = { min: minMinutes, max: maxMinutes };

/** A time and place to meet. */
export class SlotDto {
  @InstantField() startsAt!: string;
  @IntField(MINUTES) minutes!: number;
  /** An address, or a link to a video call. */
  @TextField({ min: 1, max: PLACE }) place!: string;
}

/** A slot that can be chosen. */
export class OfferedSlotDto extends SlotDto {
  @IdField() id!: string;
}

/** The appointment of an introduction. */
export class AppointmentDto {
  @IdField() id!: string;
  @ChoiceField(APPOINTMENT_STATES) state!: AppointmentState;
  @ChoiceField(ARRANGING_SIDES) arrangedAs!: ArrangingSide;
  /** Those on offer, by time; empty once one was chosen. */
  @ObjectsField(() => OfferedSlotDto, { maxItems: SLOTS }) slots!: OfferedSlotDto[];
  /** When and where it is, or would have been; null until a slot was chosen. */
  @ObjectField(() => SlotDto, { nullable: true }) meeting!: SlotDto | null;
  /** What whoever took the last step wrote to the others; may be empty. */
  @TextField({ max: WORDS }) words!: string;
  @ChoiceField([...APPOINTMENT_SIDES, 'clock']) wordsOf!: AppointmentSide | 'clock';
  @IntField(VERSION) version!: number;
}

/** An introduction and its latest appointment, for one of those who have to do with it. */
export class AppointmentPageDto {
  @IdField() suggestionId!: string;
  /** As what the reader has to do with it. */
  @ChoiceField(APPOINTMENT_SIDES) side!: AppointmentSide;
  @TextField({ max: 200 }) ownerName!: string;
  @TextField({ max: 200 }) smeName!: string;
  @ObjectField(() => AppointmentDto, { nullable: true }) appointment!: AppointmentDto | null;
  /** What the reader can do now. */
  @ChoicesField(APPOINTMENT_STEPS) steps!: AppointmentStep[];
  @InstantField() now!: string;
}

/** Slots to choose from; those of before that are not among them are withdrawn. */
export class OfferSlotsDto {
  @ObjectsField(() => SlotDto, { maxItems: SLOTS }) slots!: SlotDto[];
  /** Goes to those who choose. */
  @TextField({ max: WORDS }) words!: string;
  /** Of the latest appointment, also when it is over; 0 when there is none. */
  @IntField(VERSION) version!: number;
}

/** The slot that suits. */
export class ChooseSlotDto {
  @IdField() slotId!: string;
}

/** Words to the others, with a step. */
export class AppointmentWordsDto {
  @TextField({ min: 1, max: WORDS }) words!: string;
  @IntField(VERSION) version!: number;
}

/** Another time and place. */
export class MoveAppointmentDto extends SlotDto {
  /** Goes to the others. */
  @TextField({ max: WORDS }) words!: string;
  @IntField(VERSION) version!: number;
}
