#!/usr/bin/env node
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDecoder } from 'node:util';

const KEYS_FILE = 'receipt-keys.json';
const HELP = `Usage: node verify-receipt.mjs <receipt.json> [file…] [--key <file>]

Checks a receipt of HTSM Challenges without a network, and whether files are the ones that were submitted.
Needs Node 20 or later and nothing else.

  <receipt.json>  the receipt as it was downloaded; every byte counts
  [file…]         attachments, or texts saved as a file without a line break at the end
  --key <file>    the public keys: the answer of /api/receipts/public-keys, or one key in PEM
                  (default: ${KEYS_FILE} next to the receipt, then in this folder)
  --help          this text

Exit code 0: the receipt is genuine and every file belongs to it.
          1: the receipt or a file is not.
          2: the question could not be read; the message says why.

What it proves: the platform recorded these fingerprints for this organisation and challenge at this instant of its
own clock. It does not prove who wrote the texts, that they are true, or that the proposal met every condition.
`;

/** A question that cannot be answered: its message is for whoever asked. */
class BadQuestion extends Error {}

/** What JSON looks like when keys are sorted and there are no spaces: the text that is signed (after RFC 8785). */
export function canonicalJson(/** @type {unknown} */ value) {
  return JSON.stringify(sorted(value));
}

/**
 * Checks the bytes of a receipt against public keys.
 * @param {Buffer} bytes
 * @param {readonly { id: string, pem: string }[]} keys
 * @returns {Record<string, any> | null} the manifest, or null when the receipt is not genuine to the byte
 */
export function verifyReceipt(bytes, keys) {
  const file = parse(bytes);
  const isFormed =
    file?.format === 'htsm-receipt-file/1' &&
    file.manifest?.format === 'htsm-proposal-receipt/1' &&
    Object.keys(file).join() === 'format,keyId,manifest,signature' &&
    /^[0-9a-f]{128}$/.test(String(file.signature));
  if (!isFormed) return null;
  // the file has one form only, so a change that JSON would not notice is noticed here
  if (!Buffer.from(`${JSON.stringify(sorted(file), null, 2)}\n`).equals(bytes)) return null;
  const key = keys.find(({ id }) => id === file.keyId);
  if (key === undefined) return null;
  const signed = Buffer.from(canonicalJson(file.manifest));
  return verify(null, signed, createPublicKey(key.pem), Buffer.from(file.signature, 'hex')) ? file.manifest : null;
}

/**
 * Says which part of the submission a file is, by its content alone; null when it is none.
 * @param {Record<string, any>} manifest @param {Buffer} bytes
 */
export function partOf(manifest, bytes) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = manifest.files.find((/** @type {{ sha256: string }} */ one) => one.sha256 === sha256);
  if (file !== undefined) return `attachment "${printable(file.fileName)}"`;
  const field = Object.keys(manifest.fields).find((name) => manifest.fields[name] === sha256);
  if (field !== undefined) return `text "${field}"`;
  const fit = manifest.fits.find((/** @type {{ sha256: string }} */ one) => one.sha256 === sha256);
  return fit === undefined ? null : `text of criterion ${fit.criterionId}`;
}

/** Reads public keys: the published answer, or one key in PEM. */
export function readKeys(/** @type {string} */ text) {
  if (!text.includes('-----BEGIN PUBLIC KEY-----')) throw new BadQuestion('The key file holds no public key.');
  const found = text.trimStart().startsWith('{') ? JSON.parse(text).keys : [{ pem: text }];
  return found.map((/** @type {{ pem: string }} */ { pem }) => {
    const der = createPublicKey(pem).export({ type: 'spki', format: 'der' });
    // the id is worked out again, so that a key cannot go under another one's name
    return { id: createHash('sha256').update(der).digest('hex').slice(0, 32), pem };
  });
}

function parse(/** @type {Buffer} */ bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** @returns {unknown} */
function sorted(/** @type {unknown} */ value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** Leaves out what could make a terminal lie. */
function printable(/** @type {unknown} */ text) {
  return String(text).replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
}

function read(/** @type {string} */ path) {
  try {
    return readFileSync(path);
  } catch {
    throw new BadQuestion(`Cannot read the file "${printable(path)}".`);
  }
}

function keysFor(/** @type {string | undefined} */ given, /** @type {string} */ receipt) {
  if (given !== undefined) return readKeys(read(given).toString('utf8'));
  for (const path of [join(dirname(receipt), KEYS_FILE), KEYS_FILE]) {
    try {
      return readKeys(readFileSync(path, 'utf8'));
    } catch (fault) {
      if (fault instanceof BadQuestion) throw fault;
    }
  }
  throw new BadQuestion(`No public key: save /api/receipts/public-keys as ${KEYS_FILE}, or give --key <file>.`);
}

/** @param {readonly string[]} given @returns {{ key?: string | undefined, paths: string[] }} */
function question(given) {
  const paths = [];
  let key;
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    if (word === '--key') {
      at += 1;
      key = given[at];
      if (key === undefined) throw new BadQuestion('--key needs the name of a file. Try --help.');
    } else if (word.startsWith('--')) throw new BadQuestion(`There is no option "${printable(word)}". Try --help.`);
    else paths.push(word);
  }
  return { key, paths };
}

/** @param {readonly string[]} given @returns {number} exit code */
function answer(given) {
  const { key, paths } = question(given);
  const [receipt, ...files] = paths;
  if (receipt === undefined) throw new BadQuestion('Name the receipt to check. Try --help.');
  const manifest = verifyReceipt(read(receipt), keysFor(key, receipt));
  if (manifest === null) {
    process.stdout.write('NOT GENUINE: the platform did not sign this, or something in it was changed.\n');
    return 1;
  }
  process.stdout.write(
    `GENUINE receipt ${manifest.number}\n` +
      `  organisation  ${printable(manifest.organisationName)}\n` +
      `  challenge     ${printable(manifest.challengeSlug)}\n` +
      `  submitted at  ${manifest.submittedAt} (version ${manifest.proposalVersion})\n` +
      `  attachments   ${manifest.files.length}\n`,
  );
  const strangers = files.filter((path) => {
    const part = partOf(manifest, read(path));
    process.stdout.write(
      `${part === null ? 'NOT IN IT' : 'MATCHES  '}  ${printable(path)}${part ? `: ${part}` : ''}\n`,
    );
    return part === null;
  });
  return strangers.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = process.argv.slice(2);
  if (given.includes('--help')) process.stdout.write(HELP);
  else {
    try {
      process.exitCode = answer(given);
    } catch (fault) {
      process.stderr.write(`${fault instanceof BadQuestion ? fault.message : 'The key file cannot be read.'}\n`);
      process.exitCode = 2;
    }
  }
}
