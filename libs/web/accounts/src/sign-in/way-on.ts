import { isOwnPath } from '@htsm/domain';

/**
 * Where to go after signing in: the page that was asked for, with the token of the mailed link that led here, or `home`.
 * The token stays behind the `#` all the way.
 */
export function wayOn(next: string | undefined, token: string, home: string): string {
  if (!isOwnPath(next)) return home;
  return token === '' || next.includes('#') ? next : `${next}#${token}`;
}
