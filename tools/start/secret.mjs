import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the data folder, closed to others.
 * @param {string} dataDir
 */
export function ensureDataDir(dataDir) {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
}

/**
 * The secret from which the application derives its keys and the passwords of its database roles. It must stay
 * the same as long as the data does, so it is kept beside them unless it is given.
 * @param {string} dataDir
 * @param {string} [given]
 */
export function appSecret(dataDir, given) {
  if (given) return given;
  const file = join(dataDir, 'app-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
