import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestWorld, type TestWorld } from '@htsm/api/core/testing';
import { makeSubscriber } from '../testing/subscribers.factory';
import { BounceFolder } from './bounce-folder';

interface Report {
  messageId: string;
  recipient?: string;
  status?: string;
  action?: string;
}

/** A bounce as Postfix writes it. */
function bounce({ messageId, recipient = 'anna@example.nl', status = '5.1.1', action = 'failed' }: Report): string {
  return `Return-Path: <>
Date: Sun, 22 Nov 2026 17:00:06 +0000 (UTC)
From: MAILER-DAEMON@mx1.htsm.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: challenges@htsm.example
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4fXw9c2Ky1z1q.1763830806/mx1.htsm.example"

This is a MIME-encapsulated message.

--4fXw9c2Ky1z1q.1763830806/mx1.htsm.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<${recipient}>: host mx.example.nl[192.0.2.1] said: 550 5.1.1
    User unknown (in reply to RCPT TO command)

--4fXw9c2Ky1z1q.1763830806/mx1.htsm.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx1.htsm.example
X-Postfix-Queue-ID: 4fXw9c2Ky1z1q
Arrival-Date: Sun, 22 Nov 2026 17:00:04 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.example.nl
Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: Recipient address rejected:
    User unknown

--4fXw9c2Ky1z1q.1763830806/mx1.htsm.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <challenges@htsm.example>
From: HTSM Challenges <challenges@htsm.example>
To: ${recipient}
Message-ID: ${messageId}
Subject: Nieuwe challenges

Beste lezer,
--4fXw9c2Ky1z1q.1763830806/mx1.htsm.example--
`;
}

/** A complaint as mailbox providers write it. */
function complaint(messageId: string, type = 'abuse'): string {
  return `From: <feedback@provider.example>
To: <challenges@htsm.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d"

--part1_13d
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--part1_13d
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: SomeGenerator/1.0
Version: 1

--part1_13d
Content-Type: text/rfc822-headers

From: HTSM Challenges <challenges@htsm.example>
Message-ID:
 ${messageId}

--part1_13d--
`.replaceAll('\n', '\r\n');
}

describe('the folder of bounces', () => {
  let world: TestWorld;
  let folder: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [], entities: [], texts: [] }, 'worker');
    folder = await mkdtemp(join(tmpdir(), 'htsm-bounces-'));
    await mkdir(join(folder, 'new'));
    await mkdir(join(folder, 'cur'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() =>
    world.database.asOwner('DELETE FROM mail_suppression; DELETE FROM mail_outbox; DELETE FROM subscription'),
  );

  async function mailTo(email: string): Promise<string> {
    const id = randomUUID();
    await world.database.asOwner(
      `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id, state)
       VALUES ($1, 'digest', $2, 'nl', '{}', $3, $4, 'accepted')`,
      [id, email, id, `<${id}@htsm-challenges>`],
    );
    return `<${id}@htsm-challenges>`;
  }
  async function deliver(...reports: string[]): Promise<void> {
    for (const report of reports) await writeFile(join(folder, 'new', `${randomUUID()}.mx1`), report);
    const reader = () =>
      new BounceFolder(world.source, { ...world.config, mail: { ...world.config.mail, bounceDir: folder } });
    await Promise.all([reader().readNew(), reader().readNew()]);
    expect(await readdir(join(folder, 'new'))).toEqual([]);
  }
  const suppressed = () => world.database.asOwner('SELECT email, reason FROM mail_suppression');

  it('stops mail to an address that does not exist, its subscription too, and writes it down once', async () => {
    const { id } = await makeSubscriber(world.database, { email: 'anna@example.nl' });
    const messageId = await mailTo('Anna@example.nl');
    await deliver(bounce({ messageId }), bounce({ messageId }));
    expect(await suppressed()).toEqual([{ email: 'Anna@example.nl', reason: 'bounced' }]);
    expect(await world.database.asOwner('SELECT state FROM subscription WHERE id = $1', [id])).toEqual([
      { state: 'bounced' },
    ]);
    expect(
      await world.database.asOwner('SELECT type, reason FROM event WHERE subject_id = $1', [messageId.slice(1, 37)]),
    ).toEqual([{ type: 'mail.address_suppressed', reason: 'bounced' }]);
  });

  it('keeps what the mail server said, as one line', async () => {
    await deliver(bounce({ messageId: await mailTo('anna@example.nl') }));
    expect(await world.database.asOwner('SELECT words FROM mail_suppression')).toEqual([
      { words: '550 5.1.1 <anna@example.nl>: Recipient address rejected: User unknown' },
    ]);
  });

  it('signs off who calls a digest spam', async () => {
    const { id } = await makeSubscriber(world.database, { email: 'anna@example.nl' });
    await deliver(complaint(await mailTo('anna@example.nl')));
    expect(await suppressed()).toEqual([{ email: 'anna@example.nl', reason: 'complained' }]);
    expect(await world.database.asOwner('SELECT state FROM subscription WHERE id = $1', [id])).toEqual([
      { state: 'unsubscribed' },
    ]);
  });

  it('lets a bounce outweigh a complaint', async () => {
    const messageId = await mailTo('anna@example.nl');
    await deliver(complaint(messageId));
    await deliver(bounce({ messageId }));
    await deliver(complaint(messageId));
    expect(await suppressed()).toEqual([{ email: 'anna@example.nl', reason: 'bounced' }]);
  });

  it.each<[string, (messageId: string) => string]>([
    ['a mailbox that is full', (messageId) => bounce({ messageId, status: '5.2.2' })],
    ['a message that is too large', (messageId) => bounce({ messageId, status: '5.3.4' })],
    ['a refusal of our sender', (messageId) => bounce({ messageId, status: '5.7.1' })],
    ['a failure for now', (messageId) => bounce({ messageId, status: '4.4.1' })],
    ['a delay', (messageId) => bounce({ messageId, status: '4.4.1', action: 'delayed' })],
    ['a delivery', (messageId) => bounce({ messageId, status: '2.0.0', action: 'delivered' })],
    ['somebody else’s address', (messageId) => bounce({ messageId, recipient: 'boris@example.nl' })],
    ['a mail that is not ours', () => bounce({ messageId: '<other@example.nl>' })],
    ['a complaint that is none', (messageId) => complaint(messageId, 'not-spam')],
    [
      'an answer of a person',
      (messageId) => `From: anna@example.nl\nIn-Reply-To: ${messageId}\nSubject: 550 5.1.1\n\nAction: failed`,
    ],
    ['half a report', (messageId) => bounce({ messageId }).slice(0, 900)],
    ['no mail at all', () => '\0\0\0'],
  ])('does nothing about %s', async (_what, report) => {
    await deliver(report(await mailTo('anna@example.nl')));
    expect(await suppressed()).toEqual([]);
  });
});
