import { ApiProperty } from '@nestjs/swagger';
import { BODIES, LOCALES, ORGANISATION_KINDS, type Locale, type OrganisationKind } from '@htsm/domain';
import { BooleanField, ChoiceField, EmailField, IdField, InstantField, ObjectsField, TextField } from '@htsm/api/core';
import { SignInStepDto } from './second-factor.dto';
import { PasswordField } from '../passwords/password-field';

/** What a person is in an organisation. */
export const MEMBER_ROLES = ['owner', 'member'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A role apart from the organisations. */
export type BodyName = (typeof BODIES)[number];

/** E-mail and password. */
export class SignInDto {
  @EmailField()
  readonly email!: string;

  @PasswordField()
  readonly password!: string;
}

/** An organisation of the signed-in person. */
export class SessionOrganisationDto {
  @IdField()
  id!: string;

  @TextField({ max: 200 })
  name!: string;

  @ChoiceField(ORGANISATION_KINDS)
  kind!: OrganisationKind;

  @ChoiceField(MEMBER_ROLES)
  role!: MemberRole;
}

/** The signed-in person. */
export class SessionUserDto {
  @IdField()
  id!: string;

  @TextField({ max: 120 })
  name!: string;

  @EmailField()
  email!: string;

  @ChoiceField(LOCALES)
  locale!: Locale;

  @BooleanField({ description: 'Whether the person is a member of the taskforce.' })
  isTaskforce!: boolean;

  @BooleanField({ description: 'Whether the person manages people and roles.' })
  isAdministrator!: boolean;

  @BooleanField({ description: 'Whether the person can be asked to review.' })
  isReviewer!: boolean;

  @BooleanField({ description: 'Whether a second factor must be added before anything else; until then no roles.' })
  owesSecondFactor!: boolean;

  @ObjectsField(() => SessionOrganisationDto, { maxItems: 50 })
  organisations!: SessionOrganisationDto[];
}

/** Who is asking, and what time the server has. */
export class SessionDto {
  @InstantField({ description: 'The clock that decides about deadlines.' })
  now!: string;

  @BooleanField({ description: 'Whether this is a demonstration with made-up content.' })
  demo!: boolean;

  @ApiProperty({ type: () => SessionUserDto, nullable: true, description: 'Null without a session.' })
  user!: SessionUserDto | null;

  @ApiProperty({ type: () => SignInStepDto, nullable: true, description: 'After a right password, until the code.' })
  waitsFor!: SignInStepDto | null;
}
