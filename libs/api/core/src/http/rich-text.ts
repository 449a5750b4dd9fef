import sanitizeHtml from 'sanitize-html';

/** What a reader's browser may get; everything else is dropped, its text kept. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'ul', 'ol', 'li', 'a'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
};

/**
 * Turns the light markup of our text fields into safe HTML: paragraphs, `**bold**`, lists with `-` or `1.`,
 * `[words](https://…)`. Authors' own HTML stays visible as text.
 */
export function richTextToHtml(source: string): string {
  const blocks = source.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  return sanitizeHtml(blocks.map(blockToHtml).join(''), ALLOWED);
}

/** Cuts a block into runs of list lines and of plain lines. */
function blockToHtml(block: string): string {
  const runs: { kind: 'ul' | 'ol' | 'p'; lines: string[] }[] = [];
  for (const line of block.split('\n').filter((text) => text.trim() !== '')) {
    const { kind, text } = readLine(line);
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(text);
    else runs.push({ kind, lines: [text] });
  }
  return runs.map(({ kind, lines }) => runToHtml(kind, lines.map(inline))).join('');
}

function readLine(line: string): { kind: 'ul' | 'ol' | 'p'; text: string } {
  const item = /^\s*(?:([-*•])|\d{1,3}[.)])\s+(.*)$/.exec(line);
  if (item === null) return { kind: 'p', text: line.trim() };
  return { kind: item[1] === undefined ? 'ol' : 'ul', text: item[2] ?? '' };
}

function runToHtml(kind: 'ul' | 'ol' | 'p', lines: readonly string[]): string {
  if (kind === 'p') return `<p>${lines.join('<br>')}</p>`;
  return `<${kind}>${lines.map((line) => `<li>${line}</li>`).join('')}</${kind}>`;
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*([^*]{1,2000})\*\*/g, '<strong>$1</strong>')
    .replace(
      /\[([^\][]{1,300})\]\(((?:https?:\/\/|mailto:)[^\s()<>]{1,500})\)/g,
      '<a href="$2" rel="noopener nofollow">$1</a>',
    );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
