import { DataSource } from 'typeorm';
import { ConfigurationError, dataSourceOptions, type DatabaseAddresses } from '@htsm/api/core';

const BODIES = ['taskforce', 'administration', 'review_panel'];

/**
 * Gives a confirmed account a role. A new platform has no administrator, and only an administrator can make one on
 * the screen: this is how the first one comes to be. Throws ConfigurationError for an unknown address or role.
 */
export async function grant(
  addresses: DatabaseAddresses,
  email: string | undefined,
  body: string | undefined,
): Promise<void> {
  if (email === undefined || body === undefined || !BODIES.includes(body)) {
    throw new ConfigurationError(`Usage: node cli.js grant <e-mail> <${BODIES.join('|')}>`);
  }
  const source = await new DataSource(dataSourceOptions(addresses.ownerDatabaseUrl, [], 1)).initialize();
  try {
    const [account] = await source.query<{ id: string }[]>(
      'SELECT id FROM app_user WHERE email = $1 AND email_confirmed_at IS NOT NULL',
      [email],
    );
    if (account === undefined) throw new ConfigurationError(`There is no confirmed account with ${email}.`);
    await source.query(
      `WITH granted AS (
         INSERT INTO membership (user_id, body, role) VALUES ($1, $2, 'member') ON CONFLICT DO NOTHING RETURNING user_id
       )
       INSERT INTO event (type, subject_type, subject_id, reason)
       SELECT 'membership.granted', 'person', user_id, $3 FROM granted`,
      [account.id, body, `command line: ${body}`],
    );
    process.stdout.write(`${email} now belongs to ${body}.\n`);
  } finally {
    await source.destroy();
  }
}
