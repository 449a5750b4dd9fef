import { randomUUID } from 'node:crypto';
import { CreateAccount } from '@htsm/api/accounts';
import { linkToken, type LinkPurpose } from '@htsm/api/core';
import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { createWholeApi } from './testing-app';

const PASSWORD = 'schuur klompen radijs 41';
const NEW_PASSWORD = 'vlinder steiger boterham 7';
const DAY_MS = 86_400_000;

/** One kind of mailed link: how it is got, where it is used, and how long it works. */
interface LinkKind {
  readonly purpose: LinkPurpose;
  readonly days: number;
  ask(world: TestWorld, name: string): Promise<unknown>;
  use(world: TestWorld, token: string): Promise<TestResponse>;
}

let numbers = 68_760_000;
const post = (world: TestWorld, path: string, body: object, cookie?: string): Promise<TestResponse> =>
  world.request('POST', `/api${path}`, { body, cookie });

async function account(
  world: TestWorld,
  name: string,
): Promise<{ email: string; cookie: string; organisationId: string }> {
  numbers += 1;
  const email = `van-${name}@matrix.example.nl`;
  const organisation = { name: `Van ${name}`, kind: 'sme', kvkNumber: String(numbers) } as const;
  const person = await world.app
    .get(CreateAccount)
    .run({ email, name: 'Mies Matrix', password: PASSWORD, organisation });
  return { email, cookie: await world.signInAs(person.userId), organisationId: person.organisations[0]?.id ?? '' };
}

const KINDS: readonly LinkKind[] = [
  {
    purpose: 'confirm_email',
    days: 3,
    ask: (world, name) => {
      numbers += 1;
      const organisation = { organisationName: name, organisationKind: 'sme', kvkNumber: String(numbers) };
      return post(world, '/registrations', { ...organisation, name: 'Mies', email: mailbox(name), password: PASSWORD });
    },
    use: (world, token) => post(world, '/email-confirmations', { token }),
  },
  {
    purpose: 'reset_password',
    days: 1 / 24,
    ask: async (world, name) => {
      await world.app.get(CreateAccount).run({ email: mailbox(name), name: 'Mies Matrix', password: PASSWORD });
      return post(world, '/password-resets', { email: mailbox(name) });
    },
    use: (world, token) => post(world, '/password-resets/complete', { token, password: NEW_PASSWORD }),
  },
  {
    purpose: 'change_email',
    days: 1,
    ask: async (world, name) =>
      post(world, '/account/email', { email: mailbox(name) }, (await account(world, name)).cookie),
    use: (world, token) => post(world, '/email-changes/complete', { token }),
  },
  {
    purpose: 'link_identity',
    days: 1,
    // as it is after somebody came back from a provider; that way itself is in identity-providers.spec.ts
    ask: async (world, name) => {
      const person = { email: mailbox(name), name: 'Mies Matrix', password: PASSWORD };
      const { userId } = await world.app.get(CreateAccount).run(person);
      const id = randomUUID();
      await world.database.asOwner(
        `INSERT INTO account_token (id, purpose, user_id, email, expires_at) VALUES ($1, 'link_identity', $2, $3, htsm_now() + interval '1 day')`,
        [id, userId, mailbox(name)],
      );
      await world.database.asOwner(
        `INSERT INTO pending_identity (token_id, issuer, subject) VALUES ($1, 'https://idp.example', $2)`,
        [id, name],
      );
      await world.database.asOwner(
        `INSERT INTO mail_outbox (kind, to_email, to_user_id, locale, variables, dedupe_key, message_id)
         VALUES ('link_identity', $1, $2, 'nl', $3, $4, $4)`,
        [mailbox(name), userId, JSON.stringify({ name: 'Mies', tokenId: id, domain: 'matrix.example.nl' }), id],
      );
    },
    use: (world, token) => post(world, '/identity-links/complete', { token }),
  },
  {
    purpose: 'invite',
    days: 14,
    ask: async (world, name) => {
      const { cookie, organisationId } = await account(world, name);
      return post(world, '/invitations', { organisationId, email: mailbox(name) }, cookie);
    },
    use: (world, token) => post(world, '/invitations/accept', { token, name: 'Mies Matrix', password: NEW_PASSWORD }),
  },
  {
    purpose: 'confirm_subscription',
    days: 7,
    ask: (world, name) =>
      post(world, '/subscriptions', {
        email: mailbox(name),
        themes: [],
        regions: [],
        frequency: 'weekly',
        locale: 'nl',
      }),
    use: (world, token) => post(world, '/subscriptions/confirmation', { token }),
  },
];
/** A link to sign off: it works for as long as the mail that holds it lies about, and as often as it is pressed. */
const SIGN_OFF = (world: TestWorld, token: string): Promise<TestResponse> =>
  world.request('POST', `/api/one-click/unsubscribe?token=${encodeURIComponent(token)}`);

function mailbox(name: string): string {
  return `${name}@matrix.example.nl`;
}

/** What the world holds that a link could change, without what a refused attempt may write. */
async function worldOf(world: TestWorld): Promise<unknown> {
  return world.database.asOwner(
    `SELECT (SELECT count(*) FROM app_user) AS people, (SELECT count(*) FROM membership) AS memberships,
      (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM mail_outbox) AS mails,
      (SELECT string_agg(c::text, ' ' ORDER BY user_id) FROM user_credential c) AS credentials,
      (SELECT count(*) FROM external_identity) AS identities,
      (SELECT string_agg(s.state, ' ' ORDER BY s.id) FROM subscription s) AS subscriptions`,
  );
}

describe('a mailed link', () => {
  let world: TestWorld;
  let made = 0;

  beforeAll(async () => {
    world = await createWholeApi();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.shiftClock(0);
    await world.database.asOwner('DELETE FROM rate_limit');
  });

  async function linkOf(kind: LinkKind): Promise<string> {
    made += 1;
    const name = `${kind.purpose.replaceAll('_', '-')}-${made}`;
    await kind.ask(world, name);
    const [mail] = await world.database.asOwner<{ id: string }>(
      `SELECT variables->>'tokenId' AS id FROM mail_outbox WHERE to_email = $1 AND kind = $2`,
      [mailbox(name), kind.purpose],
    );
    if (mail === undefined) throw new Error(`No ${kind.purpose} mail to ${mailbox(name)}`);
    return linkToken(world.config.appSecret, kind.purpose, mail.id);
  }

  it('works for no other purpose, whatever row it names', async () => {
    const doors = [
      ...KINDS.map((kind) => ({ name: kind.purpose, use: kind.use })),
      { name: 'sign_off', use: SIGN_OFF },
    ];
    const accepted: string[] = [];
    for (const kind of KINDS) {
      const token = await linkOf(kind);
      const [id = ''] = token.split('.');
      const before = await worldOf(world);
      for (const door of doors.filter(({ name }) => name !== kind.purpose)) {
        const answer = await door.use(world, token);
        if (answer.status < 400) accepted.push(`${kind.purpose} at ${door.name}`);
        // a signature for the right purpose over a row of another purpose, as only a fault of ours could make it
        if (door.name === 'sign_off' || door.name === 'confirm_subscription') continue;
        const forged = linkToken(world.config.appSecret, door.name as LinkPurpose, id); // the doors left are purposes
        if ((await door.use(world, forged)).status < 400) accepted.push(`${kind.purpose} row at ${door.name}`);
      }
      expect(await worldOf(world)).toEqual(before);
      expect([kind.purpose, (await kind.use(world, token)).status]).toEqual([kind.purpose, 200]);
    }
    expect(accepted).toEqual([]);
  });

  it.each(KINDS.map((kind) => [kind.purpose, kind] as const))('to %s works until it expires', async (_, kind) => {
    const [early, late] = [await linkOf(kind), await linkOf(kind)];
    await world.database.shiftClock(kind.days * DAY_MS - 60_000);
    expect((await kind.use(world, early)).status).toBe(200);
    await world.database.shiftClock(kind.days * DAY_MS + 60_000);
    expect((await kind.use(world, late)).status).toBeGreaterThanOrEqual(400);
  });

  it.each(KINDS.map((kind) => [kind.purpose, kind] as const))(
    'to %s acts once, of twenty at the same time and ever after',
    async (_, kind) => {
      const token = await linkOf(kind);
      const [before] = await world.database.asOwner<{ count: string }>('SELECT count(*) FROM event');
      const answers = await Promise.all(Array.from({ length: 20 }, () => kind.use(world, token)));
      const again = await kind.use(world, token);
      const accepted = answers.filter((answer) => answer.status < 400).length;
      const [after] = await world.database.asOwner<{ count: string }>('SELECT count(*) FROM event');
      const lines = Number(after?.count) - Number(before?.count);
      // a confirmed subscription says so again, and nothing happens; every other link is refused
      const isRepeatable = kind.purpose === 'confirm_subscription';
      expect([accepted, again.status < 400]).toEqual(isRepeatable ? [20, true] : [1, false]);
      expect(lines).toBe(LINES[kind.purpose]);
    },
  );

  it('to sign off ends a subscription once, answers alike ever after, and an old confirmation does not bring it back', async () => {
    const kind = KINDS.find(({ purpose }) => purpose === 'confirm_subscription');
    if (kind === undefined) throw new Error('No such kind');
    const confirm = await linkOf(kind);
    const [interest = ''] = confirm.split('.');
    const [row] = await world.database.asOwner<{ id: string }>(
      'SELECT subscription_id AS id FROM interest WHERE id = $1',
      [interest],
    );
    const id = row?.id ?? '';
    await kind.use(world, confirm);
    await world.database.shiftClock(400 * DAY_MS);
    const signOff = linkToken(world.config.appSecret, 'one_click', id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => SIGN_OFF(world, signOff)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const ended = await world.database.asOwner(
      `SELECT count(*)::int FROM event WHERE subject_id = $1 AND type = 'subscription.ended'`,
      [id],
    );
    expect(ended).toEqual([{ count: 1 }]);
    expect((await kind.use(world, confirm)).status).toBe(404);
  });
});

/** Lines in the audit log that one use of a link writes. */
const LINES: Readonly<Partial<Record<LinkPurpose, number>>> = {
  confirm_email: 3,
  reset_password: 1,
  change_email: 1,
  link_identity: 1,
  invite: 3,
  confirm_subscription: 1,
};
