import { crc32 } from 'node:zlib';

/** A multipart request body with one file, and the header that goes with it. */
export function fileForm(fileName: string, content: Buffer): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'grens-van-het-formulier';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** The smallest thing that is a PDF by its content, with `extra` to make it another one. */
export function pdfContent(extra = ''): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${extra}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

/** One member of a made-up zip. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string;
  readonly isEncrypted?: boolean;
  /** Size the archive claims to unpack to; the true one when left out. */
  readonly claims?: number;
}

/** A zip file with its members stored, not packed. */
export function zipContent(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? '');
    const fields = zipFields(entry, content, name);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, name);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** A Word document as far as its content is looked at; `extra` members may be added. */
export function docxContent(extra: readonly ZipEntry[] = []): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
  return zipContent([{ name: '[Content_Types].xml', content: types }, { name: 'word/document.xml' }, ...extra]);
}

/** The fields that a member's own head and its line in the directory share. */
function zipFields(entry: ZipEntry, content: Buffer, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.isEncrypted === true ? 1 : 0, 2);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(entry.claims ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
