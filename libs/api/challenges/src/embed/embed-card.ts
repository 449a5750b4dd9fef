import { createHash } from 'node:crypto';
import { instantInWords, oneLine } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import { challengeAddress } from '../feeds/feed-address';
import { asHtml } from '../feeds/as-html';
import type { FeedWords } from '../feeds/feed-words';
import type { FeedRow } from '../feeds/feeds.repository';

/** Colours of the product, by the device's choice; everything fits in 320 pixels. */
const STYLE = `
:root{color-scheme:light dark;--page:#fefdfb;--ink:#0f201e;--soft:#465552;--line:#d5d3ca;--accent:#0f5c45}
@media (prefers-color-scheme:dark){:root{--page:#12211f;--ink:#eef1ec;--soft:#b4c0bb;--line:#33433f;--accent:#7fd0ae}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
article{padding:16px 20px;border:1px solid var(--line);border-top:3px solid var(--accent);border-radius:6px}
h1{margin:4px 0 8px;font-size:20px;line-height:1.25;overflow-wrap:anywhere}
p{margin:0 0 8px;overflow-wrap:anywhere}
small,.soft{color:var(--soft);font-size:14px}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** A card runs nothing, loads nothing and may stand in any frame; its links open in a page of their own. */
export const EMBED_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** What a card is made of. */
export interface CardParts {
  readonly config: { readonly publicUrl: string };
  readonly words: FeedWords;
  readonly row: FeedRow;
  readonly locale: Locale;
}

/** Writes a challenge as a page to be put into a frame of another site. */
export function embedCard({ config, words, row, locale }: CardParts): string {
  const address = asHtml(challengeAddress(config, row.slug, locale));
  const title = asHtml(oneLine(row.title));
  const lang = row.language === locale ? '' : ` lang="${row.language}"`;
  const moment = words.say(locale, row.state === 'open' ? 'closes' : `embed.${stateWord(row)}`, {
    moment: instantInWords(new Date(row.closesAt), locale),
  });
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main><article><small>${asHtml(words.say(locale, 'owner', { name: row.ownerName }))}</small>
<h1${lang}><a href="${address}" target="_blank" rel="noopener">${title}</a></h1>
<p${lang}>${asHtml(oneLine(row.summary))}</p>
<p class="soft"><time datetime="${row.closesAt}">${asHtml(moment)}</time></p>
<small>HTSM Challenges, Taskforce HTSM Noord-Nederland</small></article></main></body></html>
`;
}

function stateWord({ state }: FeedRow): 'cancelled' | 'closed' {
  return state === 'cancelled' ? 'cancelled' : 'closed';
}
