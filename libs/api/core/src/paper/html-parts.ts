import type { PaperPart, PaperRun } from './paper-order';

const TOKEN = /<(\/?)(p|ul|ol|li|br|strong|a)(?:\s[^>]{0,600})?\/?>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Turns what `richTextToHtml` made into parts of a document: paragraphs and lists, with their bold words. */
export function htmlParts(html: string): PaperPart[] {
  const parts: PaperPart[] = [];
  let runs: PaperRun[] = [];
  let items: PaperRun[][] = [];
  let isBold = false;
  for (const [, slash, tag, text] of html.matchAll(TOKEN)) {
    if (text !== undefined) runs.push({ text: plain(text), isBold });
    else if (tag === 'strong') isBold = slash === '';
    else if (tag === 'br') runs.push({ text: '\n' });
    else if (slash !== '/') runs = [];
    else if (tag === 'li') items.push(runs);
    else if (tag === 'p') parts.push({ kind: 'text', runs });
    else if (tag === 'ul' || tag === 'ol') {
      parts.push({ kind: 'list', isNumbered: tag === 'ol', items });
      items = [];
    }
  }
  return parts;
}

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}
