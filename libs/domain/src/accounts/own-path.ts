/** The longest address that is kept while somebody signs in elsewhere, in characters. */
export const OWN_PATH_MAX = 2000;

/** Whether an address is a path of this site: one slash in front, no other host, nothing that browsers leave out or turn. */
export function isOwnPath(path: string | null | undefined): path is string {
  return typeof path === 'string' && /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(path);
}
