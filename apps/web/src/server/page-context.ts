/** What the server tells a page that it renders. */
export interface PageContext {
  /** Marks the styles that the page's content policy allows; undefined where there is no policy. */
  readonly nonce: string | undefined;
}

/** Reads the nonce of what the server told; null when there is none. */
export function nonceOf(context: unknown): string | null {
  if (typeof context !== 'object' || context === null || !('nonce' in context)) return null;
  return typeof context.nonce === 'string' ? context.nonce : null;
}
