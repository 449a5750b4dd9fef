/** Words that are bold or not. */
export interface PaperRun {
  readonly text: string;
  readonly isBold?: boolean;
}

/** A part of a document, in reading order. */
export type PaperPart =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** Whether it begins a page; it then is a bookmark too. */
      readonly startsPage?: boolean;
    }
  | { readonly kind: 'text'; readonly runs: readonly PaperRun[]; readonly isSoft?: boolean }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly PaperRun[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** An empty frame to write in, its height in points. */
  | { readonly kind: 'box'; readonly label: string; readonly height: number };

/** A document to be written: data only, so that it can go to a thread. */
export interface PaperOrder {
  readonly title: string;
  readonly lang: 'nl' | 'en';
  /** Moment of the data, ISO: the same data give the same bytes. */
  readonly writtenAt: string;
  /** Stands below every page. */
  readonly footer: string;
  /** The number of the page, with `{{page}}` and `{{pages}}`. */
  readonly pageWords: string;
  readonly parts: readonly PaperPart[];
}
