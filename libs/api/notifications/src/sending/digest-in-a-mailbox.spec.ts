import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { LOCALES } from '@htsm/domain';
import { signedDigest } from '../testing/signed-digest';

/** Sentences flow; only an address may be longer than a line of a text-only client. */
const LONGEST_LINE = 400;

describe.each(LOCALES)('a digest in %s, as it arrives', (locale) => {
  it('has a text part that says all that the HTML part says, without a trace of HTML', async () => {
    const raw = await signedDigest(locale);
    const folder = process.env['DIGEST_FOLDER'];
    if (folder !== undefined) await writeFile(join(folder, `digest-${locale}.eml`), raw);
    const mail = await simpleParser(raw);
    const text = mail.text ?? '';
    expect(text).toMatch(locale === 'nl' ? /^HTSM Challenges\nWeekbericht/ : /^HTSM Challenges\nWeekly message/);
    expect(text).not.toMatch(/<[a-z/]|&[a-z]+;/i);
    expect(text.split('\n').filter((line) => line.length > LONGEST_LINE)).toEqual([]);
    const html = typeof mail.html === 'string' ? mail.html : '';
    const linked = [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
    expect(linked.length).toBeGreaterThan(6);
    expect(linked.filter((address) => !text.includes(address))).toEqual([]);
  });

  it('is no larger than mail programs show whole, and loads nothing from elsewhere', async () => {
    const raw = await signedDigest(locale);
    expect(raw.length).toBeLessThan(102_000); // Gmail cuts at 102 kB
    const { html } = await simpleParser(raw);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
  });
});
