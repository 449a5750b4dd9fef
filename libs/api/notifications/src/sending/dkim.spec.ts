import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth';
import { Texts, loadConfig, type Config } from '@htsm/api/core';
import { MailRenderer } from '../mail/mail-renderer';
import { MAIL_SAMPLES } from '../mail/mail-samples';
import { notificationsTexts } from '../notifications.texts';
import { MailRelay } from './mail-relay';

const QUEUED_AT = new Date('2026-11-22T08:00:00Z');

describe('the signature of a mail', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let folder: string;
  let config: Config;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'htsm-dkim-'));
    const keyFile = join(folder, 'dkim.pem');
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    config = loadConfig({
      DATABASE_URL: 'postgres://nowhere/none',
      APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      DKIM_DOMAIN: 'htsm.example',
      DKIM_SELECTOR: 'autumn',
      DKIM_KEY_FILE: keyFile,
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The domain's public key, as the name server gives it. */
  const resolver = async (name: string, type: string): Promise<string[][]> => {
    if (name !== 'autumn._domainkey.htsm.example' || type !== 'TXT')
      throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return [[`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`]];
  };

  async function signed(): Promise<Buffer> {
    const subscriptionId = '00000000-0000-4000-8000-000000000002';
    const occasion = {
      kind: 'digest',
      locale: 'nl',
      toEmail: 'anna@example.nl',
      queuedAt: QUEUED_AT,
      subscriptionId,
    } as const;
    const mail = new MailRenderer(config, new Texts([notificationsTexts])).render(occasion, MAIL_SAMPLES.digest);
    const envelope = { toEmail: 'anna@example.nl', messageId: '<one@htsm-challenges>', queuedAt: QUEUED_AT };
    return new MailRelay(config).compose(mail, envelope);
  }
  const verdict = async (mail: Buffer | string): Promise<string | undefined> =>
    (await dkimVerify(mail, { resolver })).results[0]?.status?.result;

  it('is found valid by whoever has the public key, and covers both headers of the one-click sign-off', async () => {
    const mail = await signed();
    const { results } = await dkimVerify(mail, { resolver });
    const [signature] = results;
    expect([results.length, signature?.status?.result, signature?.signingDomain, signature?.selector]).toEqual([
      1,
      'pass',
      'htsm.example',
      'autumn',
    ]);
    const covered = signature?.signingHeaders?.keys.toLowerCase().split(/\s*:\s*/) ?? [];
    expect(covered).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'subject',
        'date',
        'message-id',
        'list-unsubscribe',
        'list-unsubscribe-post',
        'list-id',
      ]),
    );
  });

  it.each([
    ['the address of the sign-off', /^List-Unsubscribe:\s*<[^>]*/im],
    ['the one-click header', /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im],
    ['the subject', /^Subject: /im],
    ['the text', /html/],
  ])('breaks when %s changes', async (_what, pattern) => {
    const mail = (await signed()).toString('latin1');
    const [head = '', ...body] = mail.split('\r\n\r\n');
    const change = (text: string): string => text.replace(pattern, (found) => `${found}x`);
    const changed =
      pattern.flags === '' ? [head, ...body.map(change)].join('\r\n\r\n') : [change(head), ...body].join('\r\n\r\n');
    expect(changed === mail).toBe(false);
    expect(await verdict(Buffer.from(changed, 'latin1'))).toBe(pattern.flags === '' ? 'neutral' : 'fail');
  });
});
