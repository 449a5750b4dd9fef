import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';
import { KEY_ID, readToken, type TokenForger } from './forged-tokens';

/** Who the provider knows; the subject is the account's name. */
export interface ProviderAccount {
  readonly subject: string;
  readonly email: string;
  readonly isVerified?: boolean;
}

/** A real OpenID provider on this machine, where one person is at the keyboard and agrees to everything. */
export class OpenIdProvider {
  readonly clientId = 'htsm';
  readonly clientSecret = 'a secret between the two of us, and long enough';
  /** Who signs in next. */
  account: ProviderAccount = { subject: 'nobody', email: 'nobody@nowhere.example' };
  /** What becomes of its identity tokens before they leave; undefined leaves them alone. */
  forge: TokenForger | undefined;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private server: Server | undefined;
  private provider: Provider | undefined;
  private origin = '';

  get issuer(): string {
    return this.origin;
  }

  /** Listens on a free port; sends people back to `redirectUrl` only. */
  async open(redirectUrl: string): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The provider has no port');
    this.origin = `http://127.0.0.1:${address.port}`;
    this.server = server;
    this.provider = new Provider(this.origin, this.configuration(redirectUrl));
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server === undefined ? resolve(null) : this.server.close(resolve)));
  }

  /** Follows an address of ours through the provider as a browser does; gives where it is sent back to. */
  async visit(url: string, comesBackTo: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = url;
    for (let hops = 0; hops < 10; hops += 1) {
      const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie: header } });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';', 1);
        cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`The provider stopped at ${next}: ${await response.text()}`);
      next = new URL(location, next).toString();
      if (next.startsWith(comesBackTo)) return new URL(next);
    }
    throw new Error('The provider goes round in circles');
  }

  private configuration(redirectUrl: string): Configuration {
    return {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: [redirectUrl],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      jwks: {
        keys: [{ ...this.keys.privateKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig' }],
      },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      pkce: { required: () => true },
      cookies: { keys: ['a key of the test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_ctx, subject) => ({
        accountId: subject,
        claims: () => ({ sub: subject, email: this.account.email, email_verified: this.account.isVerified ?? true }),
      }),
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = this;
    if (provider === undefined) throw new Error('The provider is not open');
    if (this.forge !== undefined && request.url === '/token') replaceToken(response, this.forge, this.keys);
    if (request.url?.startsWith('/interaction/') !== true) return void (await provider.callback()(request, response));
    const { prompt, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: this.account.subject } });
    }
    const grant = new provider.Grant({ accountId: this.account.subject, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid email');
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
}

/** Puts a forged identity token in the place of the honest one before the answer leaves. */
function replaceToken(response: ServerResponse, forge: TokenForger, keys: KeyPairKeyObjectResult): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse; // the provider ends every answer of /token with one text
  const forged = (body: string): ServerResponse => {
    const answer = JSON.parse(body) as Record<string, string>; // the answer of a token endpoint
    const text = JSON.stringify({ ...answer, id_token: forge(readToken(answer['id_token'] ?? ''), keys) });
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  };
  response.end = forged as typeof response.end; // the other ways to call it are not used
}
