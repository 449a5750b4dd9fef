import { SESSION_COOKIE, hashSessionToken } from '../access/session-hook';
import type { Canaries } from './canaries';
import type { TestDatabase } from './test-database';
import type { TestRequest, TestResponse } from './test-world';

/** Pino's number for errors. */
const ERROR_LEVEL = 50;

/** The log of a test's API: shows errors only, and looks through every line for secrets, which nobody may log. */
export class ScannedLog {
  constructor(private readonly canaries: Canaries) {}

  write(line: string): void {
    const { level } = JSON.parse(line) as { level: number }; // every line of pino has one
    if (level >= ERROR_LEVEL) process.stderr.write(line);
    for (const secret of this.canaries.secretsIn(line)) this.canaries.onLeak(`In the log: ${secret}`);
  }
}

/** Looks through status line, headers and body for secrets of others than the asker. */
export async function scanAnswer(
  world: { readonly canaries: Canaries; readonly database: TestDatabase },
  request: string,
  options: TestRequest,
  answer: TestResponse,
): Promise<void> {
  const readerId = await holderOf(world.database, options.cookie);
  const said = `${request} ${JSON.stringify(options.body ?? '')}`;
  for (const secret of world.canaries.leaksTo(readerId, `${JSON.stringify(answer.headers)} ${answer.text}`, said)) {
    world.canaries.onLeak(`${request} shows ${readerId ?? 'a visitor'}: ${secret}`);
  }
}

/** Looks through every mail in the outbox for secrets of others than its reader. */
export async function scanMails(canaries: Canaries, database: TestDatabase): Promise<void> {
  const mails = await database.asOwner<{ kind: string; to: string; readerId: string | null; variables: unknown }>(
    `SELECT m.kind, m.to_email AS "to", coalesce(m.to_user_id, u.id) AS "readerId", m.variables
     FROM mail_outbox m LEFT JOIN app_user u ON u.email = m.to_email ORDER BY m.id`,
  );
  for (const { kind, to, readerId, variables } of mails) {
    for (const secret of canaries.leaksTo(readerId, JSON.stringify(variables), to)) {
      canaries.onLeak(`In a mail ${kind} to ${to}: ${secret}`);
    }
  }
}

const holders = new Map<string, string | null>();

/** Finds whose session a cookie belongs to; a session that ended keeps its last holder. */
async function holderOf(database: TestDatabase, cookie: string | undefined): Promise<string | null> {
  const token = cookie?.startsWith(`${SESSION_COOKIE}=`) ? cookie.slice(SESSION_COOKIE.length + 1) : undefined;
  if (token === undefined) return null;
  const known = holders.get(token);
  if (known !== undefined) return known;
  const [session] = await database.asOwner<{ user_id: string }>('SELECT user_id FROM session WHERE token_hash = $1', [
    hashSessionToken(token),
  ]);
  const holder = session?.user_id ?? null;
  holders.set(token, holder);
  return holder;
}
