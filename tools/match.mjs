/** `npm run --silent match`: scores challenges against profiles from files, with the engine of the platform. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { bundleDomain } from './build/bundle-domain.mjs';
import { readJsonFile } from './files/read-json-file.mjs';
import { PlainFailure, runCommand } from './process/plain-failure.mjs';
import { readWords } from './start/command-words.mjs';
import { rerunWithProjectNode } from './start/node-version.mjs';
import { ROOT } from './start/settings.mjs';

const HELP = `
Scores every challenge against every profile, with the same engine as the platform.

  npm run --silent match -- --challenges c.json --profiles p.json --out scores.json [--explain]

c.json   [{ "id": "c1", "lang": "nl" | "en", "texts": ["title", "body"], "themes": ["composites"], "requirements": {} }]
p.json   [{ "id": "s1", "lang": "en", "documents": [{ "id": "d1", "title": "", "text": "" }], "themes": [] }]
out      { "scores": { "c1": { "s1": 0.37 } } }: every pair, 0 to 1

--explain adds { "explanations": { "c1": { "s1": … } } }: the parts, which add up to the score, and the words behind them,
in millionths. Requirements: docs/matching.md.
`;

await runCommand(async () => {
  const rerun = await rerunWithProjectNode(ROOT);
  if (rerun !== undefined) return rerun;
  const options = /** @type {const} */ ({
    challenges: { type: 'string' },
    profiles: { type: 'string' },
    out: { type: 'string' },
    explain: { type: 'boolean' },
  });
  const words = readWords(options, HELP);
  if (!words) return 0;
  for (const name of ['challenges', 'profiles', 'out'])
    if (words[name] === undefined)
      throw new PlainFailure(`Name a file with --${name}; --help shows what is possible.`, 2);
  await match(words);
  return 0;
});

/** @param {{ challenges: string, profiles: string, out: string, explain?: boolean }} words */
async function match(words) {
  const engine = await import(await bundleDomain('matching/command.ts', 'match-engine'));
  const { readChallenges, readProfiles, matchFiles, openReader, MatchFileFault } = engine;
  try {
    const challenges = readChallenges(readJsonFile(words.challenges));
    const profiles = readProfiles(readJsonFile(words.profiles));
    await write(words.out, matchFiles(challenges, profiles, openReader(), words.explain === true));
  } catch (fault) {
    throw fault instanceof MatchFileFault ? new PlainFailure(/** @type {Error} */ (fault).message, 2) : fault;
  }
}

/**
 * Writes a challenge at a time: all pairs of two thousand by two thousand would be one very long string.
 * @param {string} file
 * @param {Iterable<{ challengeId: string, scores: object, explanations?: object }>} results
 */
async function write(file, results) {
  const stream = createWriteStream(file);
  const failed = once(stream, 'error').then(([fault]) => {
    throw new PlainFailure(`${file} cannot be written: ${fault.message}.`, 2);
  });
  const explanations = /** @type {string[]} */ ([]);
  const add = async (/** @type {string} */ text) => {
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
  };
  let separator = '{"scores":{';
  for (const { challengeId, scores, explanations: why } of results) {
    await add(`${separator}${JSON.stringify(challengeId)}:${JSON.stringify(scores)}`);
    if (why) explanations.push(`${JSON.stringify(challengeId)}:${JSON.stringify(why)}`);
    separator = ',\n';
  }
  await add(separator.startsWith('{') ? `${separator}}` : '}');
  for (const [index, text] of explanations.entries()) await add(`${index === 0 ? ',"explanations":{' : ',\n'}${text}`);
  stream.end(explanations.length > 0 ? '}}\n' : '}\n');
  await Promise.race([once(stream, 'finish'), failed]);
}
