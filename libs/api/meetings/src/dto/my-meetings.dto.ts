import { BooleanField, ChoiceField, IdField, InstantField, IntField, ObjectsField, TextField } from '@htsm/api/core';

/** A meeting of one's own organisation at an event. */
export class MyMeetingDto {
  @IdField() id!: string;
  @TextField({ max: 120 }) eventTitle!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  /** The organisation that one meets. */
  @TextField({ max: 200 }) partnerName!: string;
  @TextField({ max: 200 }) place!: string;
  @InstantField() startsAt!: string;
  @InstantField() endsAt!: string;
  @IntField({ min: 1, max: 200 }) table!: number;
  @ChoiceField(['standing', 'cancelled']) state!: 'standing' | 'cancelled';
  /** Whether it is over. */
  @BooleanField() isPast!: boolean;
}

/** The meeting of an introduction. */
export class MyIntroductionDto {
  @IdField() id!: string;
  /** Of the place on the board: where the SME finds its invitation. */
  @IdField() suggestionId!: string;
  @IdField() challengeId!: string;
  /** As what the own organisation comes. */
  @ChoiceField(['owner', 'sme']) side!: 'owner' | 'sme';
  @TextField({ max: 120 }) challengeTitle!: string;
  /** The organisation that one meets. */
  @TextField({ max: 200 }) partnerName!: string;
  @TextField({ max: 300 }) place!: string;
  @InstantField() startsAt!: string;
  @InstantField() endsAt!: string;
  @ChoiceField(['standing', 'cancelled']) state!: 'standing' | 'cancelled';
  /** Whether it is over. */
  @BooleanField() isPast!: boolean;
}

/** The meetings of one's own organisations, by time; those of the last thirty days too. */
export class MyMeetingsDto {
  @ObjectsField(() => MyMeetingDto, { maxItems: 500 }) items!: MyMeetingDto[];
  /** Those of introductions, which have no timetable. */
  @ObjectsField(() => MyIntroductionDto, { maxItems: 200 }) introductions!: MyIntroductionDto[];
  @InstantField() now!: string;
}
