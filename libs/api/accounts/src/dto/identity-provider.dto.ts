import { ApiProperty } from '@nestjs/swagger';
import { OWN_PATH_MAX } from '@htsm/domain';
import { BooleanField, EmailField, IdField, InstantField, ObjectsField, TextField } from '@htsm/api/core';

/** The address somebody wants to sign in with at their own organisation. */
export class ProviderSignInDto {
  @EmailField() readonly email!: string;

  @TextField({ max: OWN_PATH_MAX, optional: true, description: 'Path of ours to go on to; any other is left out.' })
  readonly next?: string;
}

/** Where the browser goes on. */
export class ProviderAddressDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null when the organisation has no sign-in page of its own.',
  })
  url!: string | null;
}

/** An account at an organisation that the person signs in with. */
export class OwnIdentityDto {
  @IdField() id!: string;
  @TextField({ max: 300 }) issuer!: string;
  @InstantField() linkedAt!: string;
}

/** All of them, the first linked first. */
export class OwnIdentitiesDto {
  @ObjectsField(() => OwnIdentityDto, { maxItems: 50 }) items!: OwnIdentityDto[];
  @BooleanField({ description: 'Whether the domain of the address has a sign-in page of its own.' }) canLink!: boolean;
}

/** A sign-in page of an organisation, for an administrator; its secret is never given back. */
export class IdentityProviderDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 253 }) domain!: string;
  @TextField({ max: 300 }) issuer!: string;
  @TextField({ max: 200 }) clientId!: string;
  @InstantField() createdAt!: string;
}

/** Every sign-in page, by domain. */
export class IdentityProvidersDto {
  @ObjectsField(() => IdentityProviderDto, { maxItems: 500 }) items!: IdentityProviderDto[];
  /** The address that the organisation's provider must allow to come back to. */
  @TextField({ max: 400 }) redirectUrl!: string;
}

/** A sign-in page to be added. */
export class AddIdentityProviderDto {
  @TextField({ min: 8, max: 20 }) readonly kvkNumber!: string;
  @TextField({ min: 3, max: 253, pattern: /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i }) readonly domain!: string;
  @TextField({ min: 8, max: 300 }) readonly issuer!: string;
  @TextField({ min: 1, max: 200 }) readonly clientId!: string;
  @TextField({ min: 1, max: 500, keepSpaces: true }) readonly clientSecret!: string;
}
