import type { AskedMail, RelayAnswer, RelayRecord } from './relay-record';

/**
 * A relay that tells over HTTP what it has. The address holds `{messageId}`; an answer that holds the bare id means yes.
 * Fits maildev (`/api/email?headers.message-id=%3C{messageId}%3E`), Mailpit (`/api/v1/search?query=message-id:{messageId}`)
 * and the message search of a mail provider.
 */
export class HttpRelayRecord implements RelayRecord {
  constructor(private readonly lookupUrl: string) {}

  async ask(mails: readonly AskedMail[]): Promise<ReadonlyMap<string, RelayAnswer>> {
    const answers = await Promise.all(mails.map((mail) => this.askAbout(mail.messageId)));
    return new Map(mails.map((mail, i) => [mail.messageId, answers[i] ?? null]));
  }

  private async askAbout(messageId: string): Promise<RelayAnswer> {
    const bareId = messageId.replace(/^<|>$/g, '');
    const url = this.lookupUrl.replaceAll('{messageId}', encodeURIComponent(bareId));
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(5_000),
        headers: { accept: 'application/json' },
        // whoever answers elsewhere is not the relay that was asked
        redirect: 'manual',
      });
      if (response.status === 404) return 'unknown';
      if (!response.ok) return null;
      return (await response.text()).includes(bareId) ? 'accepted' : 'unknown';
    } catch {
      return null;
    }
  }
}
