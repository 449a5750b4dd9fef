import {
  CONFLICT_KINDS,
  CONFLICT_LIMITS,
  LINK_KINDS,
  LINK_LIMITS,
  PARTY_ROLES,
  type ConflictKind,
  type LinkKind,
  type PartyRole,
} from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  DateField,
  EmailField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { PanelInvitationDto } from './experts.dto';
import { JudgedChallengeDto } from './judged-challenge.dto';
import { FormedPanelDto } from './panel.dto';
import { LinkDto } from './links.dto';

/** A fact that binds somebody to an organisation that takes part in a challenge. */
export class ConflictDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @ChoiceField(PARTY_ROLES) role!: PartyRole;
  @ChoiceField(CONFLICT_KINDS) kind!: ConflictKind;
  /** What they declared, or null when they did not have to. */
  @ChoiceField(LINK_KINDS, { nullable: true }) link!: LinkKind | null;
  /** The name, KvK number or mail domain on their side. */
  @TextField({ max: 300 }) through!: string;
  /** The day on which it ended, or null while it lasts. */
  @DateField({ nullable: true }) endedOn!: string | null;
  /** Until when it does not count, or null. */
  @InstantField({ nullable: true }) waivedUntil!: string | null;
  /** Whether the taskforce can waive it. */
  @BooleanField() canBeWaived!: boolean;
  /** The proposals that the organisation takes part in, by id; empty for the owner of the challenge, which is in all. */
  @IdsField({ maxItems: 1000 }) proposalIds!: string[];
}

/** A member of the review panel, with what they declared and what was found. */
export class PanelPersonDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
  /** Whether they judge only on panels that name them. */
  @BooleanField() isGuest!: boolean;
  @ObjectsField(() => LinkDto, { maxItems: LINK_LIMITS.count }) links!: LinkDto[];
  /** By organisation. */
  @ObjectsField(() => ConflictDto, { maxItems: 1000 }) conflicts!: ConflictDto[];
}

/** What was signed about somebody and an organisation in a challenge. */
export class WaiverDto {
  @IdField() id!: string;
  @IdField() reviewerId!: string;
  @TextField({ max: 200 }) reviewerName!: string;
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: CONFLICT_LIMITS.reason }) reason!: string;
  @TextField({ max: 200 }) signedByName!: string;
  @InstantField() signedAt!: string;
  @InstantField() endsAt!: string;
  @BooleanField() isRunning!: boolean;
}

/** The review panel and its conflicts of interest with those who take part in a challenge. */
export class ChallengeConflictsDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  /** By name. */
  @ObjectsField(() => PanelPersonDto, { maxItems: 500 }) people!: PanelPersonDto[];
  /** The newest first. */
  @ObjectsField(() => WaiverDto, { maxItems: 500 }) waivers!: WaiverDto[];
  @ObjectField(() => FormedPanelDto) panel!: FormedPanelDto;
  /** To the panel of this challenge, the newest first. */
  @ObjectsField(() => PanelInvitationDto, { maxItems: 100 }) invitations!: PanelInvitationDto[];
  @IntField({ min: 0, max: CONFLICT_LIMITS.years }) years!: number;
  /** Version of the number of years. */
  @IntField({ min: 1, max: 2_147_483_647 }) yearsVersion!: number;
  @InstantField() now!: string;
}

/** Whom the taskforce thinks of asking. */
export class CheckAddressDto {
  @EmailField() readonly email!: string;
}

/** What is known of an address and those who take part in a challenge. */
export class AddressConflictsDto {
  /** Name of the account with this address, or null. */
  @TextField({ max: 200, nullable: true }) name!: string | null;
  @ObjectsField(() => ConflictDto, { maxItems: 1000 }) conflicts!: ConflictDto[];
}

/** What the taskforce signs: all that binds this person to this organisation now does not count in the challenge. */
export class SignWaiverDto {
  @IdField() readonly reviewerId!: string;
  @IdField() readonly organisationId!: string;
  @TextField({ min: CONFLICT_LIMITS.minReason, max: CONFLICT_LIMITS.reason }) readonly reason!: string;
  /** In the future. */
  @InstantField() readonly endsAt!: string;
}

/** For how many years after its end a tie counts. */
export class ConflictRuleDto {
  @IntField({ min: 0, max: CONFLICT_LIMITS.years }) years!: number;
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
}
