import { DOCUMENT, inject, REQUEST, Service, signal } from '@angular/core';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { Cookies } from './cookies';
import { chooseLanguage, type Lang } from './preferences';

/** The texts of one room: its name and one lazy catalogue per language, as `import('./i18n/nl.json')` gives it. */
export interface RoomTexts {
  /** Name of the room, the top-level key of its catalogues. */
  readonly room: string;
  readonly nl: () => Promise<{ default: Translation }>;
  readonly en: () => Promise<{ default: Translation }>;
}

/** Values put in a text at `{{name}}`. */
export type TextParams = Record<string, string | number>;

/** Gives the text of a key in the current language; reading it in a template follows a switch of language. */
export type TextFunction = (key: string, params?: TextParams) => string;

/** Gives the text of `key.one` or `key.other`, chosen by the plural rule of the language; `{{n}}` is the number. */
export type PluralFunction = (key: string, n: number, params?: TextParams) => string;

/**
 * The language of the screen. A room registers its texts on its route; a switch loads the same texts in the other
 * language first and then changes every word in place, so that nothing typed is lost.
 */
@Service()
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly cookies = inject(Cookies);
  private readonly rooms = new Map<string, RoomTexts>();
  private readonly loaded = new Map<string, Promise<void>>();
  private readonly chosen = signal<Lang>(this.initial());
  private readonly revision = signal(0);

  /** The language now on the screen. */
  readonly current = this.chosen.asReadonly();

  /** Gives a text; see `TextFunction`. */
  readonly t: TextFunction = (key, params) => {
    this.revision();
    return this.transloco.translate(key, params ?? {}, this.chosen());
  };

  /** Gives a text by number; see `PluralFunction`. */
  readonly plural: PluralFunction = (key, n, params) => {
    const form = new Intl.PluralRules(this.chosen()).select(n) === 'one' ? 'one' : 'other';
    return this.t(`${key}.${form}`, { n, ...params });
  };

  constructor() {
    this.apply(this.chosen());
  }

  /** Makes the texts of rooms available in the current language, now and after every switch. */
  async use(...rooms: readonly RoomTexts[]): Promise<void> {
    for (const texts of rooms) this.rooms.set(texts.room, texts);
    await this.load(this.chosen(), rooms);
  }

  /** Makes the texts that are in use available in another language too, such as that of whom something is shown for. */
  async alsoIn(language: Lang): Promise<void> {
    await this.load(language, [...this.rooms.values()]);
  }

  /** Switches the language in place and remembers it in the `lang` cookie. */
  async switchTo(language: Lang): Promise<void> {
    await this.load(language, [...this.rooms.values()]);
    this.cookies.write('lang', language);
    this.apply(language);
  }

  /** Takes the language of the account when the reader has not chosen one on this device. */
  async follow(accountLanguage: string): Promise<void> {
    const language = chooseLanguage({ ...this.sources(), account: accountLanguage });
    if (language === this.chosen()) return;
    await this.load(language, [...this.rooms.values()]);
    this.apply(language);
  }

  private async load(language: Lang, rooms: readonly RoomTexts[]): Promise<void> {
    await Promise.all(rooms.map((texts) => this.loadRoom(language, texts)));
  }

  private loadRoom(language: Lang, texts: RoomTexts): Promise<void> {
    const key = `${language}/${texts.room}`;
    const known = this.loaded.get(key);
    if (known !== undefined) return known;
    const loading = this.fetchRoom(language, texts).catch((error: unknown) => {
      this.loaded.delete(key);
      throw error;
    });
    this.loaded.set(key, loading);
    return loading;
  }

  private async fetchRoom(language: Lang, texts: RoomTexts): Promise<void> {
    const catalogue = await texts[language]();
    this.transloco.setTranslation(catalogue.default, language, { merge: true });
    this.revision.update((n) => n + 1);
  }

  private apply(language: Lang): void {
    this.transloco.setActiveLang(language);
    this.chosen.set(language);
    this.document.documentElement.lang = language;
  }

  private initial(): Lang {
    return chooseLanguage(this.sources());
  }

  private sources(): { url: string; cookie: string; acceptLanguage: string } {
    return {
      url: this.request?.url ?? this.document.location.search,
      cookie: this.cookies.header(),
      // In the browser the server has already put its choice on the root element.
      acceptLanguage: this.request?.headers.get('accept-language') ?? this.document.documentElement.lang,
    };
  }
}
