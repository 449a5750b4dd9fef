/** How much a reviewer says of what they know: characters and codes. */
export const EXPERTISE_LIMITS = { words: 2_000, themes: 12 } as const;
