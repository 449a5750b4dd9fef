import type { Platform } from './platform';

/** Texts that would run `__xss()` if any view, at any place, took them for more than text. */
export const CORPUS: readonly string[] = [
  '<script>__xss()</script>',
  '<img src=x onerror=__xss()>',
  '<svg/onload=__xss()>',
  '"><script>__xss()</script>',
  `' autofocus onfocus='__xss()' x='`,
  '" autofocus onfocus="__xss()" x="',
  '[klik](javascript:__xss())',
  '[x](https://example.nl"onmouseover="__xss())',
  '**<img src=x onerror=__xss()>**',
  '- <svg/onload=__xss()>\n- </ul><script>__xss()</script>',
  'javascript:__xss()',
  '</title><script>__xss()</script>',
  '</script><script>__xss()</script>',
  '</textarea><img src=x onerror=__xss()>',
  `{{constructor.constructor('__xss()')()}}`,
  '<iframe srcdoc="<script>parent.__xss()</script>"></iframe>',
  '<a href="jav&#x09;ascript:__xss()">x</a>',
  '<details open ontoggle=__xss()>x</details>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=__xss()>',
  '<!--<img src="--><img src=x onerror=__xss()>',
  '<base href="//evil.example/"><meta http-equiv=refresh content="0;url=javascript:__xss()">',
  '&lt;img src=x onerror=__xss()&gt; &#60;script&#62;__xss()&#60;/script&#62;',
  '\u202e<script>__xss()</script>\u0085<img src=x onerror=__xss()>',
];

/** The columns that hold what people write, per table; every one is filled with the corpus. */
export const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  answer: ['summary'],
  answer_reason: ['text'],
  app_user: ['name'],
  challenge: [
    ...['title', 'summary', 'problem', 'context', 'success'].flatMap((part) => [`${part}_nl`, `${part}_en`]),
    ...['programme', 'partners', 'no_budget_reason', 'decider', 'contact_name', 'cancel_reason'],
    'capabilities',
  ],
  challenge_attachment: ['file_name'],
  challenge_contact: ['email'],
  challenge_transition: ['actor_name', 'reason'],
  criterion: ['title_nl', 'title_en', 'score_labels_nl', 'score_labels_en'],
  identity_provider: ['domain', 'issuer', 'client_id'],
  match: ['agreed'],
  match_note: ['text'],
  organisation: ['name', 'city', 'website'],
  profile: ['about', 'capabilities'],
  profile_document: ['title', 'text'],
  proposal: ['title', 'summary', 'approach', 'planning'],
  proposal_attachment: ['file_name'],
  proposal_fit: ['text'],
  review: ['remark'],
  review_assignment: ['conflict_reason'],
  review_score: ['reason'],
  session: ['user_agent'],
};

/** Puts the corpus into every written column; each row gets other texts, so that all come everywhere. */
export async function poison({ asOwner }: Platform): Promise<void> {
  // the demo has none
  await asOwner(
    `INSERT INTO identity_provider (organisation_id, domain, issuer, client_id, client_secret)
     SELECT id, 'x', 'x', 'x', 'x' FROM organisation LIMIT 1`,
  );
  for (const [table, columns] of Object.entries(WRITTEN)) {
    for (const [index, column] of columns.entries()) {
      const [type] = await asOwner<{ array: boolean }>(
        `SELECT data_type = 'ARRAY' AS array FROM information_schema.columns WHERE table_name = $1 AND column_name = $2`,
        [table, column],
      );
      if (type === undefined) throw new Error(`There is no column ${table}.${column}`);
      // a number behind each text keeps names unique, and the text a whole one
      const text = `(SELECT c[1 + (n + $2) % array_length(c, 1)] || ' ' || n FROM (SELECT $1::text[] AS c) corpus)`;
      const value = type.array ? `array_fill(${text}, ARRAY[cardinality(t.${column})])` : text;
      await asOwner(
        `UPDATE "${table}" t SET ${column} = ${value}
         FROM (SELECT ctid AS place, row_number() OVER ()::int AS n FROM "${table}") numbered WHERE t.ctid = place`,
        [CORPUS, index],
      );
    }
  }
}
