import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { docxContent, fileForm, pdfContent, zipContent } from '../testing/files.factory';
import { FileRefused } from './file.errors';
import { FILE_LIMIT_BYTES } from './file-kinds';
import { receiveUpload, type ReceivedUpload } from './receive-upload';

let server: FastifyInstance;
let folder: string;
let alreadyBytes = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'htsm-upload-'));
  server = fastify();
  await server.register(fastifyMultipart, { limits: { fileSize: FILE_LIMIT_BYTES, files: 1 } });
  server.post('/', async (request) => receiveUpload(request, folder, { alreadyBytes }));
  server.setErrorHandler((fault, _, reply) =>
    reply.status(422).send({ fault: fault instanceof FileRefused ? fault.fault : String(fault) }),
  );
});
afterEach(async () => {
  alreadyBytes = 0;
  for (const name of await readdir(folder)) await rm(join(folder, name));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function upload(fileName: string, content: Buffer): Promise<ReceivedUpload & { fault?: string }> {
  const form = fileForm(fileName, content);
  return (await server.inject({ method: 'POST', url: '/', payload: form.body, headers: form.headers })).json();
}

async function refusal(fileName: string, content: Buffer): Promise<[string | undefined, string[]]> {
  return [(await upload(fileName, content)).fault, await readdir(folder)];
}

function binaryStl(triangles: number): Buffer {
  const content = Buffer.alloc(84 + 50 * triangles);
  content.writeUInt32LE(triangles, 80);
  return content;
}

describe('receiving an upload', () => {
  it('keeps a file with its hash, size and kind, and nothing else', async () => {
    const content = pdfContent();
    const received = await upload('Plan van aanpak.pdf', content);
    expect(received).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      fileName: 'Plan van aanpak.pdf',
      sizeBytes: content.length,
      mediaType: 'application/pdf',
      temporaryFile: received.temporaryFile,
    });
    expect(await readFile(received.temporaryFile)).toEqual(content);
  });

  it.each([
    ['x.docx', docxContent(), 'x.docx'],
    ['x.zip', zipContent([{ name: 'a.pdf', content: 'x' }]), 'x.zip'],
    ['houder.STP', Buffer.from('ISO-10303-21;\nHEADER;\nENDSEC;\n'), 'houder.stp'],
    ['houder.dxf', Buffer.from('  0\r\nSECTION\r\n  2\r\nHEADER\r\n'), 'houder.dxf'],
    ['houder.dwg', Buffer.concat([Buffer.from('AC1032'), Buffer.alloc(200)]), 'houder.dwg'],
    ['houder.igs', Buffer.from(`${'Een houder'.padEnd(72)}S      1\n`), 'houder.igs'],
    ['houder.stl', Buffer.from('solid houder\n facet normal 0 0 1\n  outer loop\n'), 'houder.stl'],
    ['binair.stl', binaryStl(3), 'binair.stl'],
    ['foto.png', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), 'foto.png'],
  ])('keeps %s', async (name, content, kept) => {
    expect((await upload(name, content)).fileName).toBe(kept);
  });

  it.each([
    ['leeg.pdf', Buffer.alloc(0), 'empty'],
    ['factuur.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'executable'],
    ['script.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'executable'],
    ['lijst.csv', Buffer.from('naam;prijs\nx;1\n'), 'plain_text'],
    [
      'logo.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'drawing_with_script',
    ],
    ['oud.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'locked_or_old_office'],
    ['macro.docx', docxContent([{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    ['tekeningen.zip', zipContent([{ name: 'a.pdf' }, { name: 'map/lees mij.pdf.exe' }]), 'executable_inside'],
    ['dicht.zip', zipContent([{ name: 'a.pdf', isEncrypted: true }]), 'locked_archive'],
    ['uit.zip', zipContent([{ name: '../../etc/passwd' }]), 'damaged'],
    ['bom.zip', zipContent([{ name: 'a.pdf', claims: 0xfffffff0 }]), 'unpacks_too_large'],
    ['half.zip', zipContent([{ name: 'a.pdf', content: 'x' }]).subarray(0, -4), 'damaged'],
    ['twee.pdf', Buffer.concat([pdfContent(), zipContent([{ name: 'a.class', content: 'x' }])]), 'two_kinds'],
    ['film.mp4', Buffer.from('000000206674797069736f6d0000020069736f6d', 'hex'), 'kind_refused'],
    ['ruis.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'kind_refused'],
  ])('refuses %s and leaves no file behind', async (name, content, fault) => {
    expect(await refusal(name, content)).toEqual([fault, []]);
  });

  it('refuses a file over 25 MB and one that fills more than 100 MB together', async () => {
    expect(await refusal('groot.pdf', Buffer.concat([pdfContent(), Buffer.alloc(26 * 1024 * 1024)]))).toEqual([
      'too_large',
      [],
    ]);
    alreadyBytes = 100 * 1024 * 1024 - 10;
    expect(await refusal('laatste.pdf', pdfContent())).toEqual(['too_large_together', []]);
  });

  it('keeps a file of exactly 25 MB', async () => {
    const content = Buffer.alloc(FILE_LIMIT_BYTES, ' ');
    pdfContent().copy(content);
    expect((await upload('net.pdf', content)).sizeBytes).toBe(FILE_LIMIT_BYTES);
  });

  it('says so when there is no file', async () => {
    const response = await server.inject({ method: 'POST', url: '/', payload: {} });
    expect(response.json()).toEqual({ fault: 'missing' });
  });

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\\\map\\\\rapport.pdf', 'rapport.pdf'],
    ['rapport.pdf.exe', 'rapport.pdf.exe.pdf'],
    ['reken\u202Efdp.exe', 'rekenfdp.exe.pdf'],
    ['CON', '_CON.pdf'],
    ['...', 'bestand.pdf'],
    ['Coördinatie  één.PDF', 'Coördinatie één.pdf'],
    [`${'lang'.repeat(60)}.pdf`, `${'lang'.repeat(29)}.pdf`],
  ])('cleans the name %s', async (given, kept) => {
    expect((await upload(given, pdfContent())).fileName).toBe(kept);
  });
});
