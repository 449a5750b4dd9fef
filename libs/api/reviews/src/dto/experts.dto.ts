import { EXPERTISE_LIMITS, LINK_LIMITS } from '@htsm/domain';
import { NewPasswordField } from '@htsm/api/accounts';
import { BooleanField, EmailField, IdField, InstantField, ObjectField, TextField } from '@htsm/api/core';

/** Whom the taskforce asks onto the panel of a challenge. */
export class InviteExpertDto {
  @EmailField() readonly email!: string;
  /** Whether the taskforce saw what binds the address to some who take part, and asks all the same. */
  @BooleanField() readonly knowsConflicts!: boolean;
}

/** Whose invitation ends. */
export class WithdrawInvitationDto {
  @EmailField() readonly email!: string;
}

/** An invitation to a panel that nobody accepted yet. */
export class PanelInvitationDto {
  @IdField() id!: string;
  @EmailField() email!: string;
  @TextField({ max: 120 }) invitedByName!: string;
  @InstantField() sentAt!: string;
  @InstantField() expiresAt!: string;
  @BooleanField() isExpired!: boolean;
}

/** What asking somebody led to: one of the two. */
export class InvitedExpertDto {
  @ObjectField(() => PanelInvitationDto, { nullable: true }) invitation!: PanelInvitationDto | null;
  /** Name of a reviewer who is on the panel now, without an invitation. */
  @TextField({ max: 120, nullable: true }) addedName!: string | null;
}

/** What the bearer of an invitation sees before accepting it. */
export class ExpertOfferDto {
  @TextField({ max: 200 }) challengeTitle!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @EmailField() email!: string;
  @InstantField() expiresAt!: string;
  @BooleanField({ description: 'Whether the address has an account: then the person signs in to accept.' })
  hasAccount!: boolean;
}

/** Accepting: a newcomer gives a name and a password, a signed-in person neither. */
export class JoinPanelDto {
  @TextField({ min: 1, max: 200 }) readonly token!: string;
  @TextField({ min: 2, max: 120, optional: true }) readonly name?: string;
  @NewPasswordField({ optional: true }) readonly password?: string;
  /** Where they work: kept as a link, so that it counts as one. */
  @TextField({ min: 2, max: LINK_LIMITS.name }) readonly organisationName!: string;
  /** What they know, in their own words. */
  @TextField({ min: 10, max: EXPERTISE_LIMITS.words }) readonly words!: string;
  /** Keeping to the house rules and keeping what they read to themselves; must be true. */
  @BooleanField() readonly affirms!: boolean;
}
