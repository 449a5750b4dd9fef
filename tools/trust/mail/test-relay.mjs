import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** What the relay does with a message that is complete. */
/** @typedef {'accept' | 'hang' | 'lose answer' | 'cut off' | 'busy'} Mood */

/** A mail relay that takes its time, remembers what it took, can be asked, and can be made to fail. It is never killed. */
export class TestRelay {
  /** @type {{ to: string, messageId: string }[]} */
  accepted = [];
  /** @type {Mood} */
  mood = 'accept';
  #smtp;
  #lookup;

  constructor() {
    this.#smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      closeTimeout: 1,
      onConnect: (_session, callback) => callback(this.mood === 'busy' ? refusal(421) : undefined),
      onData: (stream, session, callback) => {
        const chunks = /** @type {Buffer[]} */ ([]);
        stream.on('data', (chunk) => chunks.push(chunk));
        stream.on(
          'end',
          () => void this.#end(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address ?? '', callback),
        );
      },
    });
    this.#smtp.on('error', () => {}); // a killed client is no fault of the relay
    this.#lookup = createServer((request, response) => {
      const id = decodeURIComponent((request.url ?? '').slice(1));
      response.end(JSON.stringify(this.accepted.filter((mail) => mail.messageId === id)));
    });
  }

  static async open() {
    const relay = new TestRelay();
    relay.#smtp.listen(0, '127.0.0.1');
    relay.#lookup.listen(0, '127.0.0.1');
    await Promise.all([once(relay.#smtp.server, 'listening'), once(relay.#lookup, 'listening')]);
    return relay;
  }

  get smtpUrl() {
    return `smtp://127.0.0.1:${this.#smtp.server.address().port}`;
  }

  get lookupUrl() {
    return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (this.#lookup.address()).port}/{messageId}`;
  }

  /**
   * How many of `expected` readers got nothing, and how many got a mail twice.
   * @param {number} expected
   */
  mishaps(expected) {
    const counts = new Map();
    for (const { to } of this.accepted) counts.set(to, (counts.get(to) ?? 0) + 1);
    return { lost: expected - counts.size, doubled: [...counts.values()].filter((count) => count > 1).length };
  }

  forget() {
    this.accepted = [];
  }

  cutConnections() {
    for (const connection of this.#smtp.connections) connection._socket.destroy();
  }

  async close() {
    this.#lookup.closeAllConnections();
    this.cutConnections();
    await Promise.all([new Promise((done) => this.#smtp.close(done)), new Promise((done) => this.#lookup.close(done))]);
  }

  /**
   * @param {Buffer} raw
   * @param {string} to
   * @param {(fault?: Error) => void} callback
   */
  async #end(raw, to, callback) {
    const mood = this.mood;
    await pause(Math.random() * 20);
    if (mood === 'cut off') return this.cutConnections();
    const messageId = /^message-id: <([^>]*)>/im.exec(raw.toString('latin1'))?.[1] ?? '';
    this.accepted.push({ to, messageId });
    await pause(Math.random() * 20);
    if (mood === 'lose answer') return this.cutConnections();
    if (mood !== 'hang') callback();
  }
}

/** @param {number} responseCode */
function refusal(responseCode) {
  return Object.assign(new Error('Too busy'), { responseCode });
}
