import { randomUUID } from 'node:crypto';
import { linkToken } from '@htsm/api/core';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { LOCALES } from '@htsm/domain';
import { LEFT_OUT } from '../mail/discreet-voice';
import { MailRenderer } from '../mail/mail-renderer';
import { MAIL_KINDS, MAIL_SAMPLES } from '../mail/mail-samples';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeMail } from '../testing/outbox.factory';

/** The words of a mail that are public, or that its address tells already; every other one must not be seen. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  role_granted: ['role'],
  role_revoked: ['role'],
  challenge_opened: ['challengeTitle', 'closesAt', 'path'],
  challenge_stopped_accepting: ['challengeTitle'],
  review_assigned: ['challengeTitle', 'dueAt'],
  review_reminder: ['challengeTitle', 'dueAt'],
  followed_closing: ['challengeTitle', 'closesAt', 'path'],
  followed_moved: ['challengeTitle', 'closesAt', 'path'],
  followed_cancelled: ['challengeTitle'],
  confirm_subscription: ['frequency'],
  webhook_switched_off: ['failingSince'],
  digest: [
    ...['id', 'frequency', 'confirmedAt', 'followsProfile', 'slug', 'title', 'summary', 'ownerName', 'programme'],
    ...['closesAt', 'budgetEur', 'hoursAsked', 'interestId', 'isOfOrganisation'],
  ],
};

interface Shown {
  subject: string;
  text: string;
  isVeiled: boolean;
  isLinkLive: boolean;
}

describe('a mail as an administrator reads it', () => {
  let world: TestWorld;
  let cookie: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    cookie = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
  });
  afterAll(() => world.close());

  async function read(id: string): Promise<Shown & { html: string }> {
    const answer = await world.request('GET', `/api/administration/mails/${id}`, { cookie });
    const page = await world.request('GET', `/api/administration/mails/${id}/page`, { cookie });
    expect([answer.status, page.status]).toEqual([200, 200]);
    return { ...(answer.body as Shown), html: page.text };
  }

  it.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
    'shows of %s in %s no word and no link that is its reader’s alone',
    async (kind, locale) => {
      const secrets: string[] = [];
      const plant = (value: unknown, word: string, of: string): unknown => {
        if (Array.isArray(value)) return value.map((item) => plant(item, word, of));
        if (isGathered(value)) return { kind: value.kind, variables: plant(value.variables, '', value.kind) };
        if (typeof value === 'object' && value !== null)
          return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plant(inner, key, of)]));
        if (value === null || OPEN[of]?.includes(word) === true) return value;
        const secret = `geheim${randomUUID().slice(0, 8)}`;
        secrets.push(secret);
        return secret;
      };
      const subscriptionId = randomUUID();
      const tokenId = randomUUID();
      const planted = plant(MAIL_SAMPLES[kind], '', kind) as object; // the sample's own form, with other words
      const variables = 'tokenId' in planted ? { ...planted, tokenId } : planted;
      const id = await makeMail(world.database, { kind, locale, variables, subscriptionId, state: 'accepted' });
      // before they are unsealed, an administrator may not even know of these
      if (kind.startsWith('proposal_')) {
        expect((await world.request('GET', `/api/administration/mails/${id}`, { cookie })).status).toBe(404);
        return;
      }
      const shown = await read(id);
      const seen = JSON.stringify(shown);
      const { appSecret } = world.config;
      const links = [
        ...(['confirm_email', 'reset_password', 'change_email', 'link_identity', 'invite'] as const).map((purpose) =>
          linkToken(appSecret, purpose, tokenId),
        ),
        ...(['confirm_subscription', 'manage_subscription', 'one_click'] as const).flatMap((purpose) =>
          [tokenId, subscriptionId].map((of) => linkToken(appSecret, purpose, of)),
        ),
      ];
      expect([...secrets, ...links, tokenId, subscriptionId].filter((secret) => seen.includes(secret))).toEqual([]);
      expect(shown.isVeiled).toBe(secrets.length > 0 || 'tokenId' in planted || kind === 'already_subscribed');
    },
  );

  it('is what goes out, to the letter, where nothing is hidden', async () => {
    const variables = MAIL_SAMPLES.webhook_switched_off;
    const occasion = {
      kind: 'webhook_switched_off',
      locale: 'nl',
      toEmail: 'anna@example.nl',
      queuedAt: new Date(),
      subscriptionId: null,
    } as const;
    const id = await makeMail(world.database, { kind: 'webhook_switched_off', variables });
    const { subject, text, html } = await read(id);
    const marker = world.app.get(MailRenderer).marker('nl');
    const veiled = { ...variables, name: marker, host: marker, path: `/${LEFT_OUT}` };
    const goesOut = world.app.get(MailRenderer).render(occasion, veiled);
    expect({ subject, text, html }).toEqual({ subject: goesOut.subject, text: goesOut.text, html: goesOut.html });
  });

  it('may stand in a frame of ours, where it runs and loads nothing', async () => {
    const id = await makeMail(world.database);
    const { headers } = await world.request('GET', `/api/administration/mails/${id}/page`, { cookie });
    expect([headers['content-security-policy'], headers['x-frame-options'], headers['cache-control']]).toEqual([
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
      'SAMEORIGIN',
      'no-store',
    ]);
  });
});

/** Whether it is a mail inside another one. */
function isGathered(value: unknown): value is { kind: string; variables: object } {
  return typeof value === 'object' && value !== null && 'kind' in value && 'variables' in value;
}
