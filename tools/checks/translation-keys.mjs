/**
 * The keys of texts that code asks for: whole ones, and the beginnings of those that are put together.
 * @typedef {{ key: string, isPrefix: boolean, line: number }} UsedKey
 */

const CALL = /(?<![\w$])(?:t|translate|selectTranslate|translateSignal)\(/g;
const PIPE = /(['"])([^'"\s]+)\1\s*\|\s*(?:transloco|t)\b/g;
const LITERAL = /(['"`])((?:\\.|(?!\1).)*)\1/g;

/**
 * Finds `t('a.b')`, `t('a.' + x)`, `` t(`a.${x}`) ``, `t(yes ? 'a.b' : 'a.c')` and `'a.b' | transloco`.
 * @param {string} code a TypeScript file or a template
 * @returns {UsedKey[]}
 */
export function usedKeys(code) {
  // Comments keep their lines, so that a finding points at the right one.
  const text = code.replaceAll(/\/\*\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  );
  const lineAt = (/** @type {number} */ index) => text.slice(0, index).split('\n').length;
  const calls = Array.from(text.matchAll(CALL), (call) => {
    const start = call.index + call[0].length;
    return keysIn(firstArgument(text, start)).map((key) => ({ ...key, line: lineAt(start) }));
  });
  const pipes = Array.from(text.matchAll(PIPE), (pipe) => ({
    key: pipe[2] ?? '',
    isPrefix: false,
    line: lineAt(pipe.index),
  }));
  return [...calls.flat(), ...pipes];
}

/**
 * The text up to the comma or the parenthesis that ends the first argument.
 * @param {string} text
 * @param {number} start
 */
function firstArgument(text, start) {
  let depth = 0;
  let quote = '';
  for (let index = start; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (quote) {
      if (letter === quote && text.charAt(index - 1) !== '\\') quote = '';
    } else if (/['"`]/.test(letter)) quote = letter;
    else if (/[([{]/.test(letter)) depth += 1;
    else if (depth === 0 && /[,)]/.test(letter)) return text.slice(start, index);
    else if (/[)\]}]/.test(letter)) depth -= 1;
  }
  return text.slice(start);
}

/**
 * @param {string} argument
 * @returns {{ key: string, isPrefix: boolean }[]}
 */
function keysIn(argument) {
  return Array.from(argument.matchAll(LITERAL)).flatMap((literal) => {
    const content = literal[2] ?? '';
    const before = argument.slice(0, literal.index).trimEnd();
    const after = argument.slice(literal.index + literal[0].length).trimStart();
    // A key stands at the start or is a branch of a choice; compared values, indexes and endings are none.
    if (before !== '' && !/[?:(]$/.test(before)) return [];
    if (/^[=!]==?/.test(after)) return [];
    const [fixed = ''] = literal[1] === '`' ? content.split('${') : [content];
    const isPrefix = fixed !== content || after.startsWith('+');
    return fixed === '' ? [] : [{ key: fixed, isPrefix }];
  });
}
