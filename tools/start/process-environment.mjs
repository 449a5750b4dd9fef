import { createHmac } from 'node:crypto';

/** What only one of the two serving processes needs; the other is started without it. */
const ONLY_WORKER =
  /^(DATABASE_WORKER_URL|SMTP_URL|DKIM_.*|MAIL_LOOKUP_URL|MAIL_POSTFIX_LOG|MAIL_BOUNCE_DIR|MAIL_RETURN_PATH)$/;
const ONLY_API = /^(DATABASE_APP_URL|CLAMAV_URL)$/;

/**
 * The addresses of the working roles. Without ones of its own the platform makes them; the passwords are set by `migrate`.
 * @param {string} databaseUrl of the owner
 * @param {string} secret
 * @param {NodeJS.ProcessEnv} given
 */
export function roleAddresses(databaseUrl, secret, given) {
  return {
    DATABASE_APP_URL: given['DATABASE_APP_URL'] || roleAddress(databaseUrl, secret, 'htsm_app'),
    DATABASE_WORKER_URL: given['DATABASE_WORKER_URL'] || roleAddress(databaseUrl, secret, 'htsm_worker'),
  };
}

/**
 * What a serving process is given of all settings: neither the owner's address nor what the other one needs.
 * @param {NodeJS.ProcessEnv} env
 * @param {'api' | 'worker'} process
 */
export function processEnvironment(env, process) {
  const foreign = process === 'api' ? ONLY_WORKER : ONLY_API;
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'DATABASE_URL' && !foreign.test(name)));
}

/**
 * @param {string} databaseUrl
 * @param {string} secret
 * @param {'htsm_app' | 'htsm_worker'} role
 */
function roleAddress(databaseUrl, secret, role) {
  const address = new URL(databaseUrl);
  address.username = role;
  address.password = createHmac('sha256', secret).update(`database-role:${role}`).digest('base64url');
  return address.toString();
}
