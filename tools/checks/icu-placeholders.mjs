/**
 * The names that a text expects to be filled in: `{{name}}` and, in ICU messages, `{name}` and
 * `{count, plural, one {…} other {…}}`, with those inside the branches.
 * @param {string} text
 * @returns {string[]} sorted, each once
 * @throws {Error} with a sentence when the braces or branches are wrong
 */
export function placeholdersOf(text) {
  const names = new Set(Array.from(text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g), ([, name = '']) => name));
  readMessage(text.replaceAll(/\{\{.*?\}\}/g, ''), names);
  return [...names].sort();
}

/**
 * @param {string} message
 * @param {Set<string>} names
 */
function readMessage(message, names) {
  for (const inner of bracedParts(message)) {
    const [name = '', kind, ...rest] = inner.split(',').map((word) => word.trim());
    if (!/^\w+$/.test(name)) throw new Error(`"{${inner}}" is not a placeholder`);
    names.add(name);
    if (kind !== 'plural' && kind !== 'select' && kind !== 'selectordinal') continue;
    readBranches(rest.length > 0 ? inner.slice(inner.indexOf(kind) + kind.length + 1) : '', names);
  }
}

/**
 * @param {string} branches `one {…} other {…}`
 * @param {Set<string>} names
 */
function readBranches(branches, names) {
  if (!/(^|[\s}])other\s*\{/.test(branches)) throw new Error('a plural or select has no "other" branch');
  for (const message of bracedParts(branches)) readMessage(message, names);
}

/**
 * The contents of the outermost braces.
 * @param {string} text
 * @returns {string[]}
 */
function bracedParts(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === '{' && depth++ === 0) start = index + 1;
    if (letter === '}' && --depth === 0) parts.push([...text].slice(start, index).join(''));
    if (depth < 0) break;
  }
  if (depth !== 0) throw new Error('the braces do not match');
  return parts;
}
