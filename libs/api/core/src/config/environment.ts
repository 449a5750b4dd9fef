/** Variables as a process is given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that is missing or cannot be understood; the message says which and what to do. */
export class ConfigurationError extends Error {}

/** Gives a variable that must be there; throws ConfigurationError when it is missing or empty. */
export function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ConfigurationError(`Set the environment variable ${name}.`);
  return value;
}

/** Gives one of the words; the first when nothing is set. */
export function choice(env: Environment, name: string, words: readonly [string, ...string[]]): string {
  const value = env[name] ?? words[0];
  if (!words.includes(value)) throw new ConfigurationError(`${name} must be one of: ${words.join(', ')}.`);
  return value;
}

/** Gives a whole number from 0 on, or `fallback` when nothing is set. */
export function integer(env: Environment, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0) throw new ConfigurationError(`${name} must be a whole number.`);
  return value;
}

/** Whether this is a platform that people rely on. */
export function inProduction(env: Environment): boolean {
  return env['NODE_ENV'] === 'production';
}
