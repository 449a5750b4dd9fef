/** What neither XML, a calendar nor a header can hold: control characters, half characters, and the two that are none. */
// eslint-disable-next-line no-control-regex -- these are the characters that are taken out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Gives the text without characters that break what is read by programs; lines end in `\n`. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSPEAKABLE, '');
}

/** Gives the text on one line. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
