import { createHash, webcrypto } from 'node:crypto';
import { RECEIPT_FILE_FORMAT, receiptManifest, writeReceiptFile } from '@htsm/domain';
import { checkFile, manifestOf, textOf } from './receipt-check';

const bytesOf = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text)).buffer;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const fileOf = (name: string, text: string): Pick<File, 'name' | 'arrayBuffer'> => ({
  name,
  arrayBuffer: () => Promise.resolve(bytesOf(text)),
});
const manifest = receiptManifest(
  {
    number: 'HTSM-2026-7K3M-9QXA',
    proposalId: 'p',
    proposalVersion: 3,
    challengeId: 'c',
    challengeSlug: 'wissels',
    organisationId: 'o',
    organisationName: 'Hunzebot',
    submittedAt: new Date('2026-11-22T12:00:00Z'),
    content: { title: 'Één titel', summary: '', approach: '', planning: '', priceEur: 12, fits: [] },
    files: [{ fileName: 'meting.pdf', sizeBytes: 5, sha256: hash('meten') }],
  },
  hash,
);
const text = writeReceiptFile({
  format: RECEIPT_FILE_FORMAT,
  keyId: 'a'.repeat(32),
  manifest,
  signature: 'b'.repeat(128),
});

describe('checking a receipt in the browser', () => {
  beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true }));

  it('reads a receipt as it was downloaded, and nothing that differs by a space or a mark before it', () => {
    expect(manifestOf(textOf(bytesOf(text)) ?? '')).toEqual(manifest);
    expect(manifestOf(text.replace('\n', '\r\n'))).toBeNull();
    expect(manifestOf(textOf(bytesOf(`\u{feff}${text}`)) ?? '')).toBeNull();
    expect(textOf(new Uint8Array([0xff, 0xfe, 0x41]).buffer)).toBeNull();
  });

  it('knows a submitted file by its content, whatever it is called now', async () => {
    expect(await checkFile(manifest, fileOf('anders.pdf', 'meten'))).toEqual({
      name: 'anders.pdf',
      submittedAs: 'meting.pdf',
    });
    expect(await checkFile(manifest, fileOf('meting.pdf', 'Meten'))).toEqual({
      name: 'meting.pdf',
      submittedAs: undefined,
    });
  });
});
