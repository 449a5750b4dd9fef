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

/** An address of an organisation that hears of challenges and one of the platform, each with a message; gives the names of the ids. */
export async function addRowWebhooks(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  { of, by }: { of: string; by: string },
): Promise<[id: string, name: string][]> {
  const hooks = [
    { id: '00000000-0000-4000-8000-00000000e0e1', name: 'W Agra', of },
    { id: '00000000-0000-4000-8000-00000000e0e2', name: 'W all', of: null },
  ];
  for (const hook of hooks) {
    await run(
      `INSERT INTO webhook (id, organisation_id, url, kinds, secret, created_by) VALUES ($1, $2, 'https://x.example', '{}', 'x', $3)`,
      hook.id,
      hook.of,
      by,
    );
    await run(
      `INSERT INTO webhook_delivery (webhook_id, message_id, kind, payload) VALUES ($1::uuid, $1::uuid, 'webhook.test', '{}')`,
      hook.id,
    );
  }
  return hooks.map(({ id, name }) => [id, name]);
}
