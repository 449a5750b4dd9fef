import { DECLINE_REASONS, SUGGESTION_STATES, type DeclineReason, type SuggestionState } from '@htsm/domain';
import { BooleanField, ChoiceField, IdField, InstantField, ObjectField, ObjectsField, TextField } from '@htsm/api/core';
import { SuggestionOutcomeDto } from './match-board.dto';

/** Whom to speak to at the other side. */
export class ContactDto {
  @TextField({ max: 200 }) name!: string;
  @TextField({ max: 254 }) email!: string;
}

/** An invitation of the taskforce, as the invited SME sees it. */
export class MyInvitationDto {
  @IdField() id!: string;
  @ChoiceField(SUGGESTION_STATES) state!: SuggestionState;
  @TextField({ max: 200 }) organisationName!: string;
  @IdField() challengeId!: string;
  @TextField({ max: 100 }) challengeSlug!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 400 }) summary!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @InstantField({ nullable: true }) closesAt!: string | null;
  /** What the taskforce wrote for these SMEs; may be empty. */
  @TextField({ max: 600 }) personal!: string;
  @InstantField() invitedAt!: string;
  @InstantField({ nullable: true }) answeredAt!: string | null;
  @ChoiceField(DECLINE_REASONS, { nullable: true }) declineReason!: DeclineReason | null;
  @TextField({ max: 1000 }) words!: string;
  @BooleanField() canAccept!: boolean;
  @BooleanField() canDecline!: boolean;
  /** At the owner of the challenge; null until the introduction. */
  @ObjectField(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
  @ObjectField(() => SuggestionOutcomeDto, { nullable: true }) outcome!: SuggestionOutcomeDto | null;
}

/** The invitations of the own organisations: those that wait for an answer first, then the newest. */
export class MyInvitationsDto {
  @ObjectsField(() => MyInvitationDto, { maxItems: 100 }) items!: MyInvitationDto[];
  @InstantField() now!: string;
}

/** Answers of an SME. */
export const ANSWERS = ['interested', 'declined'] as const;

/** What an SME answers. */
export class AnswerInvitationDto {
  @ChoiceField(ANSWERS) answer!: (typeof ANSWERS)[number];
  /** Asked when declining. */
  @ChoiceField(DECLINE_REASONS, { nullable: true }) reason!: DeclineReason | null;
  @TextField({ max: 1000 }) words!: string;
}

/** An SME on the way to the owner of a challenge. */
export class OnTheWayDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @ChoiceField(SUGGESTION_STATES) state!: SuggestionState;
  /** When it got into the state. */
  @InstantField() since!: string;
  @ObjectField(() => SuggestionOutcomeDto, { nullable: true }) outcome!: SuggestionOutcomeDto | null;
}

/** The SMEs that the taskforce invited or introduced, as far as the owner of the challenge may know them. */
export class OnTheWayListDto {
  @ObjectsField(() => OnTheWayDto, { maxItems: 200 }) items!: OnTheWayDto[];
}
