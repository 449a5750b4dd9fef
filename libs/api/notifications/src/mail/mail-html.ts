import type { Locale } from '@htsm/domain';
import { MAIL_LAYOUT } from './layout.generated';
import type { ChallengeInMail, MailBlock, MailContent, MailFact } from './mail-content';

/** The sans of the product, for cells that do not inherit it in every mail program. */
const FONT = `font-family:'Instrument Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/** Makes the HTML part: the frame with every value escaped. `linkHint` stands before an address written out. */
export function renderHtml(content: MailContent, locale: Locale, linkHint: string): string {
  const slots: Readonly<Record<string, string>> = {
    locale,
    subject: escapeHtml(content.subject),
    preheader: escapeHtml(content.preheader),
    kicker: escapeHtml(content.kicker),
    title: escapeHtml(content.title),
    blocks: content.blocks.map((block) => renderBlock(block, linkHint)).join('\n'),
    footer: renderFooter(content),
  };
  return MAIL_LAYOUT.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, slot: string) => slots[slot] ?? '');
}

/** Makes text safe between tags and inside double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function renderBlock(block: MailBlock, linkHint: string): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph('ink', `0 0 16px`, lines(block.text));
    case 'heading':
      return `<h2 class="ink" style="margin:8px 0;padding:16px 0 0;border-top:1px solid #d9d5ca;font-size:18px;line-height:24px;font-weight:700;color:#16201d;${FONT}">${lines(block.text)}</h2>`;
    case 'quote':
      return cell(
        'quote',
        'padding:4px 16px;border-left:4px solid #8a948f;color:#16201d;font-size:16px;line-height:25px',
        lines(block.text),
      );
    case 'facts':
      return renderFacts(block.facts);
    case 'button':
      return `${renderButton(block.label, block.url)}${writtenOut(linkHint, block.url)}`;
    case 'challenge':
      return renderChallenge(block.challenge);
  }
}

function renderFacts(facts: readonly MailFact[]): string {
  const base = `padding:6px 0;font-size:15px;line-height:22px;vertical-align:top;text-align:left;${FONT}`;
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><td class="fact-name soft" width="170" style="${base};padding-right:16px;color:#47524e">${escapeHtml(name)}</td>` +
      `<td class="fact-value ink" style="${base};color:#16201d;font-weight:700;word-break:break-word">${lines(value)}</td></tr>`,
  );
  return `<table ${TABLE} width="100%" style="border-collapse:collapse;margin:0 0 20px"><tbody>${rows.join('')}</tbody></table>`;
}

function renderButton(label: string, url: string): string {
  return (
    `<table ${TABLE} style="border-collapse:separate;margin:0 0 16px"><tr>` +
    `<td class="go" bgcolor="#0d5a45" style="background-color:#0d5a45;border-radius:4px">` +
    `<a class="go-text" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;font-size:16px;line-height:20px;font-weight:700;color:#fdfcf8;text-decoration:none;${FONT}">${escapeHtml(label)}</a>` +
    `</td></tr></table>`
  );
}

/** The address in words, for mail programs that show no button. */
function writtenOut(hint: string, url: string): string {
  const address = `<span style="word-break:break-all">${escapeHtml(url)}</span>`;
  return `<p class="soft" style="margin:0;font-size:14px;line-height:21px;color:#47524e">${escapeHtml(hint)}<br />${address}</p>`;
}

function renderChallenge(challenge: ChallengeInMail): string {
  const programme = challenge.programme === '' ? '' : `, ${escapeHtml(challenge.programme)}`;
  const why = challenge.why.map(
    ({ text, change }) =>
      `${escapeHtml(text)}<br /><a class="link" href="${escapeHtml(change.url)}" style="color:#0d5a45">${escapeHtml(change.label)}</a>`,
  );
  const url = escapeHtml(challenge.action.url);
  const details = challenge.details.map((detail) => `<br />${escapeHtml(detail)}`).join('');
  const inside = [
    `<p class="soft" style="margin:0 0 6px;font-size:15px;line-height:22px;color:#47524e"><strong class="ink" style="color:#16201d">${escapeHtml(challenge.ownerName)}</strong>${programme}</p>`,
    `<h2 style="margin:0 0 8px;font-size:20px;line-height:26px;font-weight:700"><a class="ink" href="${url}" style="color:#16201d;text-decoration:underline">${escapeHtml(challenge.title)}</a></h2>`,
    paragraph('ink', '0 0 14px', lines(challenge.summary)),
    `<p class="soft" style="margin:0 0 12px;font-size:15px;line-height:23px;color:#47524e"><strong class="ink" style="color:#16201d">${escapeHtml(challenge.closes)}</strong>, ${escapeHtml(challenge.daysLeft)}${details}</p>`,
    cell(
      'why',
      'padding:6px 12px;background-color:#e0f0e6;border-left:4px solid #0d5a45;font-size:15px;line-height:22px;color:#16201d',
      why.join('<br />'),
    ),
    renderButton(challenge.action.label, challenge.action.url),
  ];
  return (
    `<table ${TABLE} width="100%" style="border-collapse:collapse"><tr>` +
    `<td class="rule" style="padding:24px 0 12px;border-top:1px solid #d9d5ca;text-align:left;${FONT}">${inside.join('\n')}</td></tr></table>`
  );
}

function renderFooter(content: MailContent): string {
  const links = content.links.map(
    ({ label, url }) =>
      `<a class="link" href="${escapeHtml(url)}" style="color:#0d5a45;font-weight:700">${escapeHtml(label)}</a>`,
  );
  return [
    `<p class="ink" style="margin:0 0 10px;font-size:15px;line-height:23px;color:#16201d">${escapeHtml(content.reason)}</p>`,
    links.length === 0 ? '' : `<p style="margin:0 0 10px;font-size:15px;line-height:28px">${links.join('<br />')}</p>`,
    `<p class="soft" style="margin:0;font-size:14px;line-height:21px;color:#47524e">${escapeHtml(content.notes.join(' '))}</p>`,
  ].join('\n');
}

function paragraph(tone: string, margin: string, html: string): string {
  return `<p class="${tone}" style="margin:${margin};font-size:16px;line-height:25px;color:#16201d">${html}</p>`;
}

function cell(name: string, style: string, html: string): string {
  return `<table ${TABLE} style="border-collapse:collapse;margin:0 0 16px"><tr><td class="${name}" style="${style};text-align:left;${FONT}">${html}</td></tr></table>`;
}

/** Escapes text and keeps its line breaks. */
function lines(text: string): string {
  return escapeHtml(text.trim()).replace(/\r\n|\r|\n/g, '<br />');
}
