import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/**
 * Which file imports which, among our own. Type-only imports are left out, because they are gone after the
 * build and cannot make a module see another one half loaded; so are `import()` calls, which run later.
 * @param {string} root
 * @param {string[]} files relative to the root
 * @returns {Map<string, string[]>}
 */
export function importGraph(root, files) {
  const known = new Set(files);
  const aliases = readAliases(root);
  const graph = new Map();
  for (const file of files) {
    const targets = importsOf(join(root, file)).map((specifier) => resolveImport(specifier, { file, known, aliases }));
    graph.set(file, [...new Set(targets.filter((target) => target !== undefined))]);
  }
  return graph;
}

/**
 * @param {string} root
 * @returns {[string, string][]} alias and file, relative to the root
 */
function readAliases(root) {
  const file = join(root, 'tsconfig.base.json');
  if (!existsSync(file)) return [];
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  return Object.entries(config.compilerOptions?.paths ?? {}).map(([alias, [target]]) => [alias, normalize(target)]);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function importsOf(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) && !isTypeImport(statement.importClause);
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
    if (!isImport && !isExport) return [];
    const specifier = statement.moduleSpecifier;
    return specifier && ts.isStringLiteral(specifier) ? [specifier.text] : [];
  });
}

/** @param {ts.ImportClause | undefined} clause */
function isTypeImport(clause) {
  if (!clause) return false; // import 'x' loads it
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  const hasOnlyNames = !clause.name && names !== undefined && ts.isNamedImports(names) && names.elements.length > 0;
  return hasOnlyNames && names.elements.every((element) => element.isTypeOnly);
}

/**
 * @param {string} specifier
 * @param {{ file: string, known: Set<string>, aliases: [string, string][] }} context
 * @returns {string | undefined} undefined for packages
 */
function resolveImport(specifier, { file, known, aliases }) {
  const base = specifier.startsWith('.') ? join(dirname(file), specifier) : fromAlias(specifier, aliases);
  if (base === undefined) return undefined;
  const bare = base.replace(/\.[mc]?[jt]s$/, '');
  return [base, `${bare}.ts`, `${base}.ts`, `${base}/index.ts`].find((path) => known.has(path));
}

/**
 * @param {string} specifier
 * @param {[string, string][]} aliases
 */
function fromAlias(specifier, aliases) {
  for (const [alias, target] of aliases) {
    if (alias === specifier) return target;
    const start = alias.endsWith('/*') ? alias.slice(0, -1) : undefined;
    if (start && specifier.startsWith(start)) return target.replace('*', specifier.slice(start.length));
  }
  return undefined;
}

/**
 * One shortest cycle for every knot of files that import each other.
 * @param {Map<string, string[]>} graph
 * @returns {string[][]}
 */
export function findCycles(graph) {
  const done = new Set();
  const cycles = [];
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    const cycle = shortestWayBack(graph, start);
    if (!cycle) continue;
    cycles.push(cycle);
    for (const file of cycle) done.add(file);
  }
  return cycles;
}

/**
 * @param {Map<string, string[]>} graph
 * @param {string} start
 * @returns {string[] | undefined}
 */
function shortestWayBack(graph, start) {
  /** @type {Map<string, string>} */
  const cameFrom = new Map();
  const queue = [start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const target of graph.get(file) ?? []) {
      if (target === start) return wayTo(file, cameFrom, start);
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, file);
      queue.push(target);
    }
  }
  return undefined;
}

/**
 * @param {string} end
 * @param {Map<string, string>} cameFrom
 * @param {string} start
 */
function wayTo(end, cameFrom, start) {
  const way = [end];
  for (let file = end; file !== start;) {
    file = cameFrom.get(file) ?? start;
    way.unshift(file);
  }
  return way;
}
