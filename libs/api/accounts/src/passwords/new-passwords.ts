import { Injectable } from '@nestjs/common';
import { ValidationFailed } from '@htsm/api/core';
import { BreachedPasswords } from './breached-passwords';
import { isLeaked } from './leaked-passwords';
import { PasswordHasher } from './password-hasher';

/** Takes a new password that a person chose. */
@Injectable()
export class NewPasswords {
  constructor(
    readonly hasher: PasswordHasher,
    private readonly breached: BreachedPasswords,
  ) {}

  /** Gives its hash; throws ValidationFailed at `path` when it leaked somewhere. Call it outside of transactions. */
  async hash(path: string, password: string): Promise<string> {
    await this.refuseLeaked(path, password);
    return this.hasher.hash(password);
  }

  /** Throws ValidationFailed at `path`. */
  async refuseLeaked(path: string, password: string): Promise<void> {
    if (isLeaked(password) || (await this.breached.knows(password))) {
      throw new ValidationFailed([{ path, code: 'password_leaked' }]);
    }
  }
}
