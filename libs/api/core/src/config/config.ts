import { resolve } from 'node:path';
import { ROLE_SESSION_IDLE_HOURS, ROLE_SESSION_LONGEST_HOURS, SESSION_LONGEST_DAYS } from '@htsm/domain';
import { refuseCleartext, relayMustSpeakTls } from './cleartext';
import {
  databaseAddresses,
  ownDatabaseAddress,
  type DatabaseAddresses,
  type ServingProcess,
} from './database-addresses';
import { ConfigurationError, choice, inProduction, integer, required, type Environment } from './environment';

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
  /** Whether a relay that offers no TLS, or shows a wrong certificate, gets no mail. */
  readonly requiresTls: boolean;
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
  /** Secret for signatures and sealed values; at least 32 characters. */
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
  /** Where breached passwords are asked for, ending where the first five figures of the SHA-1 go; undefined for nowhere. */
  readonly breachedPasswordsUrl: string | undefined;
  /** How long a session of somebody with a role apart from the organisations lives; never longer than a member's. */
  readonly roleSession: RoleSessionTerms;
  /** Whether requests out may go to this machine, for tests; never in production. */
  readonly opensLoopback: boolean;
  /** Hours before the closing of a challenge at which its followers and drafters are reminded. */
  readonly reminderHours: readonly number[];
  /** How mails of notices are kept few. */
  readonly notices: NoticeTerms;
  /** How many proxies stand in front; 0 trusts no forwarded header. */
  readonly trustedProxies: number;
}

/** When mails of notices about one thing become one mail, and how many a person gets on a day. */
export interface NoticeTerms {
  readonly mergeMinutes: number;
  /** Mails that cannot be switched off are not counted. */
  readonly mostPerDay: number;
}

/** DI token of the configuration. */
export const CONFIG = Symbol('CONFIG');

/** What commands know beside the rest: every way into the database. */
export interface CommandConfig extends Config, DatabaseAddresses {}

/** What the API or the worker knows beside the rest: its own way into the database. */
export interface ProcessConfig extends Config {
  readonly databaseUrl: string;
}

/** Reads what a command needs that looks at nothing but the database; throws ConfigurationError. */
export function loadDatabaseAddresses(env: Environment): DatabaseAddresses {
  refuseCleartext(env);
  return databaseAddresses(env);
}

/** Reads the configuration of a command from environment variables; throws ConfigurationError on the first bad one. */
export function loadConfig(env: Environment): CommandConfig {
  return { ...databaseAddresses(env), ...sharedConfig(env) };
}

/** Reads the configuration of the API or the worker; throws ConfigurationError on the first bad one. */
export function loadProcessConfig(env: Environment, process: ServingProcess): ProcessConfig {
  return { databaseUrl: ownDatabaseAddress(env, process), ...sharedConfig(env) };
}

function sharedConfig(env: Environment): Config {
  const isProduction = inProduction(env);
  const appSecret = required(env, 'APP_SECRET');
  if (appSecret.length < 32) throw new ConfigurationError('APP_SECRET is too short: give at least 32 characters.');
  refuseCleartext(env);
  const port = integer(env, 'PORT', 3000);
  const dataDir = resolve(env['HTSM_DATA_DIR'] ?? '.data');
  return {
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
    breachedPasswordsUrl: breachedPasswordsUrl(env),
    roleSession: {
      idleHours: hours(env, 'ROLE_SESSION_IDLE_HOURS', ROLE_SESSION_IDLE_HOURS),
      longestHours: hours(env, 'ROLE_SESSION_LONGEST_HOURS', ROLE_SESSION_LONGEST_HOURS),
    },
    opensLoopback: opensLoopback(env, isProduction),
    reminderHours: reminderHours(env),
    notices: noticeTerms(env),
    trustedProxies: integer(env, 'TRUSTED_PROXIES', 0),
  };
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
    requiresTls: relayMustSpeakTls(env),
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

function opensLoopback(env: Environment, isProduction: boolean): boolean {
  const isOpen = choice(env, 'OUTGOING_LOOPBACK', ['closed', 'open']) === 'open';
  if (isOpen && isProduction) throw new ConfigurationError('OUTGOING_LOOPBACK=open is for tests, not for production.');
  return isOpen;
}

/** A week and a day when nothing is set; nobody is reminded when it is empty. */
function reminderHours(env: Environment): number[] {
  const given = (env['REMINDER_HOURS'] ?? '168,24').split(',').filter((word) => word.trim() !== '');
  const hoursBefore = given.map(Number);
  if (hoursBefore.every((one) => Number.isInteger(one) && one >= 1 && one <= 2_160)) return hoursBefore;
  throw new ConfigurationError('REMINDER_HOURS must be whole hours from 1 to 2160, such as 168,24.');
}

function noticeTerms(env: Environment): NoticeTerms {
  const mergeMinutes = integer(env, 'NOTICE_MERGE_MINUTES', 10);
  if (mergeMinutes > 1_440) throw new ConfigurationError('NOTICE_MERGE_MINUTES must be at most 1440 minutes, a day.');
  const mostPerDay = integer(env, 'NOTICE_MAILS_PER_DAY', 20);
  if (mostPerDay < 1) throw new ConfigurationError('NOTICE_MAILS_PER_DAY must be 1 or more.');
  return { mergeMinutes, mostPerDay };
}

function hours(env: Environment, name: string, fallback: number): number {
  const value = integer(env, name, fallback);
  if (value < 1 || value > 24 * SESSION_LONGEST_DAYS) {
    throw new ConfigurationError(`${name} must be between 1 and ${24 * SESSION_LONGEST_DAYS} hours.`);
  }
  return value;
}

function breachedPasswordsUrl(env: Environment): string | undefined {
  const given = env['BREACHED_PASSWORDS_URL'];
  if (given === undefined || given === '') return undefined;
  if (URL.canParse(given) && new URL(given).protocol === 'https:' && given.endsWith('/')) return given;
  throw new ConfigurationError('BREACHED_PASSWORDS_URL must look like https://api.pwnedpasswords.com/range/.');
}
