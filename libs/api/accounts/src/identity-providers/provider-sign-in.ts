import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ANONYMOUS, CONFIG, Database, linkToken, readLinkToken, type Config } from '@htsm/api/core';
import { LinkNotUsable } from '../accounts.errors';
import { ProviderClient, type ProviderPerson } from './provider-client';
import { ProviderRows } from './provider-rows';

/** A browser that is on its way to a provider. */
export interface BegunAttempt {
  readonly url: string;
  /** For the cookie that ties the answer to this browser. */
  readonly attemptToken: string;
}

/** Who came back from a provider. */
export interface ReturnedPerson {
  readonly person: ProviderPerson;
  /** The mail domain for whose people the provider speaks. */
  readonly domain: string;
  /** Whose identity it is; null when nobody has it yet. */
  readonly userId: string | null;
  /** Who was signed in and wants to link it; null for signing in. */
  readonly linksTo: string | null;
  /** The page of ours to go on to; null for the person's own. */
  readonly next: string | null;
}

/** Why somebody goes to a provider: to sign in and go on to a page, or to link, as `userId`. */
export interface ProviderErrand {
  readonly userId: string | null;
  readonly next: string | null;
}

/** Signing in at the provider of one's own organisation: there and back. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly client: ProviderClient,
    private readonly rows: ProviderRows,
  ) {}

  /**
   * Gives null when the domain of the address has no provider; throws ProviderFailed when it has one that is away.
   */
  async begin(email: string, errand: ProviderErrand): Promise<BegunAttempt | null> {
    const provider = await this.database.as(ANONYMOUS, (tx) => this.rows.ofEmail(tx, email));
    if (provider === null) return null;
    const { url, checks } = await this.client.begin(provider, email);
    const tokenId = randomUUID();
    await this.database.as({ kind: 'token', tokenId }, (tx) =>
      this.rows.addAttempt(tx, tokenId, { providerId: provider.id, checks, ...errand }),
    );
    return { url, attemptToken: linkToken(this.config.appSecret, 'sign_in_attempt', tokenId) };
  }

  /**
   * Gives who came back, and whose identity that is: null when it belongs to nobody yet. Throws LinkNotUsable for
   * another browser's answer, ProviderFailed for a wrong one.
   */
  async finish(attemptToken: string | undefined, returned: URL): Promise<ReturnedPerson> {
    const tokenId = readLinkToken(this.config.appSecret, 'sign_in_attempt', attemptToken ?? '');
    if (tokenId === null) throw new LinkNotUsable();
    const attempt = await this.database.as({ kind: 'token', tokenId }, (tx) => this.rows.takeAttempt(tx, tokenId));
    const person = await this.client.finish(attempt.provider, returned, attempt.checks);
    const userId = await this.database.as(ANONYMOUS, (tx) => this.rows.owner(tx, person.issuer, person.subject));
    return { person, domain: attempt.provider.domain, userId, linksTo: attempt.userId, next: attempt.next };
  }
}
