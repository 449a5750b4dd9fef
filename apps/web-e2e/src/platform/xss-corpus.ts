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
  answer_question: ['text', 'reply'],
  answer_reason: ['text'],
  app_user: ['name'],
  appointment: ['words', 'place'],
  appointment_slot: ['place'],
  challenge: [
    ...['title', 'summary', 'problem', 'context', 'success'].flatMap((part) => [`${part}_nl`, `${part}_en`]),
    ...['programme', 'partners', 'no_budget_reason', 'decider', 'contact_name', 'cancel_reason'],
    'capabilities',
  ],
  challenge_attachment: ['file_name'],
  challenge_contact: ['email'],
  challenge_transition: ['actor_name', 'reason'],
  criterion: ['title_nl', 'title_en', 'score_labels_nl', 'score_labels_en'],
  glossary_term: ['nl', 'en', 'synonyms_nl', 'synonyms_en', 'broader'],
  identity_provider: ['domain', 'issuer', 'client_id'],
  interest: ['name', 'words'],
  mail_kind_hold: ['reason'],
  mail_suppression: ['words'],
  match: ['agreed'],
  match_note: ['text'],
  meeting_event: ['title_nl', 'title_en', 'place', 'cancel_reason'],
  outcome: ['words'],
  organisation: ['name', 'city', 'website'],
  partner_answer: ['organisation_name', 'words'],
  partner_call: ['organisation_name', 'brings', 'seeks', 'capabilities', 'withdraw_reason'],
  profile: ['about', 'capabilities'],
  profile_document: ['title', 'text'],
  proposal: ['title', 'summary', 'approach', 'planning'],
  proposal_attachment: ['file_name'],
  proposal_fit: ['text'],
  published_meeting: ['event_title_nl', 'event_title_en', 'challenge_title_nl', 'owner_name', 'sme_name', 'place'],
  review: ['remark'],
  review_assignment: ['conflict_reason'],
  review_score: ['reason'],
  reviewer_expertise: ['words'],
  reviewer_link: ['organisation_name', 'mail_domain'],
  conflict_waiver: ['reason'],
  session: ['user_agent'],
  suggestion_invitation: ['personal', 'words'],
  suggestion_judgement: ['pin_reason', 'veto_reason'],
  taxonomy_term: ['label_nl', 'label_en', 'synonyms_nl', 'synonyms_en', 'notation'],
  webhook: ['url'],
};

/** Puts the corpus into every written column; each row gets other texts, so that all come everywhere. */
export async function poison({ asOwner }: Platform): Promise<void> {
  // the demo has none of these
  await asOwner(
    `INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by)
     SELECT c.id, f.sha256, 'x', p.uploaded_by FROM challenge c, (SELECT sha256 FROM stored_file LIMIT 1) f,
       (SELECT uploaded_by FROM proposal_attachment LIMIT 1) p`,
  );
  await asOwner(
    `INSERT INTO session (token_hash, user_id, expires_at)
     SELECT sha256(id::text::bytea), id, htsm_now() + interval '1 day' FROM app_user`,
  );
  await asOwner(
    `INSERT INTO identity_provider (organisation_id, domain, issuer, client_id, client_secret)
     SELECT id, 'x', 'x', 'x', 'x' FROM organisation LIMIT 1`,
  );
  await asOwner(`INSERT INTO mail_kind_hold (kind, reason) VALUES ('webhook_switched_off', 'x')`);
  for (const [table, columns] of Object.entries(WRITTEN)) {
    await dropLengths(asOwner, table, columns);
    for (const [index, column] of columns.entries()) {
      const [type] = await asOwner<{ array: boolean }>(
        `SELECT data_type = 'ARRAY' AS array FROM information_schema.columns WHERE table_name = $1 AND column_name = $2`,
        [table, column],
      );
      if (type === undefined) throw new Error(`There is no column ${table}.${column}`);
      // a number behind each text keeps names unique, and the text a whole one
      const text = `(SELECT c[1 + (n + $2) % array_length(c, 1)] || ' ' || n FROM (SELECT $1::text[] AS c) corpus)`;
      const value = type.array ? `array_fill(${text}, ARRAY[cardinality(t.${column})])` : text;
      const filled = await asOwner(
        `UPDATE "${table}" t SET ${column} = ${value}
         FROM (SELECT ctid AS spot, row_number() OVER ()::int AS n FROM "${table}") numbered WHERE t.ctid = spot
         RETURNING true`,
        [CORPUS, index],
      );
      if (filled.length === 0) throw new Error(`The demo has no row in ${table}`);
    }
  }
}

/** A text that a view must show safely may be longer than the rule of its column lets people write, and be in a row that is frozen. */
async function dropLengths(asOwner: Platform['asOwner'], table: string, columns: readonly string[]): Promise<void> {
  const rules = await asOwner<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint c
     WHERE contype = 'c' AND conrelid = $1::regclass AND pg_get_constraintdef(c.oid) LIKE '%length(%'
       AND conkey && (SELECT array_agg(attnum) FROM pg_attribute WHERE attrelid = c.conrelid AND attname = ANY ($2))`,
    [`"${table}"`, columns],
  );
  for (const { name } of rules) await asOwner(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
  const frozen = await asOwner(
    `SELECT FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = 'refuse_when_decided'`,
    [`"${table}"`],
  );
  if (frozen.length > 0) await asOwner(`ALTER TABLE "${table}" DISABLE TRIGGER refuse_when_decided`);
}
