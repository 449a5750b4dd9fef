import { Writable } from 'node:stream';
import { pino } from 'pino';
import { RelayAway } from '@htsm/api/notifications';
import { logFault } from './log';

describe('the log of the worker', () => {
  function lineFor(fault: unknown): Record<string, unknown> {
    const lines: string[] = [];
    const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
    logFault(pino({ base: null, timestamp: false }, sink))('send mails', fault, 4_000);
    expect(lines).toHaveLength(1);
    return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  }

  it('tells in one plain line that a neighbour is away', () => {
    expect(lineFor(new RelayAway('The mail relay cannot be used; the mails wait for it.'))).toEqual({
      level: 40,
      loop: 'send mails',
      againInS: 4,
      msg: 'The mail relay cannot be used; the mails wait for it.',
    });
    expect(lineFor(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toEqual({
      level: 40,
      loop: 'send mails',
      againInS: 4,
      msg: 'The database cannot be used; waiting for it.',
    });
  });

  it('keeps the place in the code of any other fault', () => {
    expect(lineFor(new TypeError('no such thing'))['err']).toMatchObject({
      type: 'TypeError',
      stack: expect.any(String) as string,
    });
  });
});
