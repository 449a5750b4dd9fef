import { simpleParser } from 'mailparser';
import { Texts, loadConfig, type MailKind, type MailVariables } from '@htsm/api/core';
import { LOCALES, type Locale } from '@htsm/domain';
import { notificationsTexts } from '../notifications.texts';
import { MailRelay } from '../sending/mail-relay';
import { MailRenderer, type RenderedMail } from './mail-renderer';
import { MAIL_KINDS, MAIL_SAMPLES } from './mail-samples';

const CORPUS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  `"><svg/onload=alert(1)>' onmouseover='alert(1)`,
  '[x](javascript:alert(1)) **<b onclick=alert(1)>x</b>**',
  '</td></tr></table></body><a href="javascript:alert(1)">x</a>',
  '<!--[if mso]><script>alert(1)</script><![endif]-->{{name}} {{{name}}}',
];
const INJECTION = 'Anna\r\nBcc: everyone@example.nl\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>';
/** Values that are ours: addresses in the product, ids of tokens. */
const OURS = new Set(['id', 'interestId', 'path', 'slug', 'tokenId']);

const config = loadConfig({
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://nobody@localhost/none',
  APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  PUBLIC_URL: 'https://challenges.example',
});
const renderer = new MailRenderer(config, new Texts([notificationsTexts]));
const relay = new MailRelay(config);

function render<Kind extends MailKind>(kind: Kind, locale: Locale, variables: MailVariables[Kind]): RenderedMail {
  const queuedAt = new Date('2026-11-22T08:00:00Z');
  const occasion = { kind, locale, toEmail: 'anna@example.nl', queuedAt, subscriptionId: null };
  return renderer.render(occasion, variables);
}

/** Gives copies of the sample of a kind, each with one more of its free texts replaced by `text`; may be empty. */
function poisoned<Kind extends MailKind>(kind: Kind, locale: Locale, text: string): MailVariables[Kind][] {
  const paths = leaves(MAIL_SAMPLES[kind]).filter((path) => {
    const copy = structuredClone(MAIL_SAMPLES[kind]);
    replace(copy, path, text);
    try {
      render(kind, locale, copy);
      return true;
    } catch {
      // an instant, or a word of a fixed list: nobody writes those
      return false;
    }
  });
  return paths.map((_, index) => {
    const copy = structuredClone(MAIL_SAMPLES[kind]);
    for (const path of paths.slice(0, index + 1)) replace(copy, path, text);
    return copy;
  });
}

function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return OURS.has(path.at(-1) ?? '') ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function replace(target: object, path: readonly string[], text: string): void {
  let holder = target as Record<string, unknown>; // the path comes from a copy of the same value
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>; // as above
  holder[path.at(-1) ?? ''] = text;
}

/** The elements of a page with the names of their attributes and where they lead: its structure without its words. */
function structure(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z!][^\s>/]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi)].map(([, tag, attributes]) => {
    const names = [...(attributes ?? '').matchAll(/([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/g)];
    return `${tag} ${names.map(([, name, value]) => (name === 'href' ? `href=${value}` : name)).join(' ')}`;
  });
}

/** The lines of a calendar file without their values. */
function calendarShape(text: string): string[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => (/^(BEGIN|END|METHOD|STATUS):/.test(line) ? line : line.replace(/[:;].*$/su, '')));
}

describe.each(LOCALES)('what people write in mails in %s', (locale) => {
  it.each(MAIL_KINDS)('adds no element, attribute or link to %s', (kind) => {
    const usual = structure(render(kind, locale, MAIL_SAMPLES[kind]).html);
    for (const text of CORPUS) {
      for (const variables of poisoned(kind, locale, text)) {
        const { html, text: plain, subject } = render(kind, locale, variables);
        // a text of one line never adds one; a sample of two lines loses its break
        expect(structure(html).filter((tag) => tag !== 'br ')).toEqual(usual.filter((tag) => tag !== 'br '));
        expect(`${plain}${subject}`).not.toContain('undefined');
      }
    }
  });

  it.each(MAIL_KINDS)('adds no header, recipient or part to %s', async (kind) => {
    const envelope = { toEmail: 'to@example.nl', messageId: '<1@htsm-challenges>', queuedAt: new Date() };
    const headersOf = async (mail: RenderedMail) => {
      const parsed = await simpleParser(await relay.compose(mail, envelope));
      const files = parsed.attachments.map((file) => [
        file.filename,
        file.contentType,
        calendarShape(String(file.content)),
      ]);
      return { names: [...parsed.headers.keys()].sort(), to: parsed.headers.get('to'), files };
    };
    const usual = await headersOf(render(kind, locale, MAIL_SAMPLES[kind]));
    const all = poisoned(kind, locale, INJECTION).at(-1);
    if (all !== undefined) expect(await headersOf(render(kind, locale, all))).toEqual(usual);
  });
});

it('is tried in most kinds of mails', () => {
  const tried = MAIL_KINDS.filter((kind) => poisoned(kind, 'nl', '<b>').length > 0);
  expect(tried.length).toBeGreaterThan(MAIL_KINDS.length - 3);
});
