import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetchOptions,
  type UserInfoResponse,
} from 'openid-client';
import { CONFIG, OutgoingRequests, openSecret, type Config } from '@htsm/api/core';
import { ProviderFailed } from '../accounts.errors';

/** A provider as far as talking to it goes; the secret is sealed. */
export interface ProviderAccess {
  readonly issuer: string;
  readonly client_id: string;
  readonly client_secret: Buffer;
}

/** What a sign-in at a provider must come back with; kept on our side until it does. */
export interface ProviderChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the provider says it is. */
export interface ProviderPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Undefined when the provider names none, or does not vouch for it. */
  readonly email: string | undefined;
}

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 100;

/** Talks OpenID Connect with the providers of organisations: authorisation code with PKCE, state, nonce and issuer checked. */
@Injectable()
export class ProviderClient {
  private readonly kept = new Map<string, { readonly configuration: Configuration; readonly until: number }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outgoing: OutgoingRequests,
  ) {}

  /** Where the provider sends people back to. */
  get redirectUrl(): string {
    return `${this.config.publicUrl}/api/session/provider/callback`;
  }

  /** Reads the provider's own description; throws ProviderFailed when it is not there or names another issuer. */
  async check(provider: ProviderAccess): Promise<void> {
    await this.configuration(provider);
  }

  /** Gives the address at the provider and what its answer is to be checked against. */
  async begin(provider: ProviderAccess, email: string): Promise<{ url: string; checks: ProviderChecks }> {
    const configuration = await this.configuration(provider);
    const checks = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUrl,
      scope: 'openid email',
      login_hint: email,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.toString(), checks };
  }

  /** Exchanges the code of the address the browser came back to; throws ProviderFailed when anything does not fit. */
  async finish(provider: ProviderAccess, returned: URL, checks: ProviderChecks): Promise<ProviderPerson> {
    const configuration = await this.configuration(provider);
    const tokens = await authorizationCodeGrant(configuration, returned, {
      pkceCodeVerifier: checks.codeVerifier,
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
    }).catch((cause: unknown) => {
      throw new ProviderFailed(cause);
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new ProviderFailed();
    // many providers name the address in the token, the standard's way is to ask for it
    const named =
      claims['email'] === undefined ? await this.userInfo(configuration, tokens.access_token, claims.sub) : claims;
    const email = named['email_verified'] === false ? undefined : named['email'];
    return { issuer: claims.iss, subject: claims.sub, email: typeof email === 'string' ? email : undefined };
  }

  private async userInfo(configuration: Configuration, token: string, subject: string): Promise<UserInfoResponse> {
    return fetchUserInfo(configuration, token, subject).catch((cause: unknown) => {
      throw new ProviderFailed(cause);
    });
  }

  private async configuration(provider: ProviderAccess): Promise<Configuration> {
    const key = JSON.stringify([provider.issuer, provider.client_id, provider.client_secret.toString('base64')]);
    const kept = this.kept.get(key);
    if (kept !== undefined && kept.until > performance.now()) return kept.configuration;
    const secret = openSecret(this.config.appSecret, 'identity_provider', provider.client_secret);
    const configuration = await this.discover(provider, secret).catch((cause: unknown) => {
      throw new ProviderFailed(cause);
    });
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, { configuration, until: performance.now() + KEPT_MS });
    return configuration;
  }

  private discover(provider: ProviderAccess, secret: string): Promise<Configuration> {
    return discovery(new URL(provider.issuer), provider.client_id, secret, undefined, {
      [customFetch]: (url, options) => this.fetch(url, options),
      // without being told, the library believes a token because TLS brought it, and does not look at its signature;
      // the outgoing client decides where http is allowed: on this machine, in tests
      execute: [enableNonRepudiationChecks, ...(this.config.opensLoopback ? [allowInsecureRequests] : [])],
    });
  }

  private fetch(url: string, { method, headers, body }: CustomFetchOptions): Promise<Response> {
    const text = body instanceof URLSearchParams ? body.toString() : body;
    if (text !== null && text !== undefined && typeof text !== 'string') throw new ProviderFailed();
    return this.outgoing.send(url, { method, headers, body: text ?? undefined, redirect: 'manual' });
  }
}
