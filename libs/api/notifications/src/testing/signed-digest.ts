import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Texts, loadConfig } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import { MailRenderer } from '../mail/mail-renderer';
import { MAIL_SAMPLES } from '../mail/mail-samples';
import { notificationsTexts } from '../notifications.texts';
import { MailRelay } from '../sending/mail-relay';

const QUEUED_AT = new Date('2026-11-22T08:00:00Z');

/** The sample digest as the relay gets it, signed with a key that is made for it. */
export async function signedDigest(locale: Locale): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'htsm-digest-'));
  try {
    const keyFile = join(folder, 'dkim.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const config = loadConfig({
      DATABASE_URL: 'postgres://nowhere/none',
      APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      PUBLIC_URL: 'https://challenges.htsm.example',
      DKIM_DOMAIN: 'htsm.example',
      DKIM_SELECTOR: 'autumn',
      DKIM_KEY_FILE: keyFile,
    });
    const subscriptionId = '00000000-0000-4000-8000-000000000002';
    const occasion = {
      kind: 'digest',
      locale,
      queuedAt: QUEUED_AT,
      subscriptionId,
      toEmail: 'anna@example.nl',
    } as const;
    const mail = new MailRenderer(config, new Texts([notificationsTexts])).render(occasion, MAIL_SAMPLES.digest);
    const envelope = {
      toEmail: 'anna@example.nl',
      messageId: `<${subscriptionId}@htsm-challenges>`,
      queuedAt: QUEUED_AT,
    };
    return await new MailRelay(config).compose(mail, envelope);
  } finally {
    await rm(folder, { recursive: true });
  }
}
