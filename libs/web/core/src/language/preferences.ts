/** The languages of the product. */
export const languages = ['nl', 'en'] as const;

/** A language of the product. */
export type Lang = (typeof languages)[number];

/** What the reader chose to see: light, dark, or whatever the system says. */
export type Theme = 'system' | 'light' | 'dark';

/** Where a language can be read from, strongest first: address, cookie, account, browser. */
export interface LanguageSources {
  /** Address of the request; `?lang=en` wins, so that a link can carry its language. */
  readonly url?: string | undefined;
  /** The `Cookie` header, or `document.cookie`. */
  readonly cookie?: string | undefined;
  /** The language kept with the account. */
  readonly account?: string | undefined;
  /** The `Accept-Language` header, or the browser's languages joined by commas. */
  readonly acceptLanguage?: string | undefined;
}

/** Whether a text names a language of the product. */
export function isLang(value: string | undefined): value is Lang {
  return languages.some((language) => language === value);
}

/** Reads one cookie from a header; undefined when it is not there. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}

/** Reads `lang` from the query of an address; undefined when it names no language of the product. */
function languageOfUrl(url: string | undefined): Lang | undefined {
  const value = new URLSearchParams(url?.split('#')[0]?.split('?')[1] ?? '').get('lang') ?? undefined;
  return isLang(value) ? value : undefined;
}

/** Finds the first language of the product in an `Accept-Language` list; the order of the list decides. */
function languageOfBrowser(header: string | undefined): Lang | undefined {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLang);
}

/** Chooses the language: address, then cookie, then account, then browser, then Dutch. */
export function chooseLanguage(sources: LanguageSources): Lang {
  const cookie = readCookie(sources.cookie, 'lang');
  const candidates = [
    languageOfUrl(sources.url),
    isLang(cookie) ? cookie : undefined,
    isLang(sources.account) ? sources.account : undefined,
    languageOfBrowser(sources.acceptLanguage),
  ];
  return candidates.find((language) => language !== undefined) ?? 'nl';
}

/** Chooses the theme from the `theme` cookie; the system decides when there is none. */
export function chooseTheme(cookieHeader: string | undefined): Theme {
  const value = readCookie(cookieHeader, 'theme');
  return value === 'light' || value === 'dark' ? value : 'system';
}
