import ICAL from 'ical.js';
import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { loadConfig, openDataSource, Database, EventLog } from '@htsm/api/core';
import type { MeetingEventPageDto } from '../dto/meeting-event.dto';
import type { MyMeetingsDto } from '../dto/my-meetings.dto';
import { meetingsEntities } from '../meetings.entities';
import { MeetingsModule } from '../meetings.module';
import { meetingsTexts } from '../meetings.texts';
import { TimetableJobs } from '../timetable/timetable-jobs';
import { TimetableRun } from '../timetable/timetable-run';
import { TimetableRuns } from '../timetable/timetable-runs.repository';
import { TimetableThread } from '../timetable/timetable-thread';
import { MeetingEventsRepository } from './meeting-events.repository';

const PLAN = {
  titleNl: 'Ontmoetingsdag',
  titleEn: 'Meeting day',
  place: 'Zernike, Groningen',
  date: '2027-02-11',
  time: '13:30',
  slots: 4,
  slotMinutes: 20,
  pauseMinutes: 5,
  tables: 2,
  scoreBarPercent: 30,
};

describe('a matchmaking event', () => {
  let world: TestWorld;
  let runs: TimetableRun;
  let closeWorker: () => Promise<void>;
  let taskforce: string;
  let challenges: MadeChallenge[];
  let smes: { id: string; name: string }[];
  let member: { id: string; email: string };

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MeetingsModule],
      entities: [...challengesEntities, ...meetingsEntities],
      texts: [challengesTexts, meetingsTexts],
    });
    const config = loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: world.database.ownerUrl,
      APP_SECRET: world.database.appSecret,
    });
    const source = await openDataSource(config.workerDatabaseUrl, [...meetingsEntities], 2);
    const events = new MeetingEventsRepository();
    const jobs = new TimetableJobs(new Database(source), events, new TimetableRuns(), new EventLog());
    runs = new TimetableRun(jobs, new TimetableThread(), source);
    closeWorker = async () => {
      await runs.stop();
      await source.destroy();
    };
    taskforce = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  });
  beforeEach(async () => {
    const owners = [await makeOrganisation(world.database, { name: 'Strukton', kind: 'company' })];
    owners.push(await makeOrganisation(world.database, { name: 'Agrifirm', kind: 'company' }));
    challenges = [];
    for (const { id } of owners)
      challenges.push(await makeChallenge(world.database, { state: 'open', organisationId: id, titleNl: 'Wissels' }));
    smes = [];
    for (const name of ['Hunzebot', 'Veenkracht', 'Wadtech'])
      smes.push(await makeOrganisation(world.database, { name }));
    member = await makePerson(world.database, { organisationId: smes[0]?.id ?? '', name: 'Anna' });
    for (const [place, sme] of smes.entries()) {
      await world.database.asOwner('INSERT INTO profile (organisation_id) VALUES ($1)', [sme.id]);
      for (const challenge of challenges)
        await world.database.asOwner(
          `INSERT INTO recommendation (challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
           VALUES ($1, $2, $3, '{}', $4, true, '1')`,
          [challenge.id, sme.id, 800_000 - place * 300_000, sme.name],
        );
    }
  });
  afterAll(async () => {
    await closeWorker();
    await world.close();
  });

  const send = (method: string, path: string, body?: unknown, cookie = taskforce): Promise<TestResponse> =>
    world.request(method, path, { cookie, ...(body === undefined ? {} : { body }) });
  const code = ({ status, body }: TestResponse): unknown[] => [status, (body as { code: string }).code]; // problem+json
  const page = ({ body }: TestResponse): MeetingEventPageDto => body as MeetingEventPageDto; // the contract of the routes
  const at = (event: MeetingEventPageDto, rest = ''): string => `/api/taskforce/meeting-events/${event.id}${rest}`;
  const withParties = async (): Promise<MeetingEventPageDto> => {
    const event = page(await send('POST', '/api/taskforce/meeting-events', PLAN));
    return page(
      await send('PUT', at(event, '/parties'), {
        version: event.version,
        challengeIds: challenges.map(({ id }) => id),
        organisationIds: smes.map(({ id }) => id),
      }),
    );
  };
  const withTimetable = async (event: MeetingEventPageDto, basis = 'fresh'): Promise<MeetingEventPageDto> => {
    expect((await send('POST', at(event, '/timetable'), { version: event.version, basis })).status).toBe(200);
    expect(await runs.follow()).toBe(true);
    return page(await send('GET', at(event)));
  };
  /** Who meets whom, by name. */
  const inWords = (event: MeetingEventPageDto): string[] => {
    const names = new Map(event.parties.map(({ id, organisationName }) => [id, organisationName]));
    return event.meetings
      .map(({ challengePartyId, smePartyId }) => `${names.get(challengePartyId)} – ${names.get(smePartyId)}`)
      .sort();
  };

  it('is made with local times, also when the clock changes, and refuses those that do not exist', async () => {
    const event = page(await send('POST', '/api/taskforce/meeting-events', PLAN));
    expect(event).toMatchObject({ ...PLAN, state: 'draft', version: 1, meetings: [], run: null });
    expect(event.times.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2027-02-11T12:30:00.000Z', '2027-02-11T12:50:00.000Z'],
      ['2027-02-11T12:55:00.000Z', '2027-02-11T13:15:00.000Z'],
      ['2027-02-11T13:20:00.000Z', '2027-02-11T13:40:00.000Z'],
      ['2027-02-11T13:45:00.000Z', '2027-02-11T14:05:00.000Z'],
    ]);
    const faults = async (change: object): Promise<unknown> => {
      const { status, body } = await send('POST', '/api/taskforce/meeting-events', { ...PLAN, ...change });
      return [status, (body as { errors: { path: string; code: string }[] }).errors.map((one) => [one.path, one.code])]; // problem+json
    };
    expect(await faults({ date: '2027-03-28', time: '02:30' })).toEqual([422, [['time', 'time_skipped']]]);
    expect(await faults({ date: '2027-10-31', time: '02:30' })).toEqual([422, [['occurrence', 'time_twice']]]);
    const night = { ...PLAN, date: '2027-10-31', time: '02:30', occurrence: 'second' };
    const second = page(await send('POST', '/api/taskforce/meeting-events', night));
    expect(second.times[0]?.startsAt).toBe('2027-10-31T01:30:00.000Z');
  });

  it('proposes who reaches the bar, and makes the best timetable in the worker', async () => {
    const event = await withParties();
    const proposed = (await send('GET', at(event, '/candidates'))).body as {
      challenges: { challengeId: string }[];
      smes: { name: string; bestScore: number; fits: number }[];
    }; // the contract of the route
    const { challenges: open, smes: fitting } = proposed;
    expect(open.map(({ challengeId }) => challengeId)).toEqual(expect.arrayContaining(challenges.map(({ id }) => id)));
    expect(fitting.map(({ name, bestScore, fits }) => [name, bestScore, fits])).toEqual([
      ['Hunzebot', 800_000, 2],
      ['Veenkracht', 500_000, 2],
    ]);
    const named = (await send('GET', at(event, '/candidates?q=HUNZE'))).body as typeof proposed;
    expect(named.smes[0]).toEqual({ organisationId: smes[0]?.id, name: 'Hunzebot', bestScore: 800_000, fits: 2 });
    const made = await withTimetable(event);
    expect(inWords(made)).toEqual([
      'Agrifirm – Hunzebot',
      'Agrifirm – Veenkracht',
      'Strukton – Hunzebot',
      'Strukton – Veenkracht',
    ]);
    expect(made.run).toMatchObject({ state: 'done', gap: 0, total: 2.6, missing: 1, moved: 0 });
    expect(made.untold).toEqual({ added: 4, moved: 0, dropped: 0 });
  });

  it('keeps pinned and wanted pairs, keeps forbidden ones apart, and refuses pins that clash', async () => {
    const event = await withParties();
    const party = (name: string): string => event.parties.find((one) => one.organisationName === name)?.id ?? '';
    let now = event;
    const wish = async (owner: string, sme: string, rest: object): Promise<TestResponse> => {
      const pair = { challengePartyId: party(owner), smePartyId: party(sme) };
      const answer = await send('PUT', at(event, '/wishes'), { version: now.version, ...pair, ...rest });
      if (answer.status === 200) now = page(answer);
      return answer;
    };
    await wish('Strukton', 'Wadtech', { rule: 'pinned', slot: 2 });
    await wish('Agrifirm', 'Wadtech', { rule: 'wanted' });
    await wish('Agrifirm', 'Hunzebot', { rule: 'forbidden' });
    expect(code(await wish('Strukton', 'Veenkracht', { rule: 'pinned', slot: 2 }))).toEqual([
      409,
      'pins_clash_twice_in_slot',
    ]);
    expect(code(await wish('Strukton', 'Strukton', { rule: 'wanted' }))).toEqual([404, 'not_found']);
    const made = await withTimetable(now);
    expect(inWords(made)).toEqual([
      'Agrifirm – Veenkracht',
      'Agrifirm – Wadtech',
      'Strukton – Hunzebot',
      'Strukton – Veenkracht',
      'Strukton – Wadtech',
    ]);
    const pinned = made.meetings.find(
      (one) => one.challengePartyId === party('Strukton') && one.smePartyId === party('Wadtech'),
    );
    expect(pinned?.slot).toBe(2);
  });

  it('tells each party its own meetings, then only what changed, with the same ids and higher numbers', async () => {
    const made = await withTimetable(await withParties());
    const told = page(await send('POST', at(made, '/publication'), { version: made.version }));
    expect(told).toMatchObject({ state: 'published', untold: { added: 0, moved: 0, dropped: 0 } });
    expect(code(await send('POST', at(told, '/publication'), { version: told.version }))).toEqual([
      409,
      'nothing_to_tell',
    ]);
    const anna = await world.signInAs(member.id);
    const mine = ((await send('GET', '/api/my/meetings', undefined, anna)).body as MyMeetingsDto).items; // the contract of the route
    expect(mine.map(({ partnerName, state }) => [partnerName, state]).sort()).toEqual([
      ['Agrifirm', 'standing'],
      ['Strukton', 'standing'],
    ]);
    const agrifirm = told.parties.find((one) => one.organisationName === 'Agrifirm');
    const out = { version: told.version, minMeetings: 2, maxMeetings: 4, busy: [], isOut: true };
    const without = page(await send('PATCH', at(told, `/parties/${agrifirm?.id}`), out));
    const again = await withTimetable(without, 'present');
    expect(again.run).toMatchObject({ moved: 0 });
    expect(again.untold).toEqual({ added: 0, moved: 0, dropped: 2 });
    await send('POST', at(again, '/publication'), { version: again.version });
    const mails = await world.database.asOwner<{ news: string; standing: number[]; dropped: number[] }>(
      `SELECT variables->>'news' AS news, jsonb_path_query_array(variables, '$.meetings[*].sequence') AS standing,
         jsonb_path_query_array(variables, '$.dropped[*].sequence') AS dropped
       FROM mail_outbox WHERE kind = 'meeting_programme' AND to_email = $1 ORDER BY created_at, news DESC`,
      [member.email],
    );
    expect(mails).toEqual([
      { news: 'first', standing: [0, 0], dropped: [] },
      { news: 'changed', standing: [0], dropped: [1] },
    ]);
    const after = ((await send('GET', '/api/my/meetings', undefined, anna)).body as MyMeetingsDto).items; // the contract of the route
    expect(after.map(({ id, partnerName, state }) => [id, partnerName, state])).toEqual(
      mine.map(({ id, partnerName }) => [id, partnerName, partnerName === 'Agrifirm' ? 'cancelled' : 'standing']),
    );
  });

  it('gives a calendar file that another parser reads, and is called off with a reason', async () => {
    const made = await withTimetable(await withParties());
    const told = page(await send('POST', at(made, '/publication'), { version: made.version }));
    const anna = await world.signInAs(member.id);
    const file = await send('GET', '/api/my/meetings/calendar', undefined, anna);
    const calendar = new ICAL.Component(ICAL.parse(file.text) as unknown[]); // parse's type is wider than what it gives for one file
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect([file.headers['content-type'], calendar.getFirstPropertyValue('method'), events.length]).toEqual([
      'text/calendar; charset=utf-8',
      'PUBLISH',
      2,
    ]);
    expect(events.map((event) => event.location.replace(/\d+/, '…'))).toEqual([
      'Zernike, Groningen, tafel …',
      'Zernike, Groningen, tafel …',
    ]);
    const off = page(
      await send('POST', at(told, '/cancellation'), { version: told.version, reason: 'De zaal is dicht.' }),
    );
    expect([off.state, off.cancelReason]).toEqual(['cancelled', 'De zaal is dicht.']);
    expect(code(await send('POST', at(off, '/publication'), { version: off.version }))).toEqual([
      409,
      'step_not_allowed',
    ]);
    const last = await world.database.asOwner(
      `SELECT variables->>'news' AS news, variables->>'reason' AS reason FROM mail_outbox
       WHERE kind = 'meeting_programme' AND to_email = $1 ORDER BY created_at DESC LIMIT 1`,
      [member.email],
    );
    expect(last).toEqual([{ news: 'cancelled', reason: 'De zaal is dicht.' }]);
  });

  it('has the meetings of introductions beside it, for both sides, in the list and in the calendar', async () => {
    const [challenge] = challenges;
    const [sme] = smes;
    const [row] = await world.database.asOwner<{ suggestion: string; appointment: string }>(
      `WITH s AS (INSERT INTO suggestion (challenge_id, organisation_id, organisation_name, state, invited_at, introduced_at)
         VALUES ($1, $2, 'Hunzebot', 'introduced', htsm_now(), htsm_now()) RETURNING id),
       a AS (INSERT INTO appointment (suggestion_id, arranged_as, words_of) SELECT id, 'taskforce', 'taskforce' FROM s RETURNING id, suggestion_id),
       l AS (INSERT INTO appointment_slot (appointment_id, starts_at, minutes, place)
         SELECT id, '2037-06-11 12:00Z', 30, 'Zernike' FROM a RETURNING id, appointment_id)
       SELECT a.suggestion_id AS suggestion, a.id AS appointment FROM a`,
      [challenge?.id, sme?.id],
    );
    await world.database.asOwner(
      `UPDATE appointment a SET state = 'fixed', slot_id = l.id, starts_at = l.starts_at, minutes = l.minutes, place = l.place
       FROM appointment_slot l WHERE l.appointment_id = a.id`,
    );
    const owner = await makePerson(world.database, { organisationId: challenge?.organisationId ?? '' });
    const mine = async (userId: string): Promise<unknown> =>
      ((await send('GET', '/api/my/meetings', undefined, await world.signInAs(userId))).body as MyMeetingsDto)
        .introductions; // the contract of the route
    const told = {
      id: row?.appointment,
      suggestionId: row?.suggestion,
      challengeId: challenge?.id,
      challengeTitle: 'Wissels',
      place: 'Zernike',
      startsAt: '2037-06-11T12:00:00.000Z',
      endsAt: '2037-06-11T12:30:00.000Z',
      state: 'standing',
      isPast: false,
    };
    expect(await mine(member.id)).toEqual([{ ...told, side: 'sme', partnerName: 'Strukton' }]);
    expect(await mine(owner.id)).toEqual([{ ...told, side: 'owner', partnerName: 'Hunzebot' }]);
    const other = await makePerson(world.database, { organisationId: smes[1]?.id ?? '' });
    expect(await mine(other.id)).toEqual([]);
    const { text } = await send('GET', '/api/my/meetings/calendar', undefined, await world.signInAs(member.id));
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]); // parse's type is wider than what it gives for one file
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ uid, summary, location, sequence }) => [uid, summary, location, sequence])).toEqual([
      [`${row?.appointment}@htsm-challenges`, 'Kennismaking: Strukton', 'Zernike', 0],
    ]);
  });

  it('refuses a second timetable while one is made, an empty one, and a change of an old version', async () => {
    const empty = page(await send('POST', '/api/taskforce/meeting-events', PLAN));
    const ask = (event: MeetingEventPageDto): Promise<TestResponse> =>
      send('POST', at(event, '/timetable'), { version: event.version, basis: 'fresh' });
    expect(code(await ask(empty))).toEqual([409, 'nobody_to_meet']);
    const event = await withParties();
    const asked = page(await ask(event));
    expect(asked.run?.state).toBe('asked');
    expect(code(await ask(asked))).toEqual([409, 'timetable_under_way']);
    expect(code(await ask(event))).toEqual([409, 'version_conflict']);
    expect(await runs.follow()).toBe(true);
  });
});
