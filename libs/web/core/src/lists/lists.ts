import { computed, inject, Service, signal } from '@angular/core';
import { type ListedTermDto, type ListedTermsDto } from '@htsm/contracts';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';
import { Language } from '../language/language';

/** The name of a list that administrators keep. */
export type ListName = ListedTermDto['scheme'];

/** Something to choose, with what is below it; both in the order of the list. */
export interface ListOption {
  readonly value: string;
  readonly label: string;
  readonly children: readonly ListOption[];
}

/**
 * The words of themes, regions, certificates and sizes, in the language on the screen. They come from the database, where
 * administrators change them; loaded before the first screen.
 */
@Service()
export class Lists {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly terms = signal<readonly ListedTermDto[]>([]);
  private readonly byCode = computed(() => new Map(this.terms().map((term) => [`${term.scheme}:${term.code}`, term])));

  /** Asks for the lists. Without an answer codes stand for words; never throws. */
  async load(): Promise<void> {
    try {
      this.terms.set((await this.api.get<ListedTermsDto>('/taxonomy')).terms);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }

  /** Gives the word for a code as it begins a line; the code itself when it is not in the list. */
  word(list: ListName, code: string): string {
    const words = this.inSentence(list, code);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  /** Gives the word for a code as it stands in the middle of a sentence. */
  inSentence(list: ListName, code: string): string {
    return this.byCode().get(`${list}:${code}`)?.[this.language.current()] ?? code;
  }

  /** Gives what can be chosen from a list: its top level, each with what is below; `chosen` stays even when it was retired. */
  options(list: ListName, chosen: readonly string[] = []): ListOption[] {
    const terms = this.terms().filter(
      ({ scheme, code, isActive }) => scheme === list && (isActive || chosen.includes(code)),
    );
    const below = (above: string): ListOption[] =>
      terms
        .filter(({ broader }) => broader === above)
        .map(({ code }) => ({ value: code, label: this.word(list, code), children: below(code) }));
    return below('');
  }
}
