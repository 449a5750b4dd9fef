import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { loadConfig } from '@htsm/api/core';
import { selfSigned, type Certificate } from '@htsm/api/core/testing';
import { MailRelay } from './mail-relay';
import { judgeFault } from './send-fault';

const settings = {
  DATABASE_URL: 'postgres://nowhere/none',
  APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
};

/** What a relay offers, and what our address of it says beside host and port. */
interface Meeting {
  readonly certificate: Certificate | null;
  readonly scheme?: 'smtp' | 'smtps';
  readonly root?: string;
}

/** Sends one mail to a relay as in production; gives what it saw, and what became of the mail. */
async function meet({ certificate, scheme = 'smtp', root }: Meeting): Promise<{ seen: string[]; fate: string }> {
  const seen: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    secure: scheme === 'smtps',
    disabledCommands: certificate === null ? ['STARTTLS', 'AUTH'] : ['AUTH'],
    ...(certificate ?? {}),
    onMailFrom: (_address, session, done) => done(void seen.push(session.secure ? 'safe' : 'in the clear')),
  });
  server.on('error', () => undefined); // a client that hangs up over a certificate is what these tests want
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo; // it listens on a port, not on a pipe
  const smtpUrl = `${scheme}://localhost:${port}${root === undefined ? '' : `?tls.ca=${encodeURIComponent(root)}`}`;
  const config = loadConfig({ ...settings, SMTP_URL: smtpUrl });
  const relay = new MailRelay({ ...config, mail: { ...config.mail, requiresTls: true } });
  const fate = await relay
    .send(Buffer.from('Subject: hi\r\n\r\nhi\r\n'), 'anna@example.nl', async () => undefined)
    .then(
      () => 'sent',
      (fault: unknown) => judgeFault(fault, false).kind,
    );
  relay.close();
  await new Promise<void>((done) => server.close(done));
  return { seen, fate };
}

describe('a relay that must speak TLS', () => {
  const right = selfSigned('localhost');
  const other = selfSigned('elsewhere.example');

  it('is told no address and gets no mail when it offers none; the mail waits', async () => {
    expect(await meet({ certificate: null })).toEqual({ seen: [], fate: 'relay_away' });
  });

  it.each(['smtp', 'smtps'] as const)('gets nothing over %s with a certificate that is not its own', async (scheme) => {
    expect(await meet({ scheme, certificate: right })).toEqual({ seen: [], fate: 'relay_away' });
    expect(await meet({ scheme, certificate: other, root: other.cert })).toEqual({ seen: [], fate: 'relay_away' });
  });

  it.each(['smtp', 'smtps'] as const)(
    'gets its mail over %s with a certificate that is vouched for',
    async (scheme) => {
      expect(await meet({ scheme, certificate: right, root: right.cert })).toEqual({ seen: ['safe'], fate: 'sent' });
    },
  );
});
