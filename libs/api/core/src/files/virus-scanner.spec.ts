import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { docxContent, fileForm, pdfContent, zipContent } from '../testing/files.factory';
import { loadConfig, type ScannerConfig } from '../config/config';
import { FileRefused } from './file.errors';
import { receiveUpload } from './receive-upload';

/** The harmless text that every scanner takes for a virus; cut in two, so that no scanner takes this file for one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A clamd as far as INSTREAM goes: it knows one virus, and can misbehave. */
class FakeClamd {
  /** How it answers; `well` looks for the test virus. */
  mood: 'well' | 'silent' | 'limit' | 'hangs up' | 'babbles' = 'well';
  received: Buffer = Buffer.alloc(0);
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => this.serve(socket));
  }

  listen(where: string | number): Promise<void> {
    return new Promise((done) =>
      typeof where === 'number' ? this.server.listen(where, '127.0.0.1', done) : this.server.listen(where, done),
    );
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket.on('error', () => undefined));
    let bytes = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      bytes = Buffer.concat([bytes, part]);
      if (this.mood === 'hangs up') return void socket.destroy();
      if (this.mood === 'limit') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = readStream(bytes);
      if (content === null || this.mood === 'silent') return;
      this.received = content;
      socket.end(this.mood === 'babbles' ? 'stream: OK maybe\0' : `stream: ${this.verdict(content)}\0`);
    });
  }

  private verdict(content: Buffer): string {
    return content.includes(EICAR) ? 'Win.Test.EICAR_HDB-1 FOUND' : 'OK';
  }
}

/** Gives the file of a finished INSTREAM, or null while it is under way. */
function readStream(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  let at = 'zINSTREAM\0'.length;
  if (bytes.toString('latin1', 0, at) !== 'zINSTREAM\0') return null;
  while (bytes.length >= at + 4) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

describe('a virus scanner', () => {
  let clamd: FakeClamd;
  let server: FastifyInstance;
  let dataDir: string;
  let scanner: ScannerConfig;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'htsm-scan-'));
    clamd = new FakeClamd();
    await clamd.listen(0);
    server = fastify();
    await server.register(fastifyMultipart);
    server.post('/', (request) =>
      receiveUpload(request, { fileStore: { kind: 'folder', folder: dataDir }, dataDir, scanner }, { alreadyBytes: 0 }),
    );
    server.setErrorHandler((fault, _, reply) =>
      reply
        .status(fault instanceof FileRefused ? fault.status : 500)
        .send({ fault: fault instanceof FileRefused ? fault.fault : String(fault) }),
    );
  });
  beforeEach(() => {
    clamd.mood = 'well';
    scanner = { host: '127.0.0.1', port: clamd.port };
  });
  afterAll(async () => {
    await server.close();
    await clamd.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function upload(name: string, content: Buffer): Promise<[number, unknown, number]> {
    const form = fileForm(name, content);
    const answer = await server.inject({ method: 'POST', url: '/', payload: form.body, headers: form.headers });
    const left = await readdir(join(dataDir, 'incoming'));
    for (const file of left) await rm(join(dataDir, 'incoming', file));
    return [answer.statusCode, answer.json<{ fault?: string }>().fault, left.length];
  }

  it('gets every byte, also of a file of several pieces, and lets a clean one through', async () => {
    const content = Buffer.concat([pdfContent(), Buffer.alloc(300_000, 'a')]);
    expect(await upload('schoon.pdf', content)).toEqual([200, undefined, 1]);
    expect(clamd.received.equals(content)).toBe(true);
  });

  it.each([
    ['plain', 'a.pdf', Buffer.concat([pdfContent(), Buffer.from(EICAR)])],
    ['in a zip', 'a.zip', zipContent([{ name: 'a.pdf', content: EICAR }])],
    ['in a document', 'a.docx', docxContent([{ name: 'word/media/a.png', content: EICAR }])],
  ])('that finds the test virus %s keeps nothing', async (_how, name, content) => {
    expect(await upload(name, content)).toEqual([422, 'infected', 0]);
  });

  it.each(['limit', 'hangs up', 'babbles'] as const)('that %s lets nothing through', async (mood) => {
    clamd.mood = mood;
    expect(await upload('a.pdf', Buffer.concat([pdfContent(), Buffer.alloc(900_000)]))).toEqual([
      503,
      'not_scanned',
      0,
    ]);
  });

  it('that is not there lets nothing through', async () => {
    scanner = { host: '127.0.0.1', port: 1 };
    expect(await upload('a.pdf', pdfContent())).toEqual([503, 'not_scanned', 0]);
    scanner = { socket: join(dataDir, 'nobody.ctl') };
    expect(await upload('a.pdf', pdfContent())).toEqual([503, 'not_scanned', 0]);
  });

  it('may listen on a Unix socket', async () => {
    const local = new FakeClamd();
    await local.listen(join(dataDir, 'clamd.ctl'));
    scanner = { socket: join(dataDir, 'clamd.ctl') };
    expect(await upload('a.pdf', pdfContent())).toEqual([200, undefined, 1]);
    await local.close();
  });

  it('is found by its address, and a wrong address is refused at start', () => {
    const given = (url: string) =>
      loadConfig({ DATABASE_URL: 'postgres://x@y/z', APP_SECRET: 'x'.repeat(32), CLAMAV_URL: url }).scanner;
    expect(given('tcp://clamd:3311')).toEqual({ host: 'clamd', port: 3311 });
    expect(given('tcp://clamd')).toEqual({ host: 'clamd', port: 3310 });
    expect(given('unix:/run/clamav/clamd.ctl')).toEqual({ socket: '/run/clamav/clamd.ctl' });
    expect(given('')).toBeUndefined();
    expect(() => given('clamd:3310')).toThrow('CLAMAV_URL must look like');
  });
});
