import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { docxContent, fileForm, pdfContent, zipContent } from '../testing/files.factory';
import { FileRefused } from './file.errors';
import { FILE_LIMIT_BYTES } from './file-kinds';
import { receiveUpload, type ReceivedUpload, type UploadConfig } from './receive-upload';

let server: FastifyInstance;
let dataDir: string;
let folder: string;
let alreadyBytes = 0;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'htsm-upload-'));
  folder = join(dataDir, 'incoming');
  await mkdir(folder);
  server = fastify();
  await server.register(fastifyMultipart, { limits: { fileSize: FILE_LIMIT_BYTES, files: 1 } });
  server.post('/', async (request) => receiveUpload(request, config(), { alreadyBytes }));
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
  await rm(dataDir, { recursive: true, force: true });
});

const config = (): UploadConfig => ({ fileStore: { kind: 'folder', folder: dataDir }, dataDir, scanner: undefined });

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

/** A zip with one deflated member that claims to unpack to `claims` bytes. */
function deflatedZip(name: string, content: Buffer, claims: number): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const bytes = zipContent([{ name, content: 'X'.repeat(packed.length), claims }]);
  packed.copy(bytes, bytes.indexOf('X'.repeat(Math.min(packed.length, 20))));
  for (const at of [8, bytes.indexOf(Buffer.from('PK\x01\x02')) + 10]) bytes.writeUInt16LE(8, at);
  return bytes;
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
    ['doos.zip', zipContent([{ name: 'in.zip', content: 'PK' }]), 'archive_inside'],
    [
      'doos.zip',
      zipContent([{ name: 'lees mij.pdf', content: zipContent([{ name: 'a' }]).toString('latin1') }]),
      'archive_inside',
    ],
    ['doos.zip', zipContent([{ name: 'lees mij.pdf', content: `MZ${'x'.repeat(200)}` }]), 'executable_inside'],
    ['veel.zip', zipContent(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.pdf` }))), 'too_many_members'],
    ['leugen.zip', zipContent([{ name: 'a.pdf', content: 'x'.repeat(90), claims: 10 }]), 'damaged'],
    ['macro.xlsx', docxContent([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]), 'macros'],
    ['knop.docx', docxContent([{ name: 'word/activeX/activeX1.bin', content: 'x' }]), 'macros'],
    ['pagina.pdf', Buffer.from('%PDF-1.4\n%<html><script>alert(1)</script>\n%%EOF'), 'two_kinds'],
    ['plaatje.gif', Buffer.from('GIF89a/*............*/=1;alert(1)//;'), 'two_kinds'],
    ['foto.jpg', Buffer.concat([Buffer.from('ffd8ffe02f2a4a464946', 'hex'), Buffer.from('*/=alert(1)')]), 'two_kinds'],
    [
      'foto.png',
      Buffer.from(
        '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489' +
          Buffer.from('<script src=x>').toString('hex'),
        'hex',
      ),
      'two_kinds',
    ],
    ['pagina.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'plain_text'],
    ['film.mp4', Buffer.from('000000206674797069736f6d0000020069736f6d', 'hex'), 'kind_refused'],
    ['ruis.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'kind_refused'],
  ])('refuses %s and leaves no file behind', async (name, content, fault) => {
    expect(await refusal(name, content)).toEqual([fault, []]);
  });

  it('refuses what unpacks to more than it claims, after no more than it claims', async () => {
    const startedAt = process.cpuUsage();
    const bomb = deflatedZip('a.pdf', Buffer.alloc(200 * 1024 * 1024), 1000);
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.cpuUsage(startedAt).user;
    expect(await refusal('bom.zip', bomb)).toEqual(['damaged', []]);
    expect(process.cpuUsage(startedAt).user - before).toBeLessThan(1_000_000);
  });

  it('keeps a packed zip that is what it claims', async () => {
    const content = Buffer.from('een tekening '.repeat(500));
    expect((await upload('a.zip', deflatedZip('a.txt', content, content.length))).fileName).toBe('a.zip');
  });

  it('refuses members that share their bytes', async () => {
    const zip = zipContent([
      { name: 'a.pdf', content: 'x'.repeat(100) },
      { name: 'a.pdf', content: 'x'.repeat(100) },
    ]);
    // a directory that names the second member twice and the first not at all needs less file than it claims
    const shared = Buffer.concat([
      zip.subarray(0, zip.indexOf(Buffer.from('PK\x03\x04'), 4)),
      zip.subarray(zip.indexOf(Buffer.from('PK\x01\x02'))),
    ]);
    expect(await refusal('samen.zip', shared)).toEqual(['damaged', []]);
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
    ['rap\u0000port.pdf', 'rapport.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ['...', 'bestand.pdf'],
    ['Coördinatie  één.PDF', 'Coördinatie één.pdf'],
    [`${'lang'.repeat(60)}.pdf`, `${'lang'.repeat(29)}.pdf`],
  ])('cleans the name %s', async (given, kept) => {
    expect((await upload(given, pdfContent())).fileName).toBe(kept);
  });
});
