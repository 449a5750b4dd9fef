import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { LOCALES } from '@htsm/domain';
import { MAIL_KINDS, MAIL_SAMPLES } from '../mail/mail-samples';
import { MailRenderer } from '../mail/mail-renderer';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import type { MailTemplateDto } from './mail-template.dto';

const PATH = '/api/administration/mail-templates';
const HOSTILE = `<script>__xss()</script><img src=x onerror=__xss()>"'&{{challengeTitle}}`;

describe('the texts of mails', () => {
  let world: TestWorld;
  let cookie: string;
  let administrator: { id: string; email: string };
  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    administrator = await makePerson(world.database, { bodies: ['administration'] });
    cookie = await world.signInAs(administrator.id);
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM mail_outbox; DELETE FROM mail_template'));

  const ask = (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) =>
    world.request(method, `${PATH}${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  const read = async (which: string) => (await ask('GET', which)).body as MailTemplateDto;
  const save = (which: string, number: number, texts: Record<string, string>) =>
    ask('PUT', which, { number, texts: Object.entries(texts).map(([key, text]) => ({ key, text })) });
  const textOf = ({ sentences }: MailTemplateDto, key: string) => sentences.find((one) => one.key === key)?.text;

  it.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => `/${kind}/${locale}`)))(
    'of %s as delivered may be saved, and name what they name',
    async (which) => {
      const { sentences, number, versions } = await read(which);
      expect([number, versions]).toEqual([0, []]);
      const own = Object.fromEntries(sentences.map(({ key, delivered }) => [key, delivered]));
      const { status, body } = await save(which, 0, own);
      expect([status, (body as MailTemplateDto).number]).toEqual([200, 0]); // the same texts make no version
    },
  );

  it('are kept version by version: who, when, what, and over which version', async () => {
    const which = '/challenge_opened/nl';
    await save(which, 0, { subject: 'Nu open: {{challengeTitle}}' });
    const second = (await save(which, 1, { subject: 'Nu open: {{challengeTitle}}', p2: 'Dag {{name}}.' }))
      .body as MailTemplateDto;
    expect(second.versions).toEqual([
      {
        number: 2,
        madeBy: expect.any(String) as string,
        madeAt: expect.any(String) as string,
        restoredFrom: null,
        changes: [{ key: 'p2', before: expect.stringContaining('Tot de sluiting') as string, after: 'Dag {{name}}.' }],
      },
      expect.objectContaining({
        number: 1,
        changes: [{ key: 'subject', before: 'Open: {{challengeTitle}}', after: 'Nu open: {{challengeTitle}}' }],
      }),
    ]);
    const late = await save(which, 1, { subject: 'Te laat: {{challengeTitle}}' });
    expect([late.status, (late.body as { code: string }).code]).toEqual([409, 'version_conflict']);
    expect(textOf(await read(which), 'subject')).toBe('Nu open: {{challengeTitle}}');
  });

  it('go back to an earlier version, and to the delivered texts, as a new version', async () => {
    const which = '/challenge_opened/en';
    const delivered = textOf(await read(which), 'subject');
    await save(which, 0, { subject: 'One {{challengeTitle}}' });
    await save(which, 1, { subject: 'Two {{challengeTitle}}' });
    const restored = (await ask('POST', `${which}/restore`, { from: 1, number: 2 })).body as MailTemplateDto;
    expect([restored.number, textOf(restored, 'subject'), restored.versions[0]?.restoredFrom]).toEqual([
      3,
      'One {{challengeTitle}}',
      1,
    ]);
    const back = (await ask('POST', `${which}/restore`, { from: 0, number: 3 })).body as MailTemplateDto;
    expect([back.number, textOf(back, 'subject')]).toEqual([4, delivered]);
    expect((await ask('POST', `${which}/restore`, { from: 9, number: 4 })).status).toBe(404);
    const types = await world.database.asOwner(
      `SELECT type, payload->>'number' AS number FROM event WHERE subject_type = 'mail_template' AND payload->>'locale' = 'en' ORDER BY id`,
    );
    expect(types).toEqual([
      { type: 'mail_template.changed', number: '1' },
      { type: 'mail_template.changed', number: '2' },
      { type: 'mail_template.restored', number: '3' },
      { type: 'mail_template.restored', number: '4' },
    ]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['an unknown placeholder', { subject: '{{challengeTitle}} {{secret}}' }, 'mail_placeholder_unknown', 'secret'],
    ['a missing placeholder', { subject: 'Open' }, 'mail_placeholder_missing', 'challengeTitle'],
    ['braces that are no placeholder', { subject: '{{challengeTitle}} {{' }, 'mail_placeholder_broken', '{{name}}'],
    ['a subject of two lines', { subject: 'a\nb {{challengeTitle}}' }, 'mail_one_line', ''],
    ['nothing', { subject: '{{challengeTitle}}', p1: '' }, 'required', ''],
    ['too much', { subject: '{{challengeTitle}}', p1: 'x'.repeat(1001) }, 'too_long', '1000'],
  ])('refuse %s, with the name of the field', async (_what, texts, code, named) => {
    const { status, body } = await save('/challenge_opened/nl', 0, texts);
    const { errors } = body as { errors: { path: string; code: string; detail: string }[] };
    const last = Object.keys(texts).length - 1;
    expect([status, errors.map((error) => [error.path, error.code])]).toEqual([422, [[`texts.${last}.text`, code]]]);
    expect(errors[0]?.detail).toContain(named);
  });

  it('refuse a sentence that the mail does not have, and an address in a mail about signing in', async () => {
    expect((await save('/challenge_opened/nl', 0, { p9: 'x' })).status).toBe(422);
    expect((await save('/reset_password/nl', 0, { p2: 'Ga naar nep.example/wachtwoord' })).status).toBe(422);
    expect((await save('/challenge_opened/nl', 0, { p2: 'Ga naar htsm.example' })).status).toBe(200);
    expect((await ask('GET', '/no_such_mail/nl')).status).toBe(404);
    expect((await ask('GET', '/digest/de')).status).toBe(404);
  });

  it('cannot take the link out of a mail about signing in', async () => {
    const { sentences } = await read('/reset_password/nl');
    const bare = Object.fromEntries(sentences.map(({ key }) => [key, 'x']));
    await save('/reset_password/nl', 0, bare);
    const occasion = {
      kind: 'reset_password',
      locale: 'nl',
      toEmail: '',
      queuedAt: new Date(),
      subscriptionId: null,
    } as const;
    const mail = world.app.get(MailRenderer).render(occasion, MAIL_SAMPLES.reset_password, { reset_password: bare });
    const link = `${world.config.publicUrl}/reset-password#`;
    expect([mail.text.includes(link), mail.html.includes(`href="${link}`)]).toEqual([true, true]);
  });

  it('are text and never HTML, in the mail, in its preview and in its page', async () => {
    const texts = [{ key: 'p1', text: HOSTILE }];
    const shown = (await ask('POST', '/challenge_opened/nl/preview', { texts })).body as { text: string };
    const page = await ask(
      'GET',
      `/challenge_opened/nl/page?texts=${encodeURIComponent(JSON.stringify({ p1: HOSTILE }))}`,
    );
    expect(shown.text).toContain('<script>__xss()</script>');
    expect(page.text).toContain(
      '&lt;script&gt;__xss()&lt;/script&gt;&lt;img src=x onerror=__xss()&gt;&quot;&#39;&amp;Zakken',
    );
    expect(/<script|<img/.test(page.text)).toBe(false);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
    expect((await ask('GET', '/challenge_opened/nl/page?texts=[1]')).status).toBe(400);
  });

  it('change a mail inside another one too', () => {
    const occasion = {
      kind: 'notices_merged',
      locale: 'nl',
      toEmail: '',
      queuedAt: new Date(),
      subscriptionId: null,
    } as const;
    const edited = { sme_answered: { 'p1.declined': '{{name}} leest: {{organisationName}} kan niet.' } };
    const { text } = world.app.get(MailRenderer).render(occasion, MAIL_SAMPLES.notices_merged, edited);
    expect(text).toContain('Anneke de Vries leest: Hunzebot kan niet.');
  });

  it('do not look into the values: what people write stays as it is', () => {
    const variables = { ...MAIL_SAMPLES.challenge_opened, challengeTitle: '{{name}} {{closesAt}}' };
    const occasion = {
      kind: 'challenge_opened',
      locale: 'nl',
      toEmail: '',
      queuedAt: new Date(),
      subscriptionId: null,
    } as const;
    const edited = { subject: 'Nu: {{challengeTitle}} voor {{name}}' };
    const { subject } = world.app.get(MailRenderer).render(occasion, variables, { challenge_opened: edited });
    expect(subject).toBe('Nu: {{name}} {{closesAt}} voor Anneke de Vries');
  });

  it('are tried on oneself, unsaved and marked as a trial, at most ten times an hour', async () => {
    const texts = [{ key: 'p1', text: 'Proeftekst voor {{challengeTitle}}.' }];
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await ask('POST', '/challenge_opened/nl/trial', { texts })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 204), 429]);
    const [mail] = await world.database.asOwner<{ to_email: string; trial_texts: Record<string, string> }>(
      'SELECT to_email, trial_texts FROM mail_outbox LIMIT 1',
    );
    expect(mail).toEqual({
      to_email: administrator.email,
      trial_texts: { p1: 'Proeftekst voor {{challengeTitle}}.', subject: 'Proef: Open: {{challengeTitle}}' },
    });
    expect((await read('/challenge_opened/nl')).number).toBe(0);
  });

  it('are written by administrators alone', async () => {
    const officer = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    expect((await world.request('GET', PATH, { cookie: officer })).status).toBe(403);
  });
});
