import { plainText } from '@htsm/api/core';

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
