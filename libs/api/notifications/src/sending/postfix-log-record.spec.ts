import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostfixLogRecord } from './postfix-log-record';

const MAIL = '<0f3c1d6e-5a1b-4a57-9a53-2a2a6f6f1c11@htsm-challenges>';
const OTHER = '<b1946ac9-2492-4d2e-8b1c-0d8f5a4c7e22@htsm-challenges>';

/** A message of 17:00:05 UTC, from the connection to the delivery, as Postfix writes it. */
const ACCEPTED = `2026-11-22T17:00:04.000100+00:00 mx1 postfix/smtpd[2101]: connect from app[10.0.0.5]
2026-11-22T17:00:04.801200+00:00 mx1 postfix/smtpd[2101]: 4fXw9c2Ky1z1q: client=app[10.0.0.5]
2026-11-22T17:00:04.822000+00:00 mx1 postfix/cleanup[2104]: 4fXw9c2Ky1z1q: message-id=${MAIL}
2026-11-22T17:00:05.103000+00:00 mx1 postfix/qmgr[811]: 4fXw9c2Ky1z1q: from=<challenges@htsm.example>, size=9120, nrcpt=1 (queue active)
2026-11-22T17:00:05.104000+00:00 mx1 postfix/smtpd[2101]: lost connection after DATA from app[10.0.0.5]
2026-11-22T17:00:06.310000+00:00 mx1 postfix/smtp[2110]: 4fXw9c2Ky1z1q: to=<anna@example.nl>, relay=mx.example.nl[192.0.2.1]:25, delay=1.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4AbC)
2026-11-22T17:00:06.311000+00:00 mx1 postfix/qmgr[811]: 4fXw9c2Ky1z1q: removed`;
/** The client was gone before the end of the message: cleanup had read the header already. */
const CUT_OFF = `2026-11-22T17:00:04.000100+00:00 mx1 postfix/smtpd[2101]: connect from app[10.0.0.5]
2026-11-22T17:00:04.822000+00:00 mx1 postfix/cleanup[2104]: 4fXw9c2Ky1z1q: message-id=${MAIL}
2026-11-22T17:00:05.104000+00:00 mx1 postfix/smtpd[2101]: lost connection after DATA (8710 bytes) from app[10.0.0.5]
2026-11-22T17:00:05.105000+00:00 mx1 postfix/smtpd[2101]: disconnect from app[10.0.0.5] ehlo=1 mail=1 rcpt=1 data=0/1 commands=3/4`;
const REJECTED = CUT_OFF.replace(
  /smtpd\[2101\]: lost.*/,
  'cleanup[2104]: 4fXw9c2Ky1z1q: milter-reject: END-OF-MESSAGE from app[10.0.0.5]: 4.7.1 Try again later; from=<challenges@htsm.example>',
);
/** The queue id of the message that was cut off is given to another message a minute later. */
const REUSED = `${CUT_OFF}
2026-11-22T17:01:04.822000+00:00 mx1 postfix/cleanup[2104]: 4fXw9c2Ky1z1q: message-id=${OTHER}
2026-11-22T17:01:05.103000+00:00 mx1 postfix/qmgr[811]: 4fXw9c2Ky1z1q: from=<challenges@htsm.example>, size=9120, nrcpt=1 (queue active)`;
const EARLIER = '2026-11-22T16:00:00.000000+00:00 mx1 postfix/anvil[2]: statistics: max connection rate 1/60s';

describe('the log of a Postfix', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'htsm-postfix-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function ask(
    log: string,
    rotated?: string,
    handoverAt = new Date('2026-11-22T17:00:05.050Z'),
  ): Promise<unknown> {
    const file = join(await mkdtemp(join(folder, 'log-')), 'mail.log');
    await writeFile(file, `${log}\n`);
    if (rotated !== undefined) await writeFile(`${file}.1`, `${rotated}\n`);
    return (await new PostfixLogRecord(file).ask([{ messageId: MAIL, handoverAt }])).get(MAIL) ?? null;
  }

  it.each([
    ['took a mail although the client was gone', ACCEPTED, undefined, 'accepted'],
    ['read the head of a mail whose end never came', `${EARLIER}\n${CUT_OFF}`, undefined, 'unknown'],
    ['refused a mail at its end', `${EARLIER}\n${REJECTED}`, undefined, 'unknown'],
    ['used the queue id again', `${EARLIER}\n${REUSED}`, undefined, 'unknown'],
    [
      'has lines of its child instances',
      `${EARLIER}\n${ACCEPTED.replaceAll('postfix/', 'postfix-out/')}`,
      undefined,
      'accepted',
    ],
    ['has named services', ACCEPTED.replaceAll('postfix/smtpd', 'postfix/submission/smtpd'), undefined, 'accepted'],
    [
      'was rotated in between',
      ACCEPTED.split('\n').slice(3).join('\n'),
      ACCEPTED.split('\n').slice(0, 3).join('\n'),
      'accepted',
    ],
    ['begins after the handover', CUT_OFF.split('\n').slice(2).join('\n'), undefined, null],
    ['ends before the handover', EARLIER, undefined, null],
    ['is empty', '', undefined, null],
  ])('that %s', async (_what, log, rotated, answer) => {
    expect(await ask(log, rotated)).toBe(answer);
  });

  it('cannot be asked when it is not there', async () => {
    expect(
      await new PostfixLogRecord(join(folder, 'none.log')).ask([{ messageId: MAIL, handoverAt: new Date() }]),
    ).toEqual(new Map());
  });

  it('may be of the old form, in the time of this machine and without a year', async () => {
    const old = (line: string): string => line.replace(/^(\S+)/, (stamp) => syslogStamp(new Date(stamp)));
    const lines = (log: string): string => log.split('\n').map(old).join('\n');
    expect(await ask(lines(ACCEPTED))).toBe('accepted');
    expect(await ask(lines(`${EARLIER}\n${CUT_OFF}`))).toBe('unknown');
    expect(await ask(lines(CUT_OFF), undefined, new Date('2026-11-22T15:00:00Z'))).toBeNull();
  });
});

function syslogStamp(instant: Date): string {
  const [, month = '', day = ''] = instant.toDateString().split(' ');
  return `${month} ${String(Number(day)).padStart(2)} ${instant.toTimeString().slice(0, 8)}`;
}
