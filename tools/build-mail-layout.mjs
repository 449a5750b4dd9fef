import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mjml2html from 'mjml';
import { format, resolveConfig } from 'prettier';

const FOLDER = resolve(import.meta.dirname, '../libs/api/notifications/src/mail');
const SOURCE = resolve(FOLDER, 'layout.mjml');
const TARGET = resolve(FOLDER, 'layout.generated.ts');

const HELP = `Usage: node tools/build-mail-layout.mjs [--check]
  Compiles the frame of every mail (layout.mjml) to layout.generated.ts.
  --check   writes nothing; exit code 1 when the committed file is out of date`;

/** Compiles the frame, without fonts from elsewhere; the placeholders in double braces are filled for each mail. */
async function generated() {
  const { html, errors } = await mjml2html(readFileSync(SOURCE, 'utf8'), {
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
  });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  const lines = html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const code = [
    '/** The frame of every mail, made from layout.mjml by tools/build-mail-layout.mjs; change it there. */',
    `export const MAIL_LAYOUT: string = [\n${lines.map((line) => `  ${JSON.stringify(line)},`).join('\n')}\n].join('\\n');`,
  ].join('\n');
  return format(code, { ...(await resolveConfig(TARGET)), parser: 'typescript' });
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  console.log(HELP);
  process.exit(option === '--help' ? 0 : 2);
}
const wanted = await generated();
if (option !== '--check') writeFileSync(TARGET, wanted);
else if (readFileSync(TARGET, 'utf8') !== wanted) {
  console.error('The mail layout is out of date: run node tools/build-mail-layout.mjs and commit the result.');
  process.exit(1);
}
