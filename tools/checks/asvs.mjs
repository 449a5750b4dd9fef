/** Fails when docs/asvs.md claims without proof: a dead link, a met row without one, a missing or double id, a wrong count. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { report } from './report.mjs';
import { rootToCheck } from './source-files.mjs';

/** @typedef {{ ids: string[], verdict: string, how: string }} Row */

const FILE = 'docs/asvs.md';
const VERDICTS = ['met', 'partly', 'not met', 'not applicable'];
/** Sections of ASVS 5.0.0 with how many requirements of level 1 and 2 each has; they are numbered from 1 on. */
const SECTIONS = Object.entries({
  ...{ 1.1: 2, 1.2: 9, 1.3: 11, 1.4: 3, 1.5: 2, 2.1: 3, 2.2: 3, 2.3: 4, 2.4: 1 },
  ...{ 3.2: 2, 3.3: 4, 3.4: 6, 3.5: 5, 3.7: 2, 4.1: 3, 4.2: 1, 4.3: 2, 4.4: 4 },
  ...{ 5.1: 1, 5.2: 3, 5.3: 2, 5.4: 3, 6.1: 3, 6.2: 12, 6.3: 4, 6.4: 4, 6.5: 5, 6.6: 3, 6.8: 4 },
  ...{ 7.1: 3, 7.2: 4, 7.3: 2, 7.4: 5, 7.5: 2, 7.6: 2, 8.1: 2, 8.2: 3, 8.3: 1, 8.4: 1 },
  ...{ 9.1: 3, 9.2: 4, 10.1: 2, 10.2: 2, 10.3: 4, 10.4: 11, 10.5: 5, 10.6: 2, 10.7: 3 },
  ...{ 11.1: 2, 11.2: 3, 11.3: 3, 11.4: 4, 11.5: 1, 11.6: 1, 12.1: 3, 12.2: 2, 12.3: 4 },
  ...{ 13.1: 1, 13.2: 5, 13.3: 2, 13.4: 5, 14.1: 2, 14.2: 4, 14.3: 3, 15.1: 3, 15.2: 3, 15.3: 7 },
  ...{ 16.1: 1, 16.2: 5, 16.3: 4, 16.4: 3, 16.5: 3, 17.1: 1, 17.2: 4, 17.3: 2 },
});

const root = rootToCheck();
const text = readFileSync(join(root, FILE), 'utf8');
const cells = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').slice(1, -1))
  .map((row) => row.map((cell) => cell.trim()));
const rows = cells.filter(([id = '']) => /^\d+\.\d+\.\d+/.test(id)).map(readRow);

report(`${FILE}: ${rows.length} rows, every link leads somewhere.`, [
  ...deadLinks(),
  ...rows.flatMap(unproven),
  ...wrongIds(),
  ...wrongCounts(),
  ...wrongList(),
]);

/**
 * @param {string[]} row
 * @returns {Row}
 */
function readRow([id = '', , , verdict = '', how = '']) {
  const [first = '', last = first] = id.split(' – ');
  const section = first.replace(/\.\d+$/, '');
  const from = Number(first.split('.')[2]);
  const to = Number(last.split('.')[2]);
  const ids = Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}`);
  return { ids, verdict, how };
}

function deadLinks() {
  const links = Array.from(text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, link = '']) => link);
  return links
    .filter((link) => !/^\w+:/.test(link) && !existsSync(join(root, dirname(FILE), link)))
    .map((link) => `A link leads nowhere: ${link}`);
}

/** @param {Row} row */
function unproven({ ids, verdict, how }) {
  if (!VERDICTS.includes(verdict)) return [`${ids[0]} has no verdict but “${verdict}”`];
  if (verdict === 'met' && !how.includes('](')) return [`${ids[0]} is said to be met without a link`];
  if (how === '') return [`${ids[0]} does not say why it is “${verdict}”`];
  return [];
}

function wrongIds() {
  const known = SECTIONS.flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  const given = rows.flatMap(({ ids }) => ids);
  return [
    ...given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...given.filter((id) => !known.includes(id)).map((id) => `${id} is not of level 1 or 2`),
    ...known.filter((id) => !given.includes(id)).map((id) => `${id} is missing`),
  ];
}

function wrongCounts() {
  const chapters = [...new Set(SECTIONS.map(([section]) => `V${section.split('.')[0]}`)), 'All'];
  return chapters.flatMap((chapter) => {
    const inside = rows.filter(({ ids }) => chapter === 'All' || `V${ids[0]?.split('.')[0]}` === chapter);
    const counts = VERDICTS.map((verdict) =>
      inside.filter((row) => row.verdict === verdict).reduce((sum, { ids }) => sum + ids.length, 0),
    );
    const applicable = counts.slice(0, 3).reduce((sum, count) => sum + count, 0);
    const wanted = [applicable, ...counts].join(' ');
    const [, ...written] = cells.find(([name = '']) => name.split(' ')[0] === chapter) ?? [];
    return written.join(' ') === wanted ? [] : [`${chapter} counts “${written.join(' ')}”, there are ${wanted}`];
  });
}

/** What is not met must be named once in the list of what is open, and nothing else. */
function wrongList() {
  const list = /## What is open\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
  const named = Array.from(list.matchAll(/\*\*([\d., ]+)\*\*/g), ([, ids = '']) => ids.split(', ')).flat();
  const open = rows.filter(({ verdict }) => verdict === 'partly' || verdict === 'not met').flatMap(({ ids }) => ids);
  return [
    ...open
      .filter((id) => named.filter((name) => name === id).length !== 1)
      .map((id) => `${id} must stand once in what is open`),
    ...named.filter((id) => !open.includes(id)).map((id) => `${id} is in what is open and is not open`),
  ];
}
