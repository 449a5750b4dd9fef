import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

/** The sign-in page of an organisation: a real OpenID provider on this machine, with its own pages. */
export class OpenIdProvider {
  readonly clientId = 'htsm';
  readonly clientSecret = 'een geheim tussen twee partijen, lang genoeg';
  issuer = '';
  private server: Server | undefined;

  /** Listens on a free port; whoever signs in as `name` has the address `name@domain`. */
  async open(redirectUrl: string, domain: string): Promise<void> {
    const server = createServer((request, response) => void this.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The provider has no port');
    this.server = server;
    this.issuer = `http://127.0.0.1:${address.port}`;
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: [redirectUrl],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['a key of the test'] },
      findAccount: (_ctx, name) => ({
        accountId: name,
        claims: () => ({ sub: name, email: `${name}@${domain}`, email_verified: true }),
      }),
    });
    this.handle = provider.callback();
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server === undefined ? resolve(null) : this.server.close(resolve)));
  }

  private handle: ReturnType<Provider['callback']> = () => Promise.reject(new Error('The provider is not open'));
}
