/** Headers of a part of a mail, by lower-case name; of a repeated header the first counts. */
export type MailHeaders = ReadonlyMap<string, string>;

/** One part of a mail: its headers and its text as it came. */
export interface MailPart {
  readonly headers: MailHeaders;
  readonly body: string;
}

/** How many parts a report may have; whoever sends more is no mail server. */
const PARTS_LIMIT = 20;

/** Splits headers from body and unfolds them; header fields that follow each other without a body work too. */
export function readPart(text: string): MailPart {
  const normal = text.replace(/\r\n/g, '\n').replace(/^\n+/, '');
  const end = normal.indexOf('\n\n');
  const head = end === -1 ? normal : normal.slice(0, end);
  return { headers: readHeaders(head), body: end === -1 ? '' : normal.slice(end + 2) };
}

/** Gives the parts of a multipart mail; none when it is not one, or names no boundary. */
export function partsOf(mail: MailPart): MailPart[] {
  const boundary = parameter(mail.headers.get('content-type') ?? '', 'boundary');
  if (boundary === null) return [];
  const marker = `--${boundary}`;
  const pieces = `\n${mail.body}`.split(`\n${marker}`).slice(1, PARTS_LIMIT + 1);
  return pieces.filter((piece) => !piece.startsWith('--')).map((piece) => readPart(piece.replace(/^[ \t]*\n/, '')));
}

/** Gives the groups of fields of a delivery status: first about the message, then one per recipient. */
export function fieldGroups(body: string): MailHeaders[] {
  return body
    .split(/\n[ \t]*\n/)
    .map(readHeaders)
    .filter((group) => group.size > 0);
}

/** Gives the type of a part, such as `message/delivery-status`, lower-case. */
export function typeOf(part: MailPart): string {
  return (part.headers.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Gives a parameter of a header, without its quotes; null when it is not there. */
export function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]+)"|([^\\s;]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

function readHeaders(head: string): MailHeaders {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== '' && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}
