import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileForm, pdfContent, type TestWorld } from '@htsm/api/core/testing';
import type { SubmissionDto } from '../dto/my-proposal.dto';
import type { ReceiptKeysDto } from '../dto/receipt.dto';
import { TestProposer, createProposalsWorld, makeDraft } from '../testing/proposals-world';
import { verifyReceipt } from './verify-receipt';

const COMMAND = resolve('tools/verify-receipt.mjs');
const ATTACHMENT = pdfContent('meting');
const INVALID = { isValid: false, number: null, submittedAt: null };

/** A downloaded receipt and what it should say. */
interface Kept {
  readonly text: string;
  readonly path: string;
  readonly sme: TestProposer;
  readonly receipt: SubmissionDto['receipt'];
}

interface Command {
  verifyReceipt(bytes: Buffer, keys: ReceiptKeysDto['keys']): unknown;
}

describe('a receipt', () => {
  let world: TestWorld;
  let folder: string;
  let kept: Kept;
  let keys: ReceiptKeysDto;
  beforeAll(async () => {
    world = await createProposalsWorld();
    folder = await mkdtemp(join(tmpdir(), 'htsm-receipt-'));
    kept = await submitWithFile();
    keys = (await world.request('GET', '/api/receipts/public-keys')).body as ReceiptKeysDto; // the contract of the route
    await writeFile(join(folder, 'receipt.json'), kept.text);
    await writeFile(join(folder, 'receipt-keys.json'), JSON.stringify(keys));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function submitWithFile(): Promise<Kept> {
    const { sme, draft } = await makeDraft(world);
    const form = fileForm('Meting “één”.pdf', ATTACHMENT);
    await world.request('POST', `/api/my/proposals/${draft.id}/attachments`, {
      cookie: sme.cookie,
      body: form.body,
      headers: form.headers,
    });
    const { receipt } = (await sme.submit(await sme.read(draft.id))).body as SubmissionDto; // the contract of the route
    const path = `/api/my/proposals/${draft.id}/receipts/${receipt.id}`;
    return { text: (await sme.send('GET', `${path}/download`)).text, path, sme, receipt };
  }

  const verify = async (receipt: string): Promise<unknown> =>
    (await world.request('POST', '/api/receipts/verification', { body: { receipt } })).body;

  const run = (...given: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((done) => {
      execFile(process.execPath, [COMMAND, ...given], { cwd: folder }, (fault, out, err) =>
        done({ code: fault === null ? 0 : Number(fault.code), out, err }),
      );
    });

  it('is read, downloaded as a file, and verified by anyone', async () => {
    const { receipt, sme, path } = kept;
    expect((await sme.send('GET', path)).body).toEqual(receipt);
    const download = await sme.send('GET', `${path}/download`);
    expect(download.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${receipt.number}.json"; filename*=UTF-8''${receipt.number}.json`,
    });
    expect(await verify(download.text)).toEqual({
      isValid: true,
      number: receipt.number,
      submittedAt: receipt.submittedAt,
    });
  });

  it('fails when one byte was changed, left out or added anywhere, for the server and for the command', async () => {
    const command = (await import(pathToFileURL(COMMAND).href)) as Command; // a module without types
    const bytes = Buffer.from(kept.text);
    const passed: string[] = [];
    const tryBytes = (changed: Buffer, what: string): void => {
      if (verifyReceipt(changed.toString('utf8'), keys.keys) !== null) passed.push(what);
      if (command.verifyReceipt(changed, keys.keys) !== null) passed.push(`command: ${what}`);
    };
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7));
      tryBytes(changed, `bit at ${at}`);
      tryBytes(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), `without ${at}`);
      tryBytes(Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]), `space at ${at}`);
    }
    expect(bytes.length).toBeGreaterThan(1000);
    expect(passed).toEqual([]);
    expect(verifyReceipt(kept.text, keys.keys)?.number).toBe(kept.receipt.number);
    expect(command.verifyReceipt(bytes, keys.keys)).toEqual(JSON.parse(kept.receipt.manifest));
  });

  it('fails when one field was changed, whatever the file still looks like', () => {
    const passed: string[] = [];
    const fields: string[] = [];
    walk(JSON.parse(kept.text), (path, change) => {
      fields.push(path);
      const file: unknown = JSON.parse(kept.text);
      change(file);
      if (verifyReceipt(`${JSON.stringify(file, null, 2)}\n`, keys.keys) !== null) passed.push(path);
    });
    expect(fields).toEqual(
      expect.arrayContaining(['/keyId', '/signature', '/manifest/priceEur', '/manifest/fits/0/sha256']),
    );
    expect(fields).toContain('/manifest/files/0/fileName');
    expect(passed).toEqual([]);
  });

  it.each([
    ['an empty list', '[]'],
    ['an empty object', '{}'],
    ['a text', 'not json'],
    ['something very deep', `${'['.repeat(40_000)}${']'.repeat(40_000)}`],
  ])('is not %s', async (_name, text) => {
    expect(await verify(text)).toEqual(INVALID);
  });

  it('is not what somebody else signed with a key of their own', () => {
    const { keyId } = JSON.parse(kept.text) as { keyId: string }; // a receipt file
    expect(verifyReceipt(kept.text, [{ id: keyId, pem: strangersPem() }])).toBeNull();
  });

  it('stays verifiable after the secret of the application changed', async () => {
    await world.database.asOwner(`INSERT INTO receipt_key (id, pem) VALUES ('earlier', $1)`, [strangersPem()]);
    const listed = (await world.request('GET', '/api/receipts/public-keys')).body as ReceiptKeysDto; // the contract of the route
    expect(listed.keys.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [keys.keys[0]?.id, true],
      ['earlier', false],
    ]);
  });

  it('is checked by the command without a network, with its files', async () => {
    await writeFile(join(folder, 'meting.pdf'), ATTACHMENT);
    await writeFile(join(folder, 'titel.txt'), 'Wissels beluisteren');
    await writeFile(join(folder, 'ander.pdf'), pdfContent('ander'));
    await writeFile(join(folder, 'key.pem'), keys.keys[0]?.pem ?? '');
    const good = await run('receipt.json', 'meting.pdf', 'titel.txt');
    expect([good.code, good.err, good.out]).toEqual([
      0,
      '',
      expect.stringMatching(
        /^GENUINE receipt HTSM-[\s\S]*MATCHES {4}meting.pdf: attachment "Meting “één”.pdf"\nMATCHES/,
      ),
    ]);
    expect((await run('receipt.json', '--key', 'key.pem')).code).toBe(0);
    const other = await run('receipt.json', 'ander.pdf');
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('NOT IN IT  ander.pdf')]);
    await writeFile(join(folder, 'changed.json'), kept.text.replace('"priceEur": 42000', '"priceEur": 42001'));
    const changed = await run('changed.json');
    expect([changed.code, changed.out]).toEqual([1, expect.stringMatching(/^NOT GENUINE/)]);
  });

  it('is refused by the command with one sentence when the question makes no sense', async () => {
    expect((await run('--help')).out).toMatch(/^Usage: node verify-receipt.mjs/);
    for (const given of [[], ['--fast'], ['missing.json'], ['receipt.json', '--key', 'receipt.json']]) {
      const { code, out, err } = await run(...given);
      expect([code, out, err]).toEqual([2, '', expect.stringMatching(/^[^\n]+\.\n$/)]);
    }
  });

  it('tells nothing about how many others submitted', async () => {
    const numbers: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { sme, draft } = await makeDraft(world);
      numbers.push(((await sme.submit(draft)).body as SubmissionDto).receipt.number);
    }
    expect(numbers.every((number) => /^HTSM-20\d\d-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(number))).toBe(
      true,
    );
    expect(new Set(numbers).size).toBe(3);
  });

  it('is the own organisation’s alone', async () => {
    const { sme, path } = kept;
    expect((await (await sme.colleague()).send('GET', path)).status).toBe(200);
    const stranger = await TestProposer.make(world);
    expect((await stranger.send('GET', path)).status).toBe(404);
    expect((await stranger.send('GET', `${path}/download`)).status).toBe(404);
  });
});

/** A well-formed key that signed none of our receipts. */
function strangersPem(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** Visits every value of a JSON document with its path and a function that changes it in a copy. */
function walk(
  value: unknown,
  visit: (path: string, change: (copy: unknown) => void) => void,
  keys: string[] = [],
): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, visit, [...keys, key]);
    return;
  }
  visit(`/${keys.join('/')}`, (copy) => {
    let holder = copy as Record<string, unknown>; // an object or a list: the same document as `value` came from
    for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>; // as above
    holder[keys.at(-1) ?? ''] = typeof value === 'string' ? `${value}0`.replace(/^./, '1') : 7;
  });
}
