import { OPERATIONS } from '@htsm/domain/permissions';
import { fill } from './testing/permissions/answers';
import { bodyOf, requestFor } from './testing/permissions/bodies';
import { keepNothing } from './testing/permissions/keep-nothing';
import { createPermissionWorld, type PermissionWorld } from './testing/permissions/permission-world';
import type { Thing } from './testing/permissions/things';

/**
 * What reading leaves behind on purpose: when a session was last used, counted attempts, refused accesses in the log, and
 * that somebody opened a proposal of others. Coming back from a provider is by GET because the standard says so.
 */
const TRACES = new Set([
  ...['session', 'rate_limit', 'event', 'event_chain', 'event_chain_head'],
  ...['proposal_opening', 'proposal_opening_reader'],
]);
/** How many objects of a kind each person reads: one of each state, or fewer in the default run. */
const MOST_THINGS = process.env['TRUST'] === 'full' ? Infinity : 2;
const BACK_FROM_A_PROVIDER = 'GET /api/session/provider/callback';

describe('every answer of every operation', () => {
  let world: PermissionWorld;
  let tables: string[];
  const operations = Object.entries(OPERATIONS);

  beforeAll(async () => {
    world = await createPermissionWorld();
    // who may see which words is judged in permissions.spec.ts
    world.test.canaries.onLeak = () => undefined;
    tables = (
      await world.test.database.asOwner<{ name: string }>(
        `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
      )
    ).map(({ name }) => name);
  }, 60_000);
  afterAll(() => world.test.close());

  /** Every row's version by table: whatever is added, changed or removed changes it. */
  async function versions(): Promise<Map<string, string>> {
    const parts = tables.map(
      (name) =>
        `SELECT '${name}' AS name, count(*) || ':' || coalesce(md5(string_agg(xmin::text || ctid::text, ',' ORDER BY ctid)), '') AS version FROM ${name}`,
    );
    const rows = await world.test.database.asOwner<{ name: string; version: string }>(parts.join(' UNION ALL '));
    return new Map(rows.map(({ name, version }) => [name, version]));
  }

  function thingsOf(kind: string | undefined): Pick<Thing, 'params'>[] {
    const found = world.things.filter((thing) => thing.kind === kind);
    return found.length === 0 ? [{ params: {} }] : found;
  }

  async function send(operation: string, cookie: string | undefined, params: Readonly<Record<string, string>>) {
    const [method = '', path = ''] = operation.split(' ');
    const first = (kind: string): string => world.things.find((thing) => thing.kind === kind)?.id ?? '';
    const names = { organisationId: first('organisation'), proposalId: params['proposalId'] ?? first('proposal') };
    const body = bodyOf(operation, {
      ...names,
      smeId: world.cast.outsider.organisations[0]?.id ?? '',
      reviewerId: world.cast.idle.id ?? '',
      criterionId: '',
      challengeSlug: params['slug'] ?? '',
    });
    return world.test.request(method, fill(path, params), requestFor(operation, cookie, body));
  }

  it('to a GET leaves no trace but those that are meant', async () => {
    const faults: string[] = [];
    let asked = 0;
    let before = await versions();
    for (const [operation, rule] of operations.filter(([name]) => name.startsWith('GET '))) {
      for (const person of world.people) {
        for (const { params } of thingsOf(rule.about).slice(0, MOST_THINGS)) {
          await send(operation, person.cookie, params);
          asked += 1;
        }
      }
      const after = await versions();
      const changed = tables.filter((name) => after.get(name) !== before.get(name) && !TRACES.has(name));
      if (changed.length > 0 && operation !== BACK_FROM_A_PROVIDER)
        faults.push(`${operation} writes ${changed.join(', ')}`);
      before = after;
    }
    const events = await world.test.database.asOwner<{ type: string }>(
      `SELECT DISTINCT type FROM event WHERE request_id IS NOT NULL AND type NOT IN ('access.refused', 'attempt.refused')`,
    );
    expect([faults, events]).toEqual([[], []]);
    expect(asked).toBeGreaterThan(1_000);
  }, 120_000);

  it('says of its body what it is, and a text in which alphabet', async () => {
    const emails = await world.test.database.asOwner<{ email: string; id: string }>('SELECT email, id FROM app_user');
    const keepForReal = keepNothing(world.test, new Map(emails.map(({ email, id }) => [email, id])));
    const faults = new Set<string>();
    const kinds = new Set<string>();
    for (const [operation, rule] of operations) {
      for (const person of [world.cast.visitor, ...world.people.filter(({ bodies }) => bodies.length > 0)]) {
        const { status, text, headers } = await send(operation, person.cookie, thingsOf(rule.about)[0]?.params ?? {});
        const type = String(headers['content-type'] ?? '');
        const isNamed =
          /^[\w.+-]+\/[\w.+-]+(;.*)?$/.test(type) && (!type.startsWith('text/') || /charset=utf-8/i.test(type));
        if (text !== '' && !isNamed) faults.add(`${operation} ${status}: “${type}”`);
        if (text !== '') kinds.add(type.split(';', 1)[0] ?? '');
      }
    }
    keepForReal();
    expect([...faults]).toEqual([]);
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['application/json', 'application/problem+json']));
  }, 120_000);
});
