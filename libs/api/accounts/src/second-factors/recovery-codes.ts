import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, hashCode, type Config, type Tx } from '@htsm/api/core';

const CODES = 10;
/** Letters and figures that nobody takes for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** Codes on paper for the day the phone is gone: each works once, and only its hash is kept. */
@Injectable()
export class RecoveryCodes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Makes ten codes, the only time they can be read; earlier ones no longer work. */
  async renew(tx: Tx, userId: string): Promise<string[]> {
    await tx.run('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
    const codes = Array.from({ length: CODES }, newCode);
    const hashes = codes.map((code) => this.hash(userId, code));
    await tx.run('INSERT INTO recovery_code (user_id, code_hash) SELECT $1, unnest($2::bytea[])', [userId, hashes]);
    return codes;
  }

  /** Uses a code up, in one statement; false when it is none or was used before. */
  async use(tx: Tx, userId: string, code: string): Promise<boolean> {
    const used = await tx.run(
      'UPDATE recovery_code SET used_at = htsm_now() WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL',
      [userId, this.hash(userId, code)],
    );
    return used > 0;
  }

  /** How many still work. */
  async left(tx: Tx, userId: string): Promise<number> {
    const row = await tx.row<{ left: number }>(
      'SELECT count(*)::int AS left FROM recovery_code WHERE user_id = $1 AND used_at IS NULL',
      [userId],
    );
    return row?.left ?? 0;
  }

  async forget(tx: Tx, userId: string): Promise<void> {
    await tx.run('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
  }

  private hash(userId: string, code: string): Buffer {
    return hashCode(this.config.appSecret, userId, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
  }
}

/** Twelve letters in three groups, 59 bits; letters are drawn again where a byte would favour some of them. */
function newCode(): string {
  let code = '';
  while (code.length < LENGTH) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < LETTERS.length * Math.floor(256 / LETTERS.length)) code += LETTERS.charAt(byte % LETTERS.length);
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
