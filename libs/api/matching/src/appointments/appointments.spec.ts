import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { Database, openDataSource } from '@htsm/api/core';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  roleUrl,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import type { AppointmentPageDto } from '../dto/appointment.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import { ChallengeReading } from '@htsm/api/challenges';
import { AppointmentRun } from './appointment-run';
import { AppointmentSteps } from './appointment-steps';

const entities = [...challengesEntities, ...matchingEntities];
const DAY_MS = 86_400_000;
const MAILS = `SELECT kind, to_email AS "to", coalesce(variables->>'news', '') AS news FROM mail_outbox`;

describe('the appointment of an introduction', () => {
  let world: TestWorld;
  let worker: Awaited<ReturnType<typeof openDataSource>>;
  let run: AppointmentRun;
  let id: string;
  let challengeId: string;
  const cookies: Record<string, string> = {};
  const people: Record<string, { id: string; email: string }> = {};

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities,
      texts: [challengesTexts, matchingTexts],
    });
    worker = await openDataSource(roleUrl(world.database, 'htsm_worker'), entities, 4);
    const { app } = world;
    run = new AppointmentRun(new Database(worker), app.get(ChallengeReading), app.get(AppointmentSteps));
  });
  afterEach(() => world.database.shiftClock(0));
  afterAll(async () => {
    await worker.destroy();
    await world.close();
  });

  beforeEach(async () => {
    await world.database.asOwner('DELETE FROM mail_outbox');
    await world.database.asOwner('DELETE FROM membership');
    await world.database.asOwner('DELETE FROM appointment');
    const { database } = world;
    const company = await makeOrganisation(database, { name: 'Strukton', kind: 'company' });
    const hunze = await makeOrganisation(database, { name: 'Hunze', kind: 'sme' });
    const geest = await makeOrganisation(database, { name: 'Geest', kind: 'sme' });
    people['taskforce'] = await makePerson(database, { bodies: ['taskforce'] });
    people['colleague'] = await makePerson(database, { bodies: ['taskforce'] });
    people['owner'] = await makePerson(database, { organisationId: company.id });
    people['sme'] = await makePerson(database, { organisationId: hunze.id });
    people['rival'] = await makePerson(database, { organisationId: geest.id });
    people['barred'] = await makePerson(database, { organisationId: geest.id, bodies: ['taskforce'] });
    challengeId = (await makeChallenge(database, { organisationId: company.id, createdBy: people['owner'].id })).id;
    id = await suggest(hunze.id, 'introduced');
    await suggest(geest.id, 'invited');
    for (const [name, person] of Object.entries(people)) cookies[name] = await world.signInAs(person.id);
  });

  async function suggest(organisationId: string, state: string): Promise<string> {
    const [row] = await world.database.asOwner<{ id: string }>(
      `INSERT INTO suggestion (challenge_id, organisation_id, organisation_name, state, invited_at, introduced_at)
       SELECT $1, id, name, $3, htsm_now(), CASE WHEN $3 = 'introduced' THEN htsm_now() END FROM organisation WHERE id = $2 RETURNING id`,
      [challengeId, organisationId, state],
    );
    return row?.id ?? '';
  }

  // one moment for all: the same slot offered again is the same instant, a second later too
  const now = Math.floor(Date.now() / 1000) * 1000;
  const at = (days: number): string => new Date(now + days * DAY_MS).toISOString();
  const slot = (days: number, place = 'Zernike') => ({ startsAt: at(days), minutes: 45, place });
  const send = (who: string, act: string, body?: object, of = id): Promise<TestResponse> =>
    world.request(body === undefined ? 'GET' : 'POST', `/api/introductions/${of}/appointment${act}`, {
      cookie: cookies[who] ?? '',
      ...(body === undefined ? {} : { body }),
    });
  const page = ({ status, body, text }: TestResponse): AppointmentPageDto => {
    if (status !== 200) throw new Error(`${status} ${text}`);
    return body as AppointmentPageDto; // the contract of the route
  };
  const code = ({ status, body }: TestResponse): unknown[] => [status, (body as { code: string }).code]; // problem+json
  const read = async (who = 'taskforce'): Promise<AppointmentPageDto> => page(await send(who, ''));
  const offer = async (who: string, slots: object[], words = ''): Promise<TestResponse> =>
    send(who, '/slots', { slots, words, version: (await read()).appointment?.version ?? 0 });
  const slotId = async (index = 0): Promise<string> => (await read()).appointment?.slots[index]?.id ?? '';
  const withVersion = async (body: object): Promise<object> => ({
    ...body,
    version: (await read()).appointment?.version ?? 0,
  });
  const mails = async (): Promise<string[]> =>
    (await world.database.asOwner<{ kind: string; to: string; news: string }>(MAILS))
      .map(({ kind, to, news }) => {
        const [name] = Object.entries(people).find(([, { email }]) => email === to) ?? ['somebody'];
        return [kind.replace('appointment_', ''), news, name].filter((word) => word !== '').join(' ');
      })
      .sort();
  const log = (): Promise<unknown[]> =>
    world.database.asOwner(
      `SELECT type, actor_id AS "actorId", reason FROM event WHERE subject_id = $1 AND type LIKE 'suggestion.%' ORDER BY id`,
      [id],
    );
  const fix = async (days = 3): Promise<void> => {
    page(await offer('taskforce', [slot(days)]));
    page(await send('sme', '/choice', { slotId: await slotId() }));
  };

  it('goes from slots to a choice to another time to its end, and everybody hears of it', async () => {
    const slots = [slot(9), slot(3), slot(4, 'https://meet.example/x')];
    const offered = page(await offer('taskforce', slots, 'Neem een monster mee.'));
    const id0 = expect.any(String) as string;
    expect(offered).toEqual({
      suggestionId: id,
      side: 'taskforce',
      ownerName: 'Strukton',
      smeName: 'Hunze',
      appointment: {
        id: id0,
        state: 'offered',
        arrangedAs: 'taskforce',
        slots: [slots[1], slots[2], slots[0]].map((one) => ({ id: id0, ...one })),
        meeting: null,
        words: 'Neem een monster mee.',
        wordsOf: 'taskforce',
        version: 1,
      },
      steps: ['offer', 'cancel'],
      now: id0,
    });
    expect((await read('sme')).steps).toEqual(['choose', 'refuse']);
    const chosen = page(await send('owner', '/choice', { slotId: await slotId(1) }));
    expect(chosen.appointment).toEqual({
      ...offered.appointment,
      state: 'fixed',
      slots: [],
      meeting: slots[2],
      version: 2,
    });
    const moved = page(await send('taskforce', '/move', await withVersion({ ...slot(5), words: 'De zaal is vol.' })));
    expect([moved.appointment?.meeting, moved.steps]).toEqual([slot(5), ['move', 'cancel']]);
    const off = page(await send('sme', '/cancellation', await withVersion({ words: 'Wij zijn ziek.' })));
    expect([off.appointment, off.steps]).toEqual([
      { ...moved.appointment, state: 'cancelled', words: 'Wij zijn ziek.', wordsOf: 'sme', version: 4 },
      [],
    ]);
    expect(await mails()).toEqual([
      'offered owner',
      'offered sme',
      ...['cancelled', 'fixed', 'moved'].flatMap((news) =>
        ['owner', 'sme', 'taskforce'].map((who) => `told ${news} ${who}`),
      ),
    ]);
    const { taskforce, owner, sme } = people;
    expect(await log()).toEqual([
      { type: 'suggestion.slots_offered', actorId: taskforce?.id, reason: 'Neem een monster mee.' },
      { type: 'suggestion.meeting_fixed', actorId: owner?.id, reason: null },
      { type: 'suggestion.meeting_moved', actorId: taskforce?.id, reason: 'De zaal is vol.' },
      { type: 'suggestion.meeting_cancelled', actorId: sme?.id, reason: 'Wij zijn ziek.' },
    ]);
    const told = await world.database.asOwner(
      `SELECT DISTINCT variables->>'news' AS news, (variables->'meeting'->>'sequence')::int AS sequence, variables->'meeting'->>'id' AS id
       FROM mail_outbox WHERE kind = 'appointment_told' ORDER BY sequence`,
    );
    expect(told).toEqual(
      ['fixed', 'moved', 'cancelled'].map((news, sequence) => ({ news, sequence, id: offered.appointment?.id })),
    );
    const again = page(await offer('owner', [slot(6)]));
    expect([again.appointment?.arrangedAs, again.appointment?.id === offered.appointment?.id]).toEqual([
      'owner',
      false,
    ]);
  });

  it('is arranged by the owner of the challenge too, whom the SME asks for other times', async () => {
    page(await offer('owner', [slot(2)], 'Bij ons in de hal.'));
    expect(await mails()).toEqual(['offered sme']);
    expect(code(await send('owner', '/choice', { slotId: await slotId() }))).toEqual([409, 'step_not_allowed']);
    expect(code(await send('sme', '/refusal', await withVersion({ words: '' })))).toEqual([422, 'validation_failed']);
    const refused = page(await send('sme', '/refusal', await withVersion({ words: 'Liever in januari.' })));
    expect([refused.appointment?.state, refused.appointment?.words, refused.steps]).toEqual([
      'refused',
      'Liever in januari.',
      [],
    ]);
    expect(await mails()).toEqual(['offered sme', 'refused owner']);
    expect(code(await send('sme', '/choice', { slotId: await slotId() }))).toEqual([409, 'step_not_allowed']);
    const anew = page(await offer('taskforce', [slot(40)]));
    expect([anew.appointment?.arrangedAs, anew.appointment?.slots.length]).toEqual(['taskforce', 1]);
    expect((await read('owner')).steps).toEqual(['choose', 'refuse']);
  });

  it('refuses what has passed, and what was withdrawn', async () => {
    const past = await offer('taskforce', [slot(2), slot(-1)]);
    expect((past.body as { errors: unknown }).errors).toEqual([
      expect.objectContaining({ path: 'slots.1.startsAt', code: 'in_past' }),
    ]); // problem+json
    expect(code(await offer('taskforce', []))).toEqual([422, 'validation_failed']);
    page(await offer('taskforce', [slot(2), slot(3)]));
    const withdrawn = await slotId(0);
    const kept = await slotId(1);
    page(await offer('taskforce', [slot(3), slot(4)]));
    expect(await slotId(0)).toBe(kept);
    expect(code(await send('sme', '/choice', { slotId: withdrawn }))).toEqual([409, 'slot_withdrawn']);
    await world.database.shiftClock(3.5 * DAY_MS);
    for (const who of ['sme', 'taskforce']) cookies[who] = await world.signInAs(people[who]?.id ?? '');
    expect(code(await send('sme', '/choice', { slotId: kept }))).toEqual([409, 'slot_passed']);
    page(await send('sme', '/choice', { slotId: await slotId(1) }));
    const back = await send('taskforce', '/move', await withVersion({ ...slot(1), words: '' }));
    expect((back.body as { errors: unknown }).errors).toEqual([
      expect.objectContaining({ path: 'startsAt', code: 'in_past' }),
    ]); // problem+json
  });

  it('is fixed once, whoever choose at the same moment; the same choice again changes nothing', async () => {
    page(await offer('taskforce', [slot(2), slot(3)]));
    const ids = [await slotId(0), await slotId(1)];
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => send(n % 2 === 0 ? 'sme' : 'owner', '/choice', { slotId: ids[n % 2] })),
    );
    const codes = answers.map((answer) => (answer.status === 200 ? 200 : code(answer)[1]));
    expect(codes.filter((one) => one === 200)).toHaveLength(3);
    expect(codes.filter((one) => one === 'appointment_is_fixed')).toHaveLength(3);
    expect((await mails()).filter((mail) => mail.startsWith('told'))).toHaveLength(3);
    const { version } = (await read()).appointment ?? {};
    expect(version).toBe(2);
  });

  it('is begun once when two colleagues offer at the same moment', async () => {
    const body = { slots: [slot(2)], words: '', version: 0 };
    const answers = await Promise.all(['taskforce', 'colleague', 'owner'].map((who) => send(who, '/slots', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await world.database.asOwner('SELECT FROM appointment WHERE suggestion_id = $1', [id])).toHaveLength(1);
  });

  it('does not exist for anybody else, a colleague with a stake, and before the introduction', async () => {
    page(await offer('taskforce', [slot(2)]));
    const body = { slotId: await slotId() };
    for (const who of ['rival', 'barred']) {
      expect([who, code(await send(who, '')), code(await send(who, '/choice', body))]).toEqual([
        who,
        [404, 'not_found'],
        [404, 'not_found'],
      ]);
    }
    for (const state of ['interested', 'declined', 'vetoed']) {
      await world.database.asOwner('UPDATE suggestion SET state = $2 WHERE id = $1', [id, state]);
      const answers = await Promise.all(['taskforce', 'owner', 'sme'].map((who) => send(who, '')));
      expect([state, ...answers.map(({ status }) => status)]).toEqual([state, 404, 404, 404]);
      expect(code(await send('sme', '/choice', body))).toEqual([404, 'not_found']);
    }
  });

  it('lets nobody write a time that was not offered, whatever a service asks', async () => {
    page(await offer('taskforce', [slot(2)]));
    const [organisation] = await world.database.asOwner<{ id: string }>(
      `SELECT organisation_id AS id FROM membership WHERE user_id = $1`,
      [people['sme']?.id],
    );
    const as = {
      kind: 'user' as const,
      userId: people['sme']?.id ?? '',
      sessionId: null,
      email: '',
      name: '',
      locale: 'nl' as const,
      bodies: [],
      organisations: [{ id: organisation?.id ?? '', name: 'Hunze', kind: 'sme' as const, role: 'member' as const }],
    };
    const write = (hours: number): Promise<unknown> =>
      world.app.get(Database).as(as, (tx) =>
        tx.run(
          `UPDATE appointment a SET state = 'fixed', slot_id = s.id, minutes = s.minutes, place = s.place,
             starts_at = s.starts_at + $2 * interval '1 hour' FROM appointment_slot s WHERE s.appointment_id = a.id AND a.suggestion_id = $1`,
          [id, hours],
        ),
      );
    await expect(write(1)).rejects.toThrow('row-level security');
    expect(await write(0)).toBe(1);
  });

  it('ends with the introduction: when it is concluded, and when the challenge is cancelled', async () => {
    await fix();
    await world.database.asOwner('DELETE FROM mail_outbox');
    const concluded = await world.request('POST', `/api/taskforce/suggestions/${id}/outcome`, {
      cookie: cookies['taskforce'] ?? '',
      body: { version: 1, kind: 'nothing', on: '2026-11-20', words: '' },
    });
    expect(concluded.status).toBe(200);
    expect((await mails()).filter((mail) => mail.startsWith('told'))).toEqual([
      'told cancelled owner',
      'told cancelled sme',
      'told cancelled taskforce',
    ]);
    expect(await read('sme')).toMatchObject({ appointment: { state: 'cancelled', wordsOf: 'taskforce' }, steps: [] });
    await world.database.asOwner(`UPDATE suggestion SET state = 'introduced' WHERE id = $1`, [id]);
    page(await offer('taskforce', [slot(2)]));
    await run.runDue();
    expect((await read()).appointment?.state).toBe('offered');
    await world.database.asOwner(`UPDATE challenge SET state = 'cancelled' WHERE id = $1`, [challengeId]);
    await world.database.asOwner('DELETE FROM mail_outbox');
    await Promise.all([run.runDue(), run.runDue()]);
    await run.runDue();
    expect(await mails()).toEqual(['told called_off owner', 'told called_off sme', 'told called_off taskforce']);
    expect((await read()).appointment).toMatchObject({ state: 'cancelled', wordsOf: 'clock' });
  });

  it('reminds once, the day before, and again after a move', async () => {
    await fix();
    await world.database.asOwner('DELETE FROM mail_outbox');
    await run.runDue();
    expect(await mails()).toEqual([]);
    await world.database.shiftClock(2.5 * DAY_MS);
    await Promise.all([run.runDue(), run.runDue()]);
    await run.runDue();
    const reminded = ['told reminder owner', 'told reminder sme', 'told reminder taskforce'];
    expect(await mails()).toEqual(reminded);
    cookies['taskforce'] = await world.signInAs(people['taskforce']?.id ?? '');
    page(await send('taskforce', '/move', await withVersion({ ...slot(5), words: '' })));
    await world.database.asOwner('DELETE FROM mail_outbox');
    await world.database.shiftClock(4.5 * DAY_MS);
    await run.runDue();
    expect(await mails()).toEqual(reminded);
    await world.database.shiftClock(6 * DAY_MS);
    for (const who of ['sme', 'taskforce']) cookies[who] = await world.signInAs(people[who]?.id ?? '');
    expect([(await read('sme')).steps, (await read()).steps]).toEqual([[], ['offer']]);
  });

  it('turns to the colleagues of an arranger who left', async () => {
    page(await offer('taskforce', [slot(2)]));
    await world.database.asOwner('DELETE FROM membership WHERE user_id = $1', [people['taskforce']?.id]);
    const { appointment } = await read('sme');
    page(await send('sme', '/refusal', { words: 'Liever later.', version: appointment?.version }));
    expect((await mails()).filter((mail) => mail.startsWith('refused'))).toEqual(['refused colleague']);
  });

  it('does a step once under a key', async () => {
    const body = { slots: [slot(2)], words: '', version: 0 };
    const keyed = (): Promise<TestResponse> =>
      world.request('POST', `/api/introductions/${id}/appointment/slots`, {
        cookie: cookies['taskforce'] ?? '',
        body,
        headers: { 'idempotency-key': 'slots-slots-slots-slots' },
      });
    const [first, again] = [await keyed(), await keyed()];
    expect([first.status, again.text]).toEqual([200, first.text]);
    expect(await mails()).toEqual(['offered owner', 'offered sme']);
  });
});
