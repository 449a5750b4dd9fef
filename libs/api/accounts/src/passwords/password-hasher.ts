import { Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes (OWASP's first choice); the library's own default algorithm is argon2id. */
const STRENGTH: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords; a check costs the same whether there is a hash to check against or not. */
@Injectable()
export class PasswordHasher {
  /** Hash of a password nobody has, checked against when the address is unknown. */
  private readonly dummy = hash('nobody has this password: 7f1b2c', STRENGTH);

  hash(password: string): Promise<string> {
    return hash(password, STRENGTH);
  }

  /** Whether the password fits; false for null, after the same work. */
  async fits(password: string, passwordHash: string | null): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.dummy), password);
    return isRight && passwordHash !== null;
  }
}
