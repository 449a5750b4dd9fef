import type { MailKind, Tx } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import type { EditedTexts } from '../mail/mail-voice';

/** A version as it is kept: only what differs from the delivered texts. */
export interface TemplateRow {
  number: number;
  id: string;
  texts: EditedTexts;
  restored_from: number | null;
  made_by: string;
  created_at: Date;
}

/** One language of a kind of mail. */
export interface WhichTemplate {
  readonly kind: MailKind;
  readonly locale: Locale;
}

const COLUMNS = `t.number, t.id, t.texts, t.restored_from, coalesce((SELECT u.name FROM app_user u WHERE u.id = t.made_by), '') AS made_by, t.created_at`;
/** The versions that are shown. */
const SHOWN = 50;

/** Gives the versions, the newest first; one more than is shown, to compare the last one with. */
export function readVersions(tx: Tx, { kind, locale }: WhichTemplate): Promise<TemplateRow[]> {
  return tx.rows(
    `SELECT ${COLUMNS} FROM mail_template t WHERE t.kind = $1 AND t.locale = $2 ORDER BY t.number DESC LIMIT $3`,
    [kind, locale, SHOWN + 1],
  );
}

/** Gives one version, or null. */
export function readVersion(tx: Tx, { kind, locale }: WhichTemplate, number: number): Promise<TemplateRow | null> {
  return tx.row(`SELECT ${COLUMNS} FROM mail_template t WHERE t.kind = $1 AND t.locale = $2 AND t.number = $3`, [
    kind,
    locale,
    number,
  ]);
}

/** Adds a version after `newest`; gives its id, or null when somebody else was first. */
export async function addVersion(
  tx: Tx,
  { kind, locale }: WhichTemplate,
  version: { newest: number; texts: EditedTexts; restoredFrom: number | null; madeBy: string },
): Promise<string | null> {
  const { newest, texts, restoredFrom, madeBy } = version;
  const added = await tx.row<{ id: string }>(
    `INSERT INTO mail_template (kind, locale, number, texts, restored_from, made_by)
     SELECT $1, $2, $3::int + 1, $4, $5, $6 WHERE newest_mail_template($1, $2) = $3::int
     ON CONFLICT DO NOTHING RETURNING id`,
    [kind, locale, newest, JSON.stringify(texts), restoredFrom, madeBy],
  );
  return added?.id ?? null;
}
