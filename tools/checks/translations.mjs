/** Fails when a Dutch or English text is missing, empty or different in its placeholders, or when code asks for one that is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeholdersOf } from './icu-placeholders.mjs';
import { report } from './report.mjs';
import { rootToCheck, sourceFiles } from './source-files.mjs';
import { usedKeys } from './translation-keys.mjs';

const LANGUAGES = ['nl', 'en'];
const root = rootToCheck();
const folders = [...new Set(sourceFiles(root, /\/i18n\/(nl|en)\.json$/).map((file) => dirname(file)))];
/** @type {Map<string, string>} every key of every catalogue, with its Dutch text */
const texts = new Map();
const catalogueFindings = folders.flatMap(checkFolder);
const codeFiles = sourceFiles(root, /\.(ts|html)$/).filter((file) => !/\.(spec|test)\.ts$|web-e2e\//.test(file));

report(`${texts.size} texts in ${folders.length} catalogues are complete and all that code asks for are there.`, [
  ...catalogueFindings,
  ...codeFiles.flatMap(checkCode),
]);

/** @param {string} folder */
function checkFolder(folder) {
  const catalogues = LANGUAGES.map((language) => readCatalogue(join(folder, `${language}.json`)));
  const problems = catalogues.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return problems;
  const [dutch, english] = catalogues.map(({ entries }) => entries);
  if (!dutch || !english) return [];
  for (const [key, text] of dutch) texts.set(key, text);
  const keys = new Set([...dutch.keys(), ...english.keys()]);
  return [...keys].flatMap((key) => compare(folder, key, dutch.get(key), english.get(key)));
}

/**
 * @param {string} file
 * @returns {{ entries?: Map<string, string>, problem?: string }}
 */
function readCatalogue(file) {
  if (!existsSync(join(root, file))) return { problem: `${file} is missing` };
  try {
    return { entries: new Map(flatten(JSON.parse(readFileSync(join(root, file), 'utf8')))) };
  } catch (fault) {
    return { problem: `${file}: ${/** @type {Error} */ (fault).message}` };
  }
}

/**
 * @param {Record<string, unknown>} branch
 * @param {string} [start]
 * @returns {[string, string][]}
 */
function flatten(branch, start = '') {
  return Object.entries(branch).flatMap(([name, value]) => {
    const key = `${start}${name}`;
    if (typeof value === 'string') return /** @type {[string, string][]} */ ([[key, value]]);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return flatten(/** @type {any} */ (value), `${key}.`);
    throw new Error(`${key} is neither a text nor a group of texts`);
  });
}

/**
 * @param {string} folder
 * @param {string} key
 * @param {string | undefined} dutch
 * @param {string | undefined} english
 */
function compare(folder, key, dutch, english) {
  for (const [language, text] of [
    ['nl', dutch],
    ['en', english],
  ]) {
    if (text === undefined) return [`${folder}/${language}.json has no "${key}"`];
    if (text.trim() === '') return [`${folder}/${language}.json has an empty "${key}"`];
  }
  try {
    const [inDutch, inEnglish] = [dutch ?? '', english ?? ''].map((text) => placeholdersOf(text).join(', '));
    if (inDutch === inEnglish) return [];
    return [`${folder}: "${key}" has placeholders (${inDutch}) in Dutch and (${inEnglish}) in English`];
  } catch (fault) {
    return [`${folder}: "${key}": ${/** @type {Error} */ (fault).message}`];
  }
}

/** @param {string} file */
function checkCode(file) {
  return usedKeys(readFileSync(join(root, file), 'utf8'))
    .filter(({ key, isPrefix }) => !(isPrefix ? hasTextsBelow(key) : texts.has(key)))
    .map(
      ({ key, isPrefix, line }) =>
        `${file}:${line} asks for ${isPrefix ? 'texts that start with ' : ''}"${key}", which no catalogue has`,
    );
}

/** @param {string} prefix */
function hasTextsBelow(prefix) {
  return [...texts.keys()].some((key) => key.startsWith(prefix));
}
