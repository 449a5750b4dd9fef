/** A text with a selected part. */
export interface TextRange {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Makes the selected part bold, or plain when it was bold. */
export function toggleBold({ text, start, end }: TextRange): TextRange {
  const before = text.slice(0, start);
  const inside = text.slice(start, end);
  const after = text.slice(end);
  if (before.endsWith('**') && after.startsWith('**'))
    return { text: before.slice(0, -2) + inside + after.slice(2), start: start - 2, end: end - 2 };
  return { text: `${before}**${inside}**${after}`, start: start + 2, end: end + 2 };
}

/** Makes the lines of the selection items of a list, or plain lines when they all were. */
export function toggleList({ text, start, end }: TextRange): TextRange {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const to = stop === -1 ? text.length : stop;
  const lines = text.slice(from, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const changed = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length };
}
