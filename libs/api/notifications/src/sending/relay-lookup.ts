/** What the relay says about a mail; null when it could not be asked. */
export type LookupAnswer = 'accepted' | 'unknown' | null;

/**
 * Asks the relay whether it took a message. The address holds `{messageId}`; an answer that holds the bare id means yes.
 * Fits Mailpit (`/api/v1/search?query=message-id:{messageId}`), maildev and a small search in a relay's log.
 */
export async function askRelay(lookupUrl: string, messageId: string): Promise<LookupAnswer> {
  const bareId = messageId.replace(/^<|>$/g, '');
  const url = lookupUrl.replaceAll('{messageId}', encodeURIComponent(bareId));
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), headers: { accept: 'application/json' } });
    if (response.status === 404) return 'unknown';
    if (!response.ok) return null;
    return (await response.text()).includes(bareId) ? 'accepted' : 'unknown';
  } catch {
    return null;
  }
}
