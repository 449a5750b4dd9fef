import { join, resolve } from 'node:path';
import { PlainFailure } from '../process/plain-failure.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * What the person who starts the platform may choose; the rest is fixed.
 * @typedef {object} Settings
 * @property {number} port of the platform
 * @property {number} mailUiPort of the development mailbox
 * @property {string} dataDir absolute
 * @property {string} publicUrl as people type it
 * @property {boolean} isProduction then no demo data is made
 * @property {string} [databaseUrl] a Postgres of one's own
 * @property {string} [smtpUrl] a mail relay of one's own
 */

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Settings}
 */
export function readSettings(environment) {
  const port = portFrom(environment, 'PORT', 3000);
  const mailUiPort = portFrom(environment, 'MAIL_UI_PORT', 1080);
  if (port === mailUiPort)
    throw new PlainFailure(`PORT and MAIL_UI_PORT are both ${port}: give them different numbers.`, 2);
  return {
    port,
    mailUiPort,
    dataDir: resolve(ROOT, environment['HTSM_DATA_DIR'] || '.data'),
    publicUrl: environment['PUBLIC_URL'] || `http://localhost:${port}`,
    isProduction: environment['NODE_ENV'] === 'production',
    databaseUrl: environment['DATABASE_URL'] || undefined,
    smtpUrl: environment['SMTP_URL'] || undefined,
  };
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} name
 * @param {number} standard
 */
function portFrom(environment, name, standard) {
  const text = environment[name] || String(standard);
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainFailure(`${name} must be a whole number from 1 to 65535, not "${text}".`, 2);
}

/**
 * @param {Settings} settings
 * @param {string} name
 */
export function logFile(settings, name) {
  return join(settings.dataDir, 'logs', `${name}.log`);
}
