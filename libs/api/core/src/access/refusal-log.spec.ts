import { randomUUID } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { createTestWorld, makePerson, type TestWorld } from '../testing';
import { NotFound } from './access.errors';
import { Allow, Public } from './allow';

@Controller('doors')
class DoorsController {
  @Get(':id')
  @Allow('signed_in')
  one(): never {
    throw new NotFound();
  }

  @Get(':id/lock')
  @Allow('administration')
  lock(): string {
    return 'opened';
  }

  @Get()
  @Public()
  list(): string[] {
    return [];
  }
}

@Module({ controllers: [DoorsController] })
class DoorsModule {}

describe('refused accesses', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [DoorsModule], entities: [], texts: [] });
  });
  afterAll(() => world.close());

  const lines = () =>
    world.database.asOwner('SELECT type, subject_id, actor_id, reason, payload, request_id FROM event ORDER BY id');

  it('are in the log when the answer arrives: who, what, which and in which request', async () => {
    const person = await makePerson(world.database);
    const cookie = await world.signInAs(person.id);
    const door = randomUUID();
    const missing = await world.request('GET', `/api/doors/${door}`, { cookie });
    const locked = await world.request('GET', `/api/doors/my-own-words/lock`, { cookie });
    const line = { type: 'access.refused', subject_id: person.id, actor_id: person.id };
    expect(await lines()).toEqual([
      {
        ...line,
        reason: 'not_found: GET /api/doors/:id',
        payload: { ids: { id: door } },
        request_id: idOf(missing.body),
      },
      { ...line, reason: 'not_allowed: GET /api/doors/:id/lock', payload: { ids: {} }, request_id: idOf(locked.body) },
    ]);
  });

  it('are not there for visitors, addresses that do not exist, and what was allowed', async () => {
    const before = await lines();
    const cookie = await world.signInAs((await makePerson(world.database)).id);
    const answers = [
      await world.request('GET', `/api/doors/${randomUUID()}`),
      await world.request('GET', '/api/windows', { cookie }),
      await world.request('GET', '/api/doors', { cookie }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 200]);
    expect(await lines()).toEqual(before);
  });

  it('are all there after a hundred at once', async () => {
    const cookie = await world.signInAs((await makePerson(world.database)).id);
    const before = (await lines()).length;
    await Promise.all(
      Array.from({ length: 100 }, () => world.request('GET', `/api/doors/${randomUUID()}`, { cookie })),
    );
    expect((await lines()).length - before).toBe(100);
  });
});

function idOf(problem: unknown): string {
  return (problem as { requestId: string }).requestId; // every problem has one
}
