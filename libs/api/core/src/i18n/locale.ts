import { LOCALES, type Locale } from '@htsm/domain';

/** Whether a string names a language we speak. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Chooses the language: the reader's own choice, then the account's, then the browser's, then Dutch. */
export function chooseLocale(
  cookie: string | undefined,
  account: Locale | undefined,
  acceptLanguage: string | undefined,
): Locale {
  if (isLocale(cookie)) return cookie;
  if (account !== undefined) return account;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isLocale);
  return wanted ?? 'nl';
}
