import { randomUUID } from 'node:crypto';
import { Texts, type Config } from '@htsm/api/core';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { MailRenderer } from '../mail/mail-renderer';
import { MAIL_SAMPLES } from '../mail/mail-samples';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { Mailbox } from '../testing/mailbox';
import { makeSubscriber } from '../testing/subscribers.factory';
import { MailSender, RelayAway } from './mail-sender';

describe('sending mail', () => {
  let world: TestWorld;
  let mailbox: Mailbox;
  const senders: MailSender[] = [];

  beforeAll(async () => {
    world = await createTestWorld(
      { modules: [NotificationsModule], entities: [], texts: [notificationsTexts] },
      'worker',
    );
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    mailbox = await Mailbox.open();
    await world.database.asOwner('DELETE FROM mail_suppression; DELETE FROM mail_outbox');
  });
  afterEach(async () => {
    await Promise.all(senders.splice(0).map((sender) => sender.close()));
    await mailbox.close();
  });

  function sender(changes: Partial<Config> = {}): MailSender {
    const config = { ...world.config, smtpUrl: mailbox.smtpUrl, ...changes };
    const made = new MailSender(world.source, new MailRenderer(config, new Texts([notificationsTexts])), config);
    senders.push(made);
    return made;
  }

  async function queue(
    values: { to?: string; kind?: string; variables?: object; subscriptionId?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await world.database.asOwner(
      `INSERT INTO mail_outbox (id, kind, to_email, subscription_id, locale, variables, dedupe_key, message_id)
       VALUES ($1, $2, $3, $4, 'nl', $5, $6, $7)`,
      [
        id,
        values.kind ?? 'password_changed',
        values.to ?? 'anna@example.nl',
        values.subscriptionId ?? null,
        values.variables ?? { name: 'Anna' },
        id,
        `<${id}@htsm-challenges>`,
      ],
    );
    return id;
  }

  const row = async (id: string) =>
    (await world.database.asOwner<Record<string, unknown>>('SELECT * FROM mail_outbox WHERE id = $1', [id]))[0];

  it('sends text and HTML under the Message-ID of the row, once', async () => {
    const id = await queue();
    expect(await sender().sendDue()).toBe(1);
    expect(await sender().sendDue()).toBe(0);
    const [mail, ...others] = await mailbox.read();
    expect(others).toEqual([]);
    expect([mail?.messageId, mail?.subject, mail?.text?.includes('Beste Anna,'), mail?.html !== false]).toEqual([
      `<${id}@htsm-challenges>`,
      'Uw wachtwoord is veranderd',
      true,
      true,
    ]);
    expect(await row(id)).toMatchObject({ state: 'accepted', claimed_by: null, attempts: 0 });
  });

  it('sends each mail once when several senders work side by side', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => queue()));
    const sent = await Promise.all([sender().sendDue(), sender().sendDue()]);
    expect(sent[0] + sent[1]).toBe(60);
    expect(mailbox.accepted.map((mail) => mail.messageId).sort()).toEqual(
      ids.map((id) => `${id}@htsm-challenges`).sort(),
    );
  });

  it('leaves alone what is held, one by one or with its kind, but for a trial', async () => {
    const held = await queue();
    await world.database.asOwner(`UPDATE mail_outbox SET state = 'held' WHERE id = $1`, [held]);
    await world.database.asOwner(`INSERT INTO mail_kind_hold (kind, reason) VALUES ('account_disabled', 'x')`);
    const waiting = await queue({ kind: 'account_disabled' });
    const trial = await queue({ kind: 'account_disabled' });
    await world.database.asOwner(`UPDATE mail_outbox SET trial_texts = '{"subject": "Proef"}' WHERE id = $1`, [trial]);
    expect(await sender().sendDue()).toBe(1);
    expect((await mailbox.read()).map(({ messageId, subject }) => [messageId, subject])).toEqual([
      [`<${trial}@htsm-challenges>`, 'Proef'],
    ]);
    await world.database.asOwner('DELETE FROM mail_kind_hold');
    expect(await sender().sendDue()).toBe(1);
    expect(await row(waiting)).toMatchObject({ state: 'accepted' });
    expect(await row(held)).toMatchObject({ state: 'held' });
  });

  it('writes a mail with its newest texts, and a second try with those of the first, to the byte', async () => {
    const author = (await makePerson(world.database, {})).id;
    const version = (number: number, subject: string) =>
      world.database.asOwner(
        `INSERT INTO mail_template (kind, locale, number, texts, made_by) VALUES ('password_changed', 'nl', $1, $2, $3)`,
        [number, { subject, p1: '{{name}}, dit is <b>veranderd</b>.' }, author],
      );
    await version(1, 'Eerste {{name}}');
    const id = await queue();
    mailbox.atEnd = () => 'lose_answer';
    await sender().sendDue();
    expect(await row(id)).toMatchObject({ state: 'uncertain', template_number: 1 });
    await version(2, 'Tweede {{name}}');
    mailbox.atEnd = () => 'accept';
    await world.database.asOwner(`UPDATE mail_outbox SET state = 'queued', handover_at = NULL WHERE id = $1`, [id]);
    await queue();
    await sender().sendDue();
    const [first, second] = mailbox.accepted
      .filter(({ messageId }) => messageId.startsWith(id))
      .map(({ raw }) => raw.replace(/--_NmP-[\w-]+/g, '--'));
    expect(second).toBe(first);
    expect((await mailbox.read()).map(({ subject }) => subject).sort()).toEqual([
      'Eerste Anna',
      'Eerste Anna',
      'Tweede Anna',
    ]);
    const htmls = (await mailbox.read()).map(({ html }) => String(html));
    expect(htmls.every((html) => html.includes('Anna, dit is &lt;b&gt;veranderd&lt;/b&gt;.'))).toBe(true);
    await world.database.asOwner('DELETE FROM mail_template');
  });

  it('cannot be given a second recipient or header by an address or a name', async () => {
    await queue({ to: 'anna@example.nl, spy@example.nl', variables: { name: 'Anna\r\nBcc: spy@example.nl' } });
    await sender().sendDue();
    for (const mail of await mailbox.read()) {
      expect([...mail.headers.keys()]).not.toContain('bcc');
      expect(mailbox.accepted.map(({ to }) => to)).not.toContain('spy@example.nl');
    }
  });

  it('tries again later when the relay says so, and gives up after eight times', async () => {
    mailbox.rule = () => 451;
    const id = await queue();
    await sender().sendDue();
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1, claimed_by: null });
    await world.database.asOwner('UPDATE mail_outbox SET attempts = 7, not_before = clock_timestamp() WHERE id = $1', [
      id,
    ]);
    await sender().sendDue();
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 8 });
  });

  it('marks a subscription as bounced when its address is refused for good', async () => {
    mailbox.rule = (address) => (address.startsWith('gone') ? 550 : undefined);
    const subscriber = await makeSubscriber(world.database, { email: 'gone@example.nl' });
    const id = await queue({ to: subscriber.email, subscriptionId: subscriber.id });
    const later = await queue({ to: subscriber.email, subscriptionId: subscriber.id });
    await sender().sendDue();
    await sender().sendDue();
    expect((await world.database.asOwner('SELECT state FROM subscription WHERE id = $1', [subscriber.id]))[0]).toEqual({
      state: 'bounced',
    });
    expect([(await row(id))?.['state'], (await row(later))?.['state']].sort()).toEqual(['failed', 'failed']);
    expect(String((await row(id))?.['last_error'])).not.toContain('gone@example.nl');
    const next = await queue({ to: subscriber.email, subscriptionId: subscriber.id });
    await sender().sendDue();
    expect(await row(next)).toMatchObject({ state: 'suppressed' });
  });

  it.each([
    ['pending', 'password_changed', 'suppressed'],
    ['unsubscribed', 'password_changed', 'suppressed'],
    ['bounced', 'password_changed', 'suppressed'],
    ['active', 'password_changed', 'accepted'],
    ['active', 'confirm_subscription', 'accepted'],
    ['unsubscribed', 'confirm_subscription', 'suppressed'],
    ['pending', 'confirm_subscription', 'accepted'],
  ])('to a subscription that is %s, %s is %s', async (state, kind, expected) => {
    const subscriber = await makeSubscriber(world.database, { state });
    const variables = { name: 'Anna', tokenId: subscriber.id, themes: [], regions: [], words: '', frequency: 'weekly' };
    const id = await queue({ to: subscriber.email, subscriptionId: subscriber.id, kind, variables });
    await sender().sendDue();
    expect((await row(id))?.['state']).toBe(expected);
    expect(mailbox.accepted).toHaveLength(expected === 'accepted' ? 1 : 0);
  });

  it('sets a mail aside that cannot be written, and sends the others', async () => {
    const bad = [await queue({ kind: 'no_such_mail' }), await queue({ kind: 'digest', variables: {} })];
    const good = await queue();
    await sender().sendDue();
    expect(await Promise.all([...bad, good].map(async (id) => (await row(id))?.['state']))).toEqual([
      'failed',
      'failed',
      'accepted',
    ]);
  });

  it('lets the mails wait while the relay is away, without counting that against them', async () => {
    const id = await queue();
    await expect(sender({ smtpUrl: 'smtp://127.0.0.1:1' }).sendDue()).rejects.toThrow(RelayAway);
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0, claimed_by: null });
  });

  it('does not hand over a mail that another sender has taken over meanwhile', async () => {
    const id = await queue();
    await world.database.asOwner(
      `CREATE FUNCTION take_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
       CREATE TRIGGER take_over BEFORE UPDATE OF handover_at ON mail_outbox FOR EACH ROW
         WHEN (NEW.handover_at IS NOT NULL) EXECUTE FUNCTION take_over()`,
    );
    try {
      expect(await sender().sendDue()).toBe(0);
    } finally {
      await world.database.asOwner('DROP TRIGGER take_over ON mail_outbox; DROP FUNCTION take_over()');
    }
    expect(mailbox.accepted).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'sending', handover_at: null });
  });

  it('takes over what a sender that is gone had claimed, and asks the relay about what it had handed over', async () => {
    const [claimed, accepted, lost] = [await queue(), await queue(), await queue()];
    await world.database.asOwner(
      `UPDATE mail_outbox SET state = 'sending', claimed_by = 99, claimed_at = clock_timestamp()`,
    );
    await world.database.asOwner(
      `UPDATE mail_outbox SET handover_at = clock_timestamp() - interval '1 hour' WHERE id IN ($1, $2)`,
      [accepted, lost],
    );
    mailbox.accepted.push({ to: 'anna@example.nl', messageId: `${accepted}@htsm-challenges`, raw: '' });
    const lookup = { mail: { ...world.config.mail, lookupUrl: mailbox.lookupUrl } };
    expect(await sender(lookup).sendDue()).toBe(2);
    expect(mailbox.accepted.map((mail) => mail.messageId.slice(0, 36)).sort()).toEqual(
      [claimed, accepted, lost].sort(),
    );
    expect(await Promise.all([claimed, accepted, lost].map(async (id) => (await row(id))?.['state']))).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('leaves alone what a living sender has in hand', async () => {
    const id = await queue();
    const other = world.source.createQueryRunner();
    await other.query('SELECT pg_advisory_lock(4875632, 99)');
    await world.database.asOwner(`UPDATE mail_outbox SET state = 'sending', claimed_by = 99`);
    expect(await sender().sendDue()).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'sending', claimed_by: 99 });
    await other.query('SELECT pg_advisory_unlock_all()');
    await other.release();
    expect(await sender().sendDue()).toBe(1);
  });

  it('goes on after the database has dropped every connection, and sends nothing twice', async () => {
    const worker = sender();
    const first = await queue();
    await worker.sendDue();
    const second = await queue();
    await world.database.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'htsm_worker' AND datname = current_database()`,
    );
    for (let tries = 0; tries < 20 && mailbox.accepted.length < 2; tries += 1) await worker.sendDue().catch(() => 0);
    expect(mailbox.accepted.map((mail) => mail.messageId)).toEqual(
      [first, second].map((id) => `${id}@htsm-challenges`),
    );
  });

  it('marks a mail as sent although the database was away at that moment', async () => {
    const id = await queue();
    mailbox.beforeAccept = async () => {
      await world.database.asOwner(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'htsm_worker' AND datname = current_database()`,
      );
    };
    expect(await sender().sendDue()).toBe(1);
    mailbox.beforeAccept = async () => undefined;
    expect(await sender().sendDue()).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'accepted' });
    expect(mailbox.accepted).toHaveLength(1);
  });

  it('waits with an uncertain mail while the relay cannot be asked', async () => {
    const id = await queue();
    await world.database.asOwner(
      `UPDATE mail_outbox SET state = 'uncertain', handover_at = clock_timestamp() - interval '1 hour'`,
    );
    expect(
      await sender({ mail: { ...world.config.mail, lookupUrl: 'http://127.0.0.1:1/{messageId}' } }).sendDue(),
    ).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'uncertain', claimed_by: null });
  });

  it.each([
    ['digest', 'uncertain', 0],
    ['proposal_received', 'accepted', 1],
    ['challenge_opened', 'accepted', 1],
  ] as const)('treats an uncertain %s as %s when there is nobody to ask', async (kind, state, copies) => {
    const subscriber = await makeSubscriber(world.database);
    const id = await queue({
      kind,
      to: subscriber.email,
      variables: MAIL_SAMPLES[kind],
      ...(kind === 'digest' ? { subscriptionId: subscriber.id } : {}),
    });
    await world.database.asOwner(
      `UPDATE mail_outbox SET state = 'uncertain', handover_at = clock_timestamp() - interval '1 hour'`,
    );
    expect(await sender().sendDue()).toBe(copies);
    expect(await row(id)).toMatchObject({ state, claimed_by: null });
    expect(mailbox.accepted.map(({ messageId }) => messageId)).toEqual(
      Array.from({ length: copies }, () => `${id}@htsm-challenges`),
    );
  });
});
