import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { ROLE_SESSION_IDLE_HOURS, ROLE_SESSION_LONGEST_HOURS, SESSION_LONGEST_DAYS } from '@htsm/domain';

/** Where files are kept: a folder of this machine, or a bucket of an S3-compatible store. */
export type FileStoreConfig =
  { kind: 'folder'; folder: string } | { kind: 's3'; bucket: string; region: string; endpoint: string | undefined };

/** Where ClamAV listens: a Unix socket of this machine, or an address. */
export type ScannerConfig = { readonly socket: string } | { readonly host: string; readonly port: number };

/** When a session ends, in hours: after its last use, and after it was opened however much it is used. */
export interface RoleSessionTerms {
  readonly idleHours: number;
  readonly longestHours: number;
}

/** How mails are signed, and how the relay is asked about a mail whose fate is unknown. */
export interface MailConfig {
  /**
   * Address at which the relay tells whether it took a mail; `{messageId}` is replaced by the bare message id.
   * An answer that holds the id means yes. Undefined when the relay cannot be asked.
   */
  readonly lookupUrl: string | undefined;
  /** Log of the Postfix that relays our mail, asked when there is no lookupUrl; undefined when it cannot be read here. */
  readonly postfixLog: string | undefined;
  /** How long after handing a mail over its fate is looked into, in seconds; longer than the relay takes to accept. */
  readonly settleS: number;
  /** How long the relay may be silent before a conversation with it is given up, in seconds. */
  readonly timeoutS: number;
  /** Address that bounces come back to; undefined for the address of the sender. */
  readonly returnPath: string | undefined;
  /** Maildir into which the relay delivers bounces and complaints; undefined when they are not looked at. */
  readonly bounceDir: string | undefined;
  /** Undefined when the relay signs by itself. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | undefined;
}

/** Everything the processes can be told from outside, checked once at start. */
export interface Config {
  /** Connection of the owner of the schema; only migrations and the command line use it. */
  readonly ownerDatabaseUrl: string;
  /** Connection under row-level security, for the API. */
  readonly appDatabaseUrl: string;
  /** Connection of the worker's system jobs. */
  readonly workerDatabaseUrl: string;
  /** Secret for signatures and derived passwords; at least 32 characters. */
  readonly appSecret: string;
  readonly port: number;
  /** Address to listen on: this machine only, unless in production or told otherwise. */
  readonly host: string;
  /** Address people use, without a trailing slash; mails and redirects are built on it. */
  readonly publicUrl: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly mail: MailConfig;
  readonly dataDir: string;
  /** Folder of the built web application, or undefined to serve the API alone. */
  readonly webDist: string | undefined;
  readonly isProduction: boolean;
  /** Whether the strip that marks demo content is shown and the mail previews exist; never in production. */
  readonly isDemo: boolean;
  readonly fileStore: FileStoreConfig;
  /** Looks at every upload for viruses; undefined when there is none. */
  readonly scanner: ScannerConfig | undefined;
  readonly logLevel: string;
  /** Whether taskforce, administrators and reviewers sign in with a second factor; the rest may. */
  readonly isSecondFactorRequired: boolean;
  /** How long a session of somebody with a role apart from the organisations lives; never longer than a member's. */
  readonly roleSession: RoleSessionTerms;
  /** Whether requests out may go to this machine, for tests; never in production. */
  readonly opensLoopback: boolean;
  /** How many proxies stand in front; 0 trusts no forwarded header. */
  readonly trustedProxies: number;
}

/** DI token of the configuration. */
export const CONFIG = Symbol('CONFIG');

/** A setting that is missing or cannot be understood; the message says which and what to do. */
export class ConfigurationError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration from environment variables; throws ConfigurationError on the first bad one. */
export function loadConfig(env: Environment): Config {
  const isProduction = env['NODE_ENV'] === 'production';
  const ownerDatabaseUrl = required(env, 'DATABASE_URL');
  const appSecret = required(env, 'APP_SECRET');
  if (appSecret.length < 32) throw new ConfigurationError('APP_SECRET is too short: give at least 32 characters.');
  const port = integer(env, 'PORT', 3000);
  const dataDir = resolve(env['HTSM_DATA_DIR'] ?? '.data');
  return {
    ownerDatabaseUrl,
    appDatabaseUrl: env['DATABASE_APP_URL'] ?? asRole(ownerDatabaseUrl, 'htsm_app', appSecret),
    workerDatabaseUrl: env['DATABASE_WORKER_URL'] ?? asRole(ownerDatabaseUrl, 'htsm_worker', appSecret),
    appSecret,
    port,
    host: env['HOST'] ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: publicUrl(env, isProduction, port),
    smtpUrl: env['SMTP_URL'] ?? 'smtp://127.0.0.1:1025',
    mailFrom: env['MAIL_FROM'] ?? 'HTSM Challenges <challenges@htsm.example>',
    mail: mailConfig(env),
    dataDir,
    webDist: env['WEB_DIST'],
    isProduction,
    isDemo: !isProduction,
    fileStore: fileStore(env, dataDir),
    scanner: scanner(env),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    isSecondFactorRequired: choice(env, 'SECOND_FACTOR', ['required', 'optional']) === 'required',
    roleSession: {
      idleHours: hours(env, 'ROLE_SESSION_IDLE_HOURS', ROLE_SESSION_IDLE_HOURS),
      longestHours: hours(env, 'ROLE_SESSION_LONGEST_HOURS', ROLE_SESSION_LONGEST_HOURS),
    },
    opensLoopback: opensLoopback(env, isProduction),
    trustedProxies: integer(env, 'TRUSTED_PROXIES', 0),
  };
}

/** Password of a database role, derived so that no second secret has to be kept. */
export function rolePassword(role: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(`database-role:${role}`).digest('base64url');
}

function asRole(url: string, role: string, appSecret: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = rolePassword(role, appSecret);
  return address.toString();
}

/** In the open only https: over http no browser would keep the session, and mailed links would travel in the clear. */
function publicUrl(env: Environment, isProduction: boolean, port: number): string {
  const given = env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') {
    throw new ConfigurationError('PUBLIC_URL must look like https://challenges.example.nl.');
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (isProduction && address.protocol === 'http:' && !isHere) {
    throw new ConfigurationError('PUBLIC_URL must begin with https:// in production.');
  }
  return given.replace(/\/$/, '');
}

function mailConfig(env: Environment): MailConfig {
  const domain = env['DKIM_DOMAIN'];
  return {
    lookupUrl: env['MAIL_LOOKUP_URL'],
    postfixLog: env['MAIL_POSTFIX_LOG'],
    timeoutS: integer(env, 'MAIL_TIMEOUT_S', 60),
    returnPath: env['MAIL_RETURN_PATH'],
    bounceDir: env['MAIL_BOUNCE_DIR'],
    settleS: integer(env, 'MAIL_SETTLE_S', 60),
    dkim:
      domain === undefined
        ? undefined
        : { domain, selector: required(env, 'DKIM_SELECTOR'), keyFile: required(env, 'DKIM_KEY_FILE') },
  };
}

function fileStore(env: Environment, dataDir: string): FileStoreConfig {
  const bucket = env['S3_BUCKET'];
  if (bucket === undefined) return { kind: 'folder', folder: resolve(dataDir, 'files') };
  return { kind: 's3', bucket, region: env['S3_REGION'] ?? 'eu-central-1', endpoint: env['S3_ENDPOINT'] };
}

function scanner(env: Environment): ScannerConfig | undefined {
  const given = env['CLAMAV_URL'];
  if (given === undefined || given === '') return undefined;
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (address?.protocol === 'unix:' && address.pathname !== '') return { socket: address.pathname };
  if (address?.protocol === 'tcp:' && address.hostname !== '') {
    return { host: address.hostname, port: Number(address.port || '3310') };
  }
  throw new ConfigurationError('CLAMAV_URL must look like tcp://clamd:3310 or unix:/run/clamav/clamd.ctl.');
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ConfigurationError(`Set the environment variable ${name}.`);
  return value;
}

function opensLoopback(env: Environment, isProduction: boolean): boolean {
  const isOpen = choice(env, 'OUTGOING_LOOPBACK', ['closed', 'open']) === 'open';
  if (isOpen && isProduction) throw new ConfigurationError('OUTGOING_LOOPBACK=open is for tests, not for production.');
  return isOpen;
}

/** Gives one of the words; the first when nothing is set. */
function choice(env: Environment, name: string, words: readonly [string, ...string[]]): string {
  const value = env[name] ?? words[0];
  if (!words.includes(value)) throw new ConfigurationError(`${name} must be one of: ${words.join(', ')}.`);
  return value;
}

function integer(env: Environment, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0) throw new ConfigurationError(`${name} must be a whole number.`);
  return value;
}

function hours(env: Environment, name: string, fallback: number): number {
  const value = integer(env, name, fallback);
  if (value < 1 || value > 24 * SESSION_LONGEST_DAYS) {
    throw new ConfigurationError(`${name} must be between 1 and ${24 * SESSION_LONGEST_DAYS} hours.`);
  }
  return value;
}
