import { linkToken, type LinkPurpose } from '@htsm/api/core';
import { createTestWorld, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { accountsEntities } from '../accounts.entities';
import { AccountsModule } from '../accounts.module';
import { accountsTexts } from '../accounts.texts';

/** A password that every rule allows. */
export const PASSWORD = 'schuur klompen radijs 41';

/** The accounts room on a scratch database. */
export function createAccountsWorld(): Promise<TestWorld> {
  return createTestWorld({ modules: [AccountsModule], entities: accountsEntities, texts: [accountsTexts] });
}

/** A mail in the outbox, as far as a test looks at it. */
export interface QueuedMail {
  kind: string;
  to_email: string;
  locale: string;
  variables: Record<string, string>;
}

/** Every mail to an address, the oldest first. */
export function mailsTo(world: TestWorld, email: string): Promise<QueuedMail[]> {
  return world.database.asOwner<QueuedMail>(
    'SELECT kind, to_email, locale, variables FROM mail_outbox WHERE to_email = $1 ORDER BY created_at, id',
    [email],
  );
}

/** The token of the link in the newest mail of a kind; throws when there is none. */
export async function mailedToken(world: TestWorld, email: string, purpose: LinkPurpose): Promise<string> {
  const mail = (await mailsTo(world, email)).findLast((sent) => sent.kind === purpose);
  const tokenId = mail?.variables['tokenId'];
  if (tokenId === undefined) throw new Error(`No ${purpose} mail to ${email}`);
  return linkToken(world.config.appSecret, purpose, tokenId);
}

/** The session cookie a response sets, ready to be sent back; undefined when it sets none. */
export function cookieOf(response: TestResponse): string | undefined {
  return setCookies(response).map((cookie) => cookie.split(';', 1)[0])[0];
}

/** Every Set-Cookie header of a response. */
export function setCookies(response: TestResponse): string[] {
  const header = response.headers['set-cookie'];
  return header === undefined ? [] : [header].flat().map(String);
}

/** What of a response could tell two cases apart: all but its id, and the date. */
export function answerOf(response: TestResponse): unknown {
  const { date, ...headers } = response.headers;
  return {
    status: response.status,
    headers,
    text: response.text.replace(/"requestId":"[^"]+"/, '"requestId":""'),
    hasDate: date !== undefined,
  };
}

/** The types of the events about a subject, the oldest first. */
export async function eventsOf(world: TestWorld, subjectId: string): Promise<string[]> {
  const rows = await world.database.asOwner<{ type: string }>(
    'SELECT type FROM event WHERE subject_id = $1 ORDER BY id',
    [subjectId],
  );
  return rows.map((row) => row.type);
}

/** What a problem says: its code and the faults per field. */
export function problemOf(response: TestResponse): { status: number; code: string; faults: string[] } {
  const body = response.body as { code: string; errors?: { path: string; code: string }[] }; // problem+json
  return {
    status: response.status,
    code: body.code,
    faults: (body.errors ?? []).map((error) => `${error.path}: ${error.code}`),
  };
}

/** The fastest of three runs, in milliseconds: what the code takes when nothing else is in its way. */
export async function fastestMs(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
