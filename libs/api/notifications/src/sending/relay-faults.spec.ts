import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Texts, type Config } from '@htsm/api/core';
import { createTestWorld, type TestWorld } from '@htsm/api/core/testing';
import { MailRenderer } from '../mail/mail-renderer';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { Mailbox } from '../testing/mailbox';
import { MailSender, RelayAway } from './mail-sender';

describe('a relay that misbehaves', () => {
  let world: TestWorld;
  let mailbox: Mailbox;
  let sender: MailSender;
  let id: string;

  beforeAll(async () => {
    world = await createTestWorld(
      { modules: [NotificationsModule], entities: [], texts: [notificationsTexts] },
      'worker',
    );
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    mailbox = await Mailbox.open();
    const mail = { ...world.config.mail, lookupUrl: mailbox.lookupUrl, settleS: 0, timeoutS: 4 };
    const config: Config = { ...world.config, smtpUrl: mailbox.smtpUrl, mail };
    sender = new MailSender(world.source, new MailRenderer(config, new Texts([notificationsTexts])), config);
    await world.database.asOwner('DELETE FROM mail_suppression; DELETE FROM mail_outbox');
    id = randomUUID();
    await world.database.asOwner(
      `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id)
       VALUES ($1, 'password_changed', 'anna@example.nl', 'nl', '{"name": "Anna"}', $2, $3)`,
      [id, id, `<${id}@htsm-challenges>`],
    );
  });
  afterEach(async () => {
    await sender.close();
    await mailbox.close();
  });

  const row = async () =>
    (await world.database.asOwner('SELECT state, attempts, claimed_by FROM mail_outbox WHERE id = $1', [id]))[0];
  const waits = async () =>
    (
      await world.database.asOwner<{ s: number }>(
        'SELECT extract(epoch FROM not_before - clock_timestamp())::int AS s FROM mail_outbox',
      )
    )[0]?.s;
  const isDue = () => world.database.asOwner('UPDATE mail_outbox SET not_before = clock_timestamp()');
  const suppressed = () => world.database.asOwner('SELECT email, reason FROM mail_suppression');
  /** The relay is well again: whatever happened, the mail must be there once. */
  async function arrivesOnce(): Promise<void> {
    Object.assign(mailbox, { rule: () => undefined, atEnd: () => 'accept', busyCode: undefined });
    for (let round = 0; round < 3; round += 1) {
      await isDue();
      await sender.sendDue();
    }
    expect(mailbox.accepted.map(({ messageId }) => messageId)).toEqual([`${id}@htsm-challenges`]);
    expect(await row()).toMatchObject({ state: 'accepted', claimed_by: null });
  }

  it('that greylists is tried again after a minute, then two', async () => {
    mailbox.rule = () => '450 4.2.0 Greylisted, please try again in 60 seconds';
    await sender.sendDue();
    expect([await row(), await waits()]).toEqual([{ state: 'queued', attempts: 1, claimed_by: null }, 60]);
    await isDue();
    await sender.sendDue();
    expect([await row(), await waits()]).toEqual([{ state: 'queued', attempts: 2, claimed_by: null }, 120]);
    expect(await suppressed()).toEqual([]);
    await arrivesOnce();
  });

  it.each([
    ['at the door', () => Object.assign(mailbox, { busyCode: 421 })],
    ['at the recipient', () => Object.assign(mailbox, { rule: () => '421 4.3.2 Shutting down' })],
  ])('that says 421 %s is away, and the mail is not blamed', async (_where, misbehave) => {
    misbehave();
    await expect(sender.sendDue()).rejects.toThrow(RelayAway);
    expect([await row(), await waits()]).toEqual([{ state: 'queued', attempts: 0, claimed_by: null }, 15]);
    await arrivesOnce();
  });

  it('that takes its time at the recipient has nothing handed over to it meanwhile', async () => {
    const seen: unknown[] = [];
    mailbox.beforeRecipient = async () => {
      await pause(200); // longer than it takes to write the handover down
      seen.push(...(await world.database.asOwner('SELECT state, handover_at FROM mail_outbox')));
    };
    await sender.sendDue();
    expect(seen).toEqual([{ state: 'sending', handover_at: null }]);
    await arrivesOnce();
  });

  it.each([
    ['550 5.1.1 User unknown', [{ email: 'anna@example.nl', reason: 'refused' }]],
    ['550 No such user here', [{ email: 'anna@example.nl', reason: 'refused' }]],
    ['554 5.7.1 Relay access denied', []],
    ['552 5.2.2 Mailbox full', []],
    ['550 5.7.26 Unauthenticated mail is not accepted', []],
  ])('that says %s gives the mail up, and the address only when it does not exist', async (answer, expected) => {
    mailbox.rule = () => answer;
    await sender.sendDue();
    expect(await row()).toEqual({ state: 'failed', attempts: 1, claimed_by: null });
    expect(await suppressed()).toEqual(expected);
  });

  it('that refuses the whole message for good gives the mail up, not the address', async () => {
    mailbox.atEnd = () => 554;
    await sender.sendDue();
    expect(await row()).toEqual({ state: 'failed', attempts: 1, claimed_by: null });
    expect([await suppressed(), mailbox.accepted]).toEqual([[], []]);
  });

  it('that refuses the whole message for now is tried again', async () => {
    mailbox.atEnd = () => 451;
    await sender.sendDue();
    expect(await row()).toEqual({ state: 'queued', attempts: 1, claimed_by: null });
    await arrivesOnce();
  });

  it.each(['hang', 'lose_answer', 'cut_off'] as const)(
    'that does %s after the message is asked what became of it',
    async (end) => {
      mailbox.atEnd = () => end;
      await sender.sendDue();
      expect(await row()).toEqual({ state: 'uncertain', attempts: 0, claimed_by: null });
      await arrivesOnce();
    },
  );

  it('sends nothing to an address that it refused before, and tells administrators why', async () => {
    mailbox.rule = () => 550;
    await sender.sendDue();
    await world.database.asOwner(`UPDATE mail_outbox SET state = 'queued', not_before = clock_timestamp()`);
    mailbox.rule = () => undefined;
    await sender.sendDue();
    expect(await world.database.asOwner('SELECT state, last_error FROM mail_outbox')).toEqual([
      { state: 'suppressed', last_error: 'refused' },
    ]);
    expect(mailbox.accepted).toEqual([]);
  });
});
