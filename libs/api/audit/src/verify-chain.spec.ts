import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestWorld, type TestWorld } from '@htsm/api/core/testing';
import { verifyChain } from './verify-chain';

describe('the hash chain of the audit log', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [], entities: [], texts: [] }, 'worker');
    await Promise.all(Array.from({ length: 4 }, (_, n) => append(10, `Reason ${n}`)));
  });
  afterAll(() => world.close());

  const owner = <Row>(sql: string, parameters?: readonly unknown[]) => world.database.asOwner<Row>(sql, parameters);
  const append = (count: number, reason: string) =>
    owner(
      `INSERT INTO event (type, subject_type, subject_id, reason, payload) SELECT 'test.done', 'test', $1, $2, jsonb_build_object('n', n)
       FROM generate_series(1, $3::int) n`,
      [randomUUID(), reason, count],
    );

  it('stays one chain while many append at once, and says where it ends', async () => {
    const pool = new pg.Pool({ connectionString: world.database.ownerUrl, max: 8 });
    const add = (n: number) =>
      pool.query(`INSERT INTO event (type, subject_type, subject_id, payload) VALUES ('test.raced', 'test', $1, $2)`, [
        randomUUID(),
        { n },
      ]);
    await Promise.all(Array.from({ length: 200 }, (_, n) => add(n)));
    await pool.end();
    const { lines, head, broken } = await verifyChain(world.source);
    expect([lines, head.length, broken]).toEqual([240, 64, null]);
    await append(1, 'later');
    expect((await verifyChain(world.source, head)).broken).toBeNull();
    expect((await verifyChain(world.source, head.replace(/./g, 'a'))).broken?.reason).toMatch(/noted earlier/);
  });

  it.each([
    'UPDATE event SET actor_id = gen_random_uuid()',
    `UPDATE event SET reason = 'other' WHERE id = 1`,
    `UPDATE event SET reason = NULL, payload = '{}', salt = NULL, type = 'x', words_erased_at = now() WHERE id = 1`,
    'DELETE FROM event',
    'TRUNCATE event CASCADE',
    `UPDATE event_chain SET hash = '\\x00'`,
    'DELETE FROM event_chain',
    'TRUNCATE event_chain',
    'DELETE FROM event_unsealed',
    'UPDATE event_unsealed SET subject_id = gen_random_uuid()',
  ])('refuses %s even for the owner of the schema', async (statement) => {
    await owner('INSERT INTO event_unsealed VALUES ($1) ON CONFLICT DO NOTHING', [randomUUID()]);
    await expect(owner(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['event', 'event_chain', 'event_chain_head', 'event_unsealed'])(
    'lets no service change %s',
    async (table) => {
      const rows = await owner<{ may: boolean }>(
        `SELECT has_table_privilege(role, $1, right_name) AS may FROM unnest(ARRAY['htsm_app', 'htsm_worker']) role,
         unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) right_name`,
        [table],
      );
      expect(rows.map(({ may }) => may)).toEqual([false, false, false, false, false, false]);
    },
  );

  /** Does as somebody with all rights on the server would, past the triggers; and puts it back. */
  async function tampered(statement: string, undo: string): Promise<unknown> {
    const past = (sql: string) =>
      owner(`SET session_replication_role = replica; ${sql}; RESET session_replication_role`);
    await past(
      `CREATE TABLE kept AS SELECT * FROM event; CREATE TABLE kept_chain AS SELECT * FROM event_chain; ${statement}`,
    );
    const { broken } = await verifyChain(world.source);
    await past(`${undo}; DROP TABLE kept, kept_chain`);
    expect((await verifyChain(world.source)).broken).toBeNull();
    return broken;
  }

  const exchanged = (column: string) =>
    `UPDATE event SET ${column} = kept.${column} FROM kept WHERE kept.id = event.id`;
  const put = (table: string) =>
    `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept${table === 'event' ? '' : '_chain'} WHERE `;

  it.each([
    [
      'who did it',
      'UPDATE event SET actor_id = gen_random_uuid() WHERE id = 7',
      exchanged('actor_id'),
      '7',
      /was changed/,
    ],
    [
      'when',
      `UPDATE event SET occurred_at = occurred_at + interval '1 microsecond' WHERE id = 7`,
      exchanged('occurred_at'),
      '7',
      /was changed/,
    ],
    ['why', `UPDATE event SET reason = 'Another' WHERE id = 7`, exchanged('reason'), '7', /reason or payload/],
    ['a figure', `UPDATE event SET payload = '{"n": 0}' WHERE id = 7`, exchanged('payload'), '7', /reason or payload/],
    ['a line that is gone', 'DELETE FROM event WHERE id = 7', `${put('event')} id = 7`, '7', /deleted/],
    [
      'a line that is gone with its link',
      'DELETE FROM event WHERE id = 7; DELETE FROM event_chain WHERE event_id = 7',
      `${put('event')} id = 7; ${put('event_chain')} event_id = 7`,
      '8',
      /missing/,
    ],
    [
      'an end that is cut off',
      'DELETE FROM event_chain WHERE event_id = 240; DELETE FROM event WHERE id = 240',
      `${put('event')} id = 240; ${put('event_chain')} event_id = 240`,
      null,
      /missing|cut off/,
    ],
    [
      'words erased in silence',
      `UPDATE event SET reason = NULL, payload = '{}', salt = NULL, words_erased_at = now() WHERE id = 7`,
      `UPDATE event SET reason = kept.reason, payload = kept.payload, salt = kept.salt, words_erased_at = NULL FROM kept WHERE kept.id = event.id`,
      '7',
      /no line says so/,
    ],
    [
      'a line that was put in',
      `INSERT INTO event (id, type, subject_type, subject_id) OVERRIDING SYSTEM VALUE VALUES (100000, 'test.forged', 'test', gen_random_uuid())`,
      'DELETE FROM event WHERE id = 100000',
      '100000',
      /past the chain/,
    ],
  ])('finds %s', async (...row) => {
    const [, statement, undo, eventId, reason] = row;
    const broken = (await tampered(statement, undo)) as { eventId: string | null; reason: string };
    if (eventId !== null && !/missing/.test(broken.reason)) expect(broken.eventId).toBe(eventId);
    expect(broken.reason).toMatch(reason);
  });

  it('erases words without breaking the chain, and keeps that it did', async () => {
    await append(1, 'A private reason');
    const [line] = await owner<{ id: string; subject_id: string }>(
      `SELECT id, subject_id FROM event WHERE reason = 'A private reason'`,
    );
    expect(
      await owner('SELECT erase_event_words(ARRAY[$1::bigint], $2) AS erased', [line?.id, 'asked by the person']),
    ).toEqual([{ erased: 1 }]);
    expect(await owner('SELECT type, reason FROM event WHERE subject_id = $1 ORDER BY id', [line?.subject_id])).toEqual(
      [
        { type: 'test.done', reason: null },
        { type: 'audit.words_erased', reason: 'asked by the person' },
      ],
    );
    expect((await verifyChain(world.source)).broken).toBeNull();
  });
});
