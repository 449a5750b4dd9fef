import { BooleanField, EmailField, IdField, InstantField, ObjectsField, TextField } from '@htsm/api/core';
import { NewPasswordField } from '../passwords/password-field';

/** A colleague to be asked into an organisation. */
export class InviteDto {
  @IdField() readonly organisationId!: string;
  @EmailField() readonly email!: string;
}

/** Which organisation's invitations. */
export class InvitationsQueryDto {
  @IdField() readonly organisationId!: string;
}

/** An invitation that still waits. */
export class InvitationDto {
  @IdField() id!: string;
  @EmailField() email!: string;
  @InstantField() createdAt!: string;
  @InstantField() expiresAt!: string;
}

/** Waiting invitations of an organisation, the newest first. */
export class InvitationsDto {
  @ObjectsField(() => InvitationDto, { maxItems: 200 }) items!: InvitationDto[];
}

/** What the bearer of an invitation sees before accepting it. */
export class InvitationOfferDto {
  @TextField({ max: 200 }) organisationName!: string;
  @EmailField() email!: string;
  @BooleanField({ description: 'Whether the address has an account: then the person signs in to accept.' })
  hasAccount!: boolean;
}

/** Accepting: a newcomer gives a name and a password, a signed-in person only the token. */
export class AcceptInvitationDto {
  @TextField({ min: 1, max: 200 }) readonly token!: string;
  @TextField({ min: 2, max: 120, optional: true }) readonly name?: string;
  @NewPasswordField({ optional: true }) readonly password?: string;
}
