import { Injectable } from '@nestjs/common';
import { isKvkNumber, tidyKvkNumber, type Locale } from '@htsm/domain';
import { ANONYMOUS, Database, RateLimiter, ValidationFailed } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { AcceptedDto, RegisterDto } from '../dto/registration.dto';
import { refuseWeakPassword } from '../passwords/password-field';
import { NewPasswords } from '../passwords/new-passwords';
import { steadyAnswer } from '../steady-answer';
import { KeepRegistration } from './keep-registration';

/** Where a request comes from and in which language it was made. */
export interface Asker {
  readonly networkAddress: string;
  readonly locale: Locale;
}

/**
 * Takes a registration; the answer and its time are the same whether the address is known or not.
 */
@Injectable()
export class Register {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly newPasswords: NewPasswords,
    private readonly keepRegistration: KeepRegistration,
  ) {}

  /** Throws ValidationFailed (KvK number, password) and TooManyAttempts. */
  async run(asker: Asker, input: RegisterDto): Promise<AcceptedDto> {
    await this.limiter.hit(LIMITS.registerAddress, asker.networkAddress);
    await this.limiter.hit(LIMITS.registerAccount, input.email);
    refuseWeakPassword('password', input.password, { ...input, organisationNames: [input.organisationName] });
    await this.newPasswords.refuseLeaked('password', input.password);
    const kvkNumber = tidyKvkNumber(input.kvkNumber);
    await this.refuseKvkNumber(kvkNumber);
    return steadyAnswer(async () => {
      const passwordHash = await this.newPasswords.hasher.hash(input.password);
      await this.keepRegistration.run({ ...input, kvkNumber, passwordHash, locale: asker.locale });
      return { email: input.email };
    });
  }

  private async refuseKvkNumber(kvkNumber: string): Promise<void> {
    if (!isKvkNumber(kvkNumber)) throw new ValidationFailed([{ path: 'kvkNumber', code: 'kvk_form' }]);
    const row = await this.database.as(ANONYMOUS, (tx) =>
      tx.row<{ is_taken: boolean }>('SELECT auth_kvk_is_taken($1) AS is_taken', [kvkNumber]),
    );
    if (row?.is_taken === true) throw new ValidationFailed([{ path: 'kvkNumber', code: 'kvk_taken' }]);
  }
}
