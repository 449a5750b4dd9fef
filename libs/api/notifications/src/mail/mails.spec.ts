import { execFileSync } from 'node:child_process';
import { Texts, loadConfig, type MailKind, type MailVariables } from '@htsm/api/core';
import { LOCALES } from '@htsm/domain';
import { notificationsTexts } from '../notifications.texts';
import { MailRenderer } from './mail-renderer';
import { MAIL_KINDS, MAIL_SAMPLES } from './mail-samples';

const config = loadConfig({
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://nobody@localhost/none',
  APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  PUBLIC_URL: 'https://challenges.example',
});
const renderer = new MailRenderer(config, new Texts([notificationsTexts]));
const queuedAt = new Date('2026-11-22T08:00:00Z');
const subscriptionId = '00000000-0000-4000-8000-000000000002';

function render<Kind extends MailKind>(
  kind: Kind,
  locale: 'nl' | 'en',
  variables: MailVariables[Kind] = MAIL_SAMPLES[kind],
) {
  return renderer.render({ kind, locale, toEmail: 'anneke@hunzebot.example', queuedAt, subscriptionId }, variables);
}

describe.each(LOCALES)('mails in %s', (locale) => {
  it.each(MAIL_KINDS)('%s says everything, and the same in text and HTML', (kind) => {
    const mail = render(kind, locale);
    expect(`${mail.subject}\n\n${mail.text}`).toMatchSnapshot();
    expect(mail.subject).not.toBe('');
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object/);
    const words = wordsOf(mail.html);
    for (const line of mail.text.split('\n').filter((text) => /^\w/.test(text))) {
      const isAddress = line.startsWith('https://');
      expect(isAddress ? mail.html : words).toContain(
        isAddress ? `href="${line}"` : normal(line.replace(/^[^:]{1,40}: /, '').replace(/:$/, '')),
      );
    }
    expect(mail.html).toContain(`<html lang="${locale}"`);
    expect(mail.html).not.toMatch(/<img|<script|fonts\.googleapis/);
  });
});

describe('what people write in mails', () => {
  const nasty = '<img src=x onerror=alert(1)>&"\' {{name}} {{subject}}';

  it('is escaped in HTML and never read as a placeholder', () => {
    const { html, text } = render('challenge_cancelled', 'nl', {
      name: nasty,
      challengeTitle: nasty,
      reason: nasty,
      path: '/challenges/x',
    });
    expect(html).not.toContain('<img');
    expect(
      html.split('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39; {{name}} {{subject}}').length,
    ).toBeGreaterThan(3);
    expect(text).toContain(nasty);
  });

  it('cannot add a header through the subject', () => {
    const title = 'Robots\r\nBcc: everyone@example.nl\u2028X: 1\u0000';
    const { subject } = render('challenge_submitted', 'en', {
      challengeTitle: title,
      ownerName: 'Agrifirm',
      path: '/x',
    });
    expect(subject).toBe('To moderate: Robots Bcc: everyone@example.nl X: 1');
  });

  it('is cut in the subject when it is endless', () => {
    const { subject } = render('challenge_submitted', 'en', {
      challengeTitle: 'a'.repeat(5000),
      ownerName: 'Agrifirm',
      path: '/x',
    });
    expect(subject).toHaveLength(150);
  });
});

describe('the headers of a mail', () => {
  it('let a digest be left with one click, and only a digest', () => {
    expect(render('digest', 'nl').headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'List-Id': '<digest.htsm-challenges>',
      'List-Unsubscribe': expect.stringMatching(
        /^<https:\/\/challenges\.example\/api\/one-click\/unsubscribe\?token=00000000-0000-4000-8000-000000000002\.[\w-]{43}>$/,
      ),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(render('confirm_email', 'nl').headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
  });
});

describe('the frame of the mails', () => {
  it('is the compiled form of its source', () => {
    expect(() =>
      execFileSync(process.execPath, ['tools/build-mail-layout.mjs', '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });
});

function wordsOf(html: string): string {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<br \/>/g, ' ')
    .replace(/<[^>]*>/g, '');
  return normal(
    body
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
