/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** One sentence below the label; may be left out. */
  readonly hint?: string;
  /** How many there are, at the right; may be left out. */
  readonly count?: number;
}

/** One thing to choose, with what is below it. */
export interface TreeOption {
  readonly value: string;
  readonly label: string;
  readonly children: readonly TreeOption[];
}
