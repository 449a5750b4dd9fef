import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { OPERATIONS, accessTo, mayKnow, type OperationRule } from '@htsm/domain/permissions';
import type { TestResponse } from '@htsm/api/core/testing';
import { essence, essenceOfWrite, fill, unknownParams } from './testing/permissions/answers';
import { describeApi } from './openapi';
import { bodyOf, requestFor, type Own } from './testing/permissions/bodies';
import { keepNothing } from './testing/permissions/keep-nothing';
import { neverGivenOut, parameterTries, type ParameterTry } from './testing/permissions/parameter-tries';
import { createPermissionWorld, type PermissionWorld } from './testing/permissions/permission-world';
import { readMails } from './testing/permissions/read-mails';
import { relationsOf } from './testing/permissions/relations-of';
import type { Person, Thing } from './testing/permissions/things';

/** Steps that go through only when more is right than the state; then they say what is missing. */
const MAY_LACK_MORE = new Set([
  'POST /api/my/challenges/{id}/submission',
  'POST /api/my/proposals/{id}/submission',
  'POST /api/my/proposals/{id}/pull-back',
  'POST /api/moderation/challenges/{id}/approval',
  'POST /api/taskforce/challenges/{id}/assignments',
  'POST /api/taskforce/challenges/{id}/assignments/lines',
  'POST /api/taskforce/challenges/{id}/assignment-plan/application',
  'POST /api/taskforce/challenges/{id}/waivers',
  'PUT /api/taskforce/challenges/{id}/panel',
  'POST /api/taskforce/challenges/{id}/panel-invitations',
  'POST /api/taskforce/challenges/{id}/panel-invitations/withdrawal',
  'POST /api/taskforce/reviews/{id}/reopening',
  'POST /api/taskforce/challenges/{id}/decision',
  'PUT /api/taskforce/challenges/{id}/anchor',
  'POST /api/taskforce/challenges/{id}/closing',
  'DELETE /api/organisation/{id}/members/{userId}',
  // the owner arranges the appointment of an introduction or answers, and there is not always a slot to choose
  'POST /api/introductions/{id}/appointment/slots',
  'POST /api/introductions/{id}/appointment/choice',
  'POST /api/introductions/{id}/appointment/refusal',
  'POST /api/introductions/{id}/appointment/move',
  'POST /api/introductions/{id}/appointment/cancellation',
  // nobody does these to their own account
  'DELETE /api/administration/people/{id}/bodies/{body}',
  'PUT /api/administration/people/{id}/disabled',
  'DELETE /api/administration/people/{id}/disabled',
  'DELETE /api/administration/people/{id}/second-factors',
]);
/** The whole size, or one that fits the default run: a closed door does not look at what is behind it. */
const IS_FULL = process.env['TRUST'] === 'full';
const AT_A_CLOSED_DOOR = IS_FULL ? Infinity : 1;
const HIDDEN_PER_PLACE = IS_FULL ? Infinity : 2;
/** How long naming all hidden things everywhere may take, in milliseconds. */
const LONGEST_MS = IS_FULL ? 3 * 3_600_000 : 600_000;

/** What mails tell on purpose: who invites, and to the taskforce what was sent in by this very step. */
const TOLD_ON_PURPOSE = [
  /^In a mail invite .*person\.name/,
  // whom to speak to at the other side, and that side's name
  /^In a mail introduction .*(person\.(name|address)|organisation\.name)/,
  // two who may work together
  /^In a mail partner_(answered|decided) .*(person\.(name|address)|organisation\.name)/,
  /^In a mail match_noted .*organisation\.name/,
  /^In a mail challenge_submitted .*challenge in (draft|changes_requested)/,
];
/** Taking a role from nobody is no fault, so there is no absence to be told from it. */
const ABSENCE_IS_FINE = new Set(['DELETE /api/administration/people/{id}/bodies/{body}']);

describe('every operation, as every person, on every object', () => {
  let world: PermissionWorld;
  let keepForReal: () => void;
  let checks = 0;
  let named = 0;
  const faults: string[] = [];
  const absences = new Map<string, string>();

  beforeAll(async () => {
    world = await createPermissionWorld();
    const emails = await world.test.database.asOwner<{ email: string; id: string }>('SELECT email, id FROM app_user');
    keepForReal = keepNothing(world.test, new Map(emails.map(({ email, id }) => [email, id])));
    world.test.canaries.onLeak = (leak) => {
      if (!TOLD_ON_PURPOSE.some((told) => told.test(leak))) faults.push(leak);
    };
  }, 60_000);
  afterAll(() => world.test.close());
  afterEach(() => faults.splice(0));

  function send(operation: string, person: Person, params: Readonly<Record<string, string>>): Promise<TestResponse> {
    const criterionId = operation.endsWith('/criteria') ? randomUUID() : '';
    return ask(operation, person, params, { query: '', body: bodyOf(operation, { ...own(params), criterionId }) });
  }

  async function ask(
    operation: string,
    person: Person,
    params: Readonly<Record<string, string>>,
    { query, body }: { query: string; body: unknown },
  ): Promise<TestResponse> {
    checks += 1;
    const [method = '', path = ''] = operation.split(' ');
    return world.test.request(method, `${fill(path, params)}${query}`, requestFor(operation, person.cookie, body));
  }

  /** What an id that was never given out is answered with; asked once for each operation and person. */
  async function absence(operation: string, person: Person, { params }: Thing): Promise<string> {
    const key = `${operation} ${person.name}`;
    const known = absences.get(key) ?? essence(await send(operation, person, unknownParams(params)));
    absences.set(key, known);
    return known;
  }

  /** Names the things that a body may name; those of the address where it has some. */
  function own(params: Readonly<Record<string, string>>): Own {
    const first = (kind: string): Thing | undefined => world.things.find((thing) => thing.kind === kind);
    return {
      organisationId: first('organisation')?.id ?? '',
      smeId: world.cast.outsider.organisations[0]?.id ?? '',
      proposalId: params['proposalId'] ?? first('proposal')?.id ?? '',
      reviewerId: world.cast.idle.id ?? '',
      criterionId: '',
      challengeSlug: params['slug'] ?? first('challenge')?.params['slug'] ?? '',
    };
  }

  function opensFor(rule: OperationRule, person: Person): 'open' | 401 | 403 {
    if (rule.door === 'public') return 'open';
    if (person.id === undefined || person.isSuspended) return 401;
    const words: readonly string[] = ['signed_in', ...person.bodies, ...person.organisations.map(({ kind }) => kind)];
    return rule.door.some((word) => words.includes(word)) ? 'open' : 403;
  }

  async function judgeThing(operation: string, rule: OperationRule, person: Person, thing: Thing): Promise<void> {
    const answer = await send(operation, person, thing.params);
    const expected = accessTo(rule, thing.state, relationsOf(person, thing, world.facts));
    const name = `${operation} as ${person.name} on ${thing.kind} in ${thing.state}: ${expected}, got ${answer.status}`;
    if (!isAsExpected(operation, expected, answer.status)) faults.push(`${name} ${answer.text.slice(0, 150)}`);
    if (expected !== 'absent') return;
    if (essence(answer) !== (await absence(operation, person, thing)))
      faults.push(`${name}: differs from an unknown id`);
  }

  it.each(Object.entries(OPERATIONS))(
    '%s',
    async (operation, rule) => {
      await world.test.database.asOwner('DELETE FROM rate_limit');
      // a session that is kept alive says so in its answer, once every ten minutes
      await world.test.database.asOwner('UPDATE session SET last_seen_at = htsm_now()');
      const things = world.things.filter(({ kind }) => kind === rule.about);
      for (const person of world.people) {
        const door = opensFor(rule, person);
        if (door !== 'open') {
          const seen = new Set<string>();
          for (const { params } of things.length === 0 ? [{ params: {} }] : things.slice(0, AT_A_CLOSED_DOOR)) {
            const answer = await send(operation, person, params);
            seen.add(essence(answer));
            if (answer.status !== door) faults.push(`${operation} as ${person.name}: ${door}, got ${answer.status}`);
          }
          if (seen.size > 1) faults.push(`${operation} as ${person.name}: the refusal tells objects apart`);
        } else if (rule.about === undefined) {
          const { status, text } = await send(operation, person, {});
          if (status >= 500) faults.push(`${operation} as ${person.name}: ${status} ${text.slice(0, 150)}`);
        } else {
          for (const thing of things) await judgeThing(operation, rule, person, thing);
        }
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it(
    'names hidden things in queries, cursors and bodies in vain: each is answered like one that does not exist',
    async () => {
      for (const attempt of parameterTries(describeApi(world.test.app), own({}))) {
        const rule = OPERATIONS[attempt.operation];
        for (const [index, person] of world.people.entries()) {
          if (rule !== undefined && opensFor(rule, person) === 'open') await tryHidden(attempt, rule, person, index);
        }
      }
      expect(faults).toEqual([]);
    },
    LONGEST_MS,
  );

  async function tryHidden(attempt: ParameterTry, rule: OperationRule, person: Person, turn: number): Promise<void> {
    const { params } = world.things.find((thing) => isReachable(rule, person, thing)) ?? { params: {} };
    const seen = async (value: string): Promise<string> =>
      essenceOfWrite(await ask(attempt.operation, person, params, attempt.with(value)), [value]);
    const hidden = hiddenFrom(person, attempt.name.endsWith('challengeSlug'));
    for (let n = 0; n < Math.min(hidden.length, HIDDEN_PER_PLACE); n += 1) {
      const thing = hidden[(turn * 7 + n * 11) % hidden.length] ?? '';
      named += 1;
      await world.test.database.asOwner('DELETE FROM rate_limit'); // a limit that is reached says nothing of an id
      if ((await seen(thing)) !== (await seen(neverGivenOut(thing)))) {
        faults.push(`${attempt.name} as ${person.name} tells ${thing} from an id that was never given out`);
      }
    }
  }

  function isReachable(rule: OperationRule, person: Person, thing: Thing): boolean {
    if (thing.kind !== rule.about) return false;
    return accessTo(rule, thing.state, relationsOf(person, thing, world.facts)) === 'granted';
  }

  /** Ids, or slugs, of everything that somebody may not know of. */
  function hiddenFrom(person: Person, bySlug: boolean): string[] {
    return world.things
      .filter(({ kind }) => kind !== 'answer' && kind !== 'profile') // have the ids of proposal and organisation
      .filter((thing) => !mayKnow(thing.kind, thing.state, relationsOf(person, thing, world.facts)))
      .flatMap((thing) => (bySlug ? [thing.params['slug'] ?? ''] : [thing.id]))
      .filter((value) => value !== '');
  }

  it('writes no secret into a mail to somebody else, as it goes out', async () => {
    keepForReal();
    const { cast, things } = world;
    const find = (kind: Thing['kind'], state: string, userId?: string): Thing => {
      const found = things.find((one) => one.kind === kind && one.state === state && one.userId === userId);
      if (found === undefined) throw new Error(`No ${kind} in ${state}`);
      return found;
    };
    const acts: [string, Person, Thing][] = [
      ['POST /api/my/challenges/{id}/submission', cast.owner, find('challenge', 'draft')],
      ['POST /api/moderation/challenges/{id}/change-request', cast.taskforce, find('challenge', 'in_moderation')],
      ['POST /api/my/reviews/{id}/declaration', cast.reading, find('assignment', 'accepted', cast.reading.id)],
      [
        'POST /api/taskforce/assignments/{id}/reminder',
        cast.taskforce,
        find('assignment', 'assigned', cast.undeclared.id),
      ],
      ['POST /api/my/proposals/{id}/withdrawal', cast.proposer, find('proposal', 'submitted')],
      ['POST /api/my/proposals/{id}/withdrawal', cast.institute, find('proposal', 'shortlisted')],
      ['POST /api/moderation/challenges/{id}/cancellation', cast.taskforce, find('challenge', 'open')],
    ];
    const statuses: number[] = [];
    for (const [operation, person, { params }] of acts) statuses.push((await send(operation, person, params)).status);
    expect(statuses).toEqual(acts.map(() => 200));
    expect(await readMails(world.test)).toBeGreaterThan(15);
    expect(faults).toEqual([]);
  });

  it('makes enough checks', () => {
    const figure = `${checks} checks over ${Object.keys(OPERATIONS).length} operations, ${named} hidden things named in vain`;
    process.stdout.write(`${figure}\n`);
    const file = process.env['TRUST_FIGURE'];
    if (file !== undefined) writeFileSync(file, figure);
    expect(checks).toBeGreaterThan(10_000);
  });
});

function isAsExpected(operation: string, expected: ReturnType<typeof accessTo>, status: number): boolean {
  if (expected === 'absent') return status === 404 || ABSENCE_IS_FINE.has(operation);
  if (expected === 'refused') return status === 403;
  if (expected === 'too_early_or_late') return status === 409;
  return status < 400 || (MAY_LACK_MORE.has(operation) && [403, 409, 422].includes(status));
}
