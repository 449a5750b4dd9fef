/** What an administrator may write in one sentence of a mail. */
export interface MailTextRule {
  /** Names that may stand between double braces. */
  readonly placeholders: readonly string[];
  /** Names that must stand there: without them the sentence would lose what it is about. */
  readonly required: readonly string[];
  readonly max: number;
  /** Whether it may not hold a line break. */
  readonly isOneLine: boolean;
  /** Whether it may not hold an address of a page: in mails about signing in, only our own button leads anywhere. */
  readonly refusesAddresses: boolean;
}

/** What is wrong with a sentence: a stable code, and the figures or names for its message. */
export interface MailTextFault {
  readonly code:
    | 'required'
    | 'too_long'
    | 'one_line'
    | 'no_address'
    | 'placeholder_broken'
    | 'placeholder_unknown'
    | 'placeholder_missing';
  readonly params?: Readonly<Record<string, string | number>>;
}

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;
const ADDRESS = /https?:|www\.|[\w-]\.[a-z]{2,}\b/i;

/** Gives the names between double braces, in order, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/** Gives everything that is wrong with a sentence; none when it may be saved. */
export function mailTextFaults(text: string, rule: MailTextRule): MailTextFault[] {
  if (text.trim() === '') return [{ code: 'required' }];
  const names = placeholdersOf(text);
  const rest = text.replace(PLACEHOLDER, '');
  const unknown = names.filter((name) => !rule.placeholders.includes(name));
  const missing = rule.required.filter((name) => !names.includes(name));
  return [
    ...(text.length > rule.max ? [{ code: 'too_long', params: { max: rule.max } } as const] : []),
    ...(rule.isOneLine && /[\r\n\u2028\u2029]/.test(text) ? [{ code: 'one_line' } as const] : []),
    ...(rule.refusesAddresses && ADDRESS.test(rest) ? [{ code: 'no_address' } as const] : []),
    ...(/\{\{|\}\}/.test(rest) ? [{ code: 'placeholder_broken', params: { example: '{{name}}' } } as const] : []),
    ...unknown.map((name) => ({ code: 'placeholder_unknown', params: { name } }) as const),
    ...missing.map((name) => ({ code: 'placeholder_missing', params: { name } }) as const),
  ];
}
