/** The mail that stands for all in the tests of rows. */
export const MAIL = '00000000-0000-4000-8000-00000000ffff';

/** A mail in trouble, a kind on hold, a stopped address and a text that an administrator changed. */
export async function addRowMails(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  administratorId: string,
): Promise<void> {
  await run(
    `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id, state)
     VALUES ($1, 'password_changed', 'x@example.nl', 'nl', '{"name":"x"}', 'm', 'm', 'uncertain')`,
    MAIL,
  );
  await run(`INSERT INTO mail_kind_hold (kind, reason) VALUES ('digest', 'x')`);
  await run(`INSERT INTO mail_suppression (email, reason) VALUES ('x@example.nl', 'by_hand')`);
  await run(
    `INSERT INTO mail_template (kind, locale, number, texts, made_by) VALUES ('digest', 'nl', 1, '{}', $1)`,
    administratorId,
  );
}
