import { createHmac } from 'node:crypto';
import { ConfigurationError, inProduction, required, type Environment } from './environment';

/** A process that serves: the API, or the worker with its mail carrier. */
export type ServingProcess = 'api' | 'worker';

/** The three ways into the database; only commands know them all. */
export interface DatabaseAddresses {
  /** Connection of the owner of the schema: migrations, backups and the other commands. */
  readonly ownerDatabaseUrl: string;
  /** Connection under row-level security, for the API. */
  readonly appDatabaseUrl: string;
  /** Connection of the worker's system jobs. */
  readonly workerDatabaseUrl: string;
}

const ROLES = {
  api: { role: 'htsm_app', variable: 'DATABASE_APP_URL', title: 'API' },
  worker: { role: 'htsm_worker', variable: 'DATABASE_WORKER_URL', title: 'worker' },
} as const;
const ALL = ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_WORKER_URL'];

/** Reads what commands need; the working roles' addresses follow from the owner's when they are not given. */
export function databaseAddresses(env: Environment): DatabaseAddresses {
  const ownerDatabaseUrl = required(env, 'DATABASE_URL');
  return { ownerDatabaseUrl, appDatabaseUrl: roleAddress(env, 'api'), workerDatabaseUrl: roleAddress(env, 'worker') };
}

/**
 * Reads the one address that a serving process needs. In production it must be given, and no other may be: whoever breaks
 * into the API then finds no way to the rows that it may not see. Throws ConfigurationError.
 */
export function ownDatabaseAddress(env: Environment, process: ServingProcess): string {
  const { variable, title } = ROLES[process];
  if (!inProduction(env)) return roleAddress(env, process);
  const foreign = ALL.find((name) => name !== variable && (env[name] ?? '') !== '');
  if (foreign !== undefined)
    throw new ConfigurationError(`Take ${foreign} away from the ${title}: in production it gets ${variable} alone.`);
  return required(env, variable);
}

/** Password of a database role that is given none, derived so that development needs no second secret. */
export function rolePassword(role: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(`database-role:${role}`).digest('base64url');
}

function roleAddress(env: Environment, process: ServingProcess): string {
  const { role, variable } = ROLES[process];
  const given = env[variable];
  if (given !== undefined && given !== '') return given;
  const address = new URL(required(env, 'DATABASE_URL'));
  address.username = role;
  address.password = rolePassword(role, required(env, 'APP_SECRET'));
  return address.toString();
}
