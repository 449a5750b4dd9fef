import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  ChoicesField,
  IdField,
  InstantField,
  IntField,
  ObjectsField,
  TextField,
  TextsField,
} from '@htsm/api/core';

/** With what somebody can show who they are after the password. */
export const SECOND_FACTOR_METHODS = ['passkey', 'authenticator', 'recovery_code'] as const;
export type SecondFactorMethod = (typeof SECOND_FACTOR_METHODS)[number];

/** What the sign-in still waits for. */
export class SignInStepDto {
  @ChoicesField(SECOND_FACTOR_METHODS) methods!: SecondFactorMethod[];
}

/** A code of the authenticator app (six digits) or a recovery code. */
export class SecondFactorCodeDto {
  @TextField({ min: 6, max: 30 }) readonly code!: string;
}

/** An authenticator app that works. */
export class AuthenticatorDto {
  @InstantField() addedAt!: string;
  @InstantField({ nullable: true }) lastUsedAt!: string | null;
}

/** A passkey of the person. */
export class PasskeyDto {
  @IdField() id!: string;
  @TextField({ max: 60 }) name!: string;
  @InstantField() addedAt!: string;
  @InstantField({ nullable: true }) lastUsedAt!: string | null;
}

/** A question to a device, as JSON text for the browser's own function. */
export class PasskeyQuestionDto {
  @TextField({ max: 20_000 }) options!: string;
}

/** A device's answer, as JSON text. */
export class PasskeyAnswerDto {
  @TextField({ min: 2, max: 20_000 }) readonly answer!: string;
}

/** A new passkey under the name that the person gives it. */
export class AddPasskeyDto {
  @TextField({ min: 1, max: 60 }) readonly name!: string;
  @TextField({ min: 2, max: 20_000 }) readonly answer!: string;
}

/** What the person can show besides the password. */
export class SecondFactorsDto {
  @ApiProperty({ type: () => AuthenticatorDto, nullable: true }) authenticator!: AuthenticatorDto | null;
  @ObjectsField(() => PasskeyDto, { maxItems: 20 }) passkeys!: PasskeyDto[];
  @IntField({ min: 0, max: 10, description: 'Recovery codes that were not used yet.' }) recoveryCodesLeft!: number;
  @BooleanField({ description: 'Whether a role of the person asks for a second factor.' }) isRequired!: boolean;
}

/** An authenticator app to be set up; shown once. */
export class NewAuthenticatorDto {
  /** For typing over: base32. */
  @TextField({ max: 64 }) secret!: string;
  /** The square code as a picture (SVG). */
  @TextField({ max: 200_000 }) picture!: string;
}

/** Codes to keep on paper; shown once. Empty when the earlier ones still work. */
export class RecoveryCodesDto {
  @TextsField({ maxItems: 10, max: 20 }) recoveryCodes!: string[];
}
