import { ConfigurationError, inProduction, type Environment } from './environment';

/** Variables that hold an address, and what makes each of them safe on a network. */
const DATABASES = ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_WORKER_URL'];
const WEB_SERVICES = ['MAIL_LOOKUP_URL', 'S3_ENDPOINT'];
/** What may stand behind the relay's address: anything else could switch the check of its certificate off. */
const RELAY_OPTIONS = new Set(['name', 'authMethod', 'tls.servername']);
const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/**
 * Refuses, in production, every neighbour that would be spoken to in the clear. Free of this are sockets and addresses of
 * this machine, and the hosts that `CLEARTEXT_HOSTS` names: containers beside this one. Throws ConfigurationError.
 */
export function refuseCleartext(env: Environment): void {
  if (!inProduction(env)) return;
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    throw new ConfigurationError('Take NODE_TLS_REJECT_UNAUTHORIZED away: certificates are checked in production.');
  for (const name of DATABASES) refuse(env, name, isSafeDatabase, 'must end in ?sslmode=verify-full');
  for (const name of WEB_SERVICES)
    refuse(env, name, ({ protocol }) => protocol === 'https:', 'must begin with https://');
  refuse(env, 'CLAMAV_URL', ({ protocol }) => protocol === 'unix:', 'must be a socket (unix:/run/clamav/clamd.ctl)');
  refuse(
    env,
    'SMTP_URL',
    isSafeRelay,
    `must be smtps:// or smtp://, with no options but ${[...RELAY_OPTIONS].join(', ')}`,
  );
}

/** Whether the relay must agree to TLS before it gets a mail. */
export function relayMustSpeakTls(env: Environment): boolean {
  const address = env['SMTP_URL'];
  return inProduction(env) && address !== undefined && !isExempt(env, address);
}

function refuse(env: Environment, name: string, isSafe: (address: URL) => boolean, rule: string): void {
  const given = env[name];
  if (given === undefined || given === '') return;
  if (!URL.canParse(given)) throw new ConfigurationError(`${name} is not an address.`);
  if (isExempt(env, given) || isSafe(new URL(given))) return;
  throw new ConfigurationError(
    `${name} ${rule} in production, or CLEARTEXT_HOSTS must name its host when that is this same machine.`,
  );
}

/** The driver takes the last of several words, so that is the one which counts. */
function isSafeDatabase({ searchParams }: URL): boolean {
  return searchParams.getAll('sslmode').at(-1) === 'verify-full' && !searchParams.has('ssl');
}

function isSafeRelay({ protocol, searchParams }: URL): boolean {
  const isRelay = protocol === 'smtps:' || protocol === 'smtp:';
  return isRelay && [...searchParams.keys()].every((name) => RELAY_OPTIONS.has(name));
}

function isExempt(env: Environment, given: string): boolean {
  if (!URL.canParse(given)) return false;
  const address = new URL(given);
  const host = address.searchParams.getAll('host').at(-1) ?? decodeURIComponent(address.hostname);
  const named = (env['CLEARTEXT_HOSTS'] ?? '').split(',').map((name) => name.trim());
  return host.startsWith('/') || THIS_MACHINE.has(host) || (host !== '' && named.includes(host));
}
