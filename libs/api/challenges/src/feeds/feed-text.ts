/** What neither XML nor a calendar can hold: control characters, half characters, and the two that are none. */
// eslint-disable-next-line no-control-regex -- these are the characters that are taken out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;

/** Gives the text without characters that break a feed. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(UNSPEAKABLE, '');
}

/** Gives the text on one line. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Gives the text as HTML that shows exactly it. */
export function asHtml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
