import { Controller, Get, Module } from '@nestjs/common';
import { OPERATIONS } from '@htsm/domain/permissions';
import { createTestWorld, declaredRoutes, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { describeApi } from './openapi';
import { createWholeApi } from './testing-app';
import { operations } from './testing/bad-input';

/** Routes that are not handlers of a controller, each with the reason why it needs no declaration. */
const PLAIN_ROUTES: readonly string[] = [];

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): { secret: string } {
    return { secret: 'nobody said who may read this' };
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('the routes of the running API', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWholeApi();
  });
  afterAll(() => world.close());

  it('all say who may use them', () => {
    const routes = declaredRoutes(world.app);
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => route.access === undefined).map((route) => route.handler)).toEqual([]);
  });

  it('are all handlers of a controller', () => {
    const server = world.app.getHttpAdapter().getInstance();
    const known = new Set(declaredRoutes(world.app).map((route) => route.path.replace(/^\/api/, '')));
    const paths = [...printed(server.printRoutes({ commonPrefix: false }))].filter((path) => path.startsWith('/api/'));
    expect(paths.filter((path) => !known.has(path.replace(/^\/api/, '')) && !PLAIN_ROUTES.includes(path))).toEqual([]);
  });
});

describe('the permission matrix', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWholeApi();
  });
  afterAll(() => world.close());

  it('names every operation of the contract and no other', () => {
    const contract = operations(describeApi(world.app)).map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(OPERATIONS).sort()).toEqual(contract.sort());
  });

  it('has the doors that the handlers declare', () => {
    const declared = declaredRoutes(world.app).flatMap(({ method, path, access }) => {
      const operation = `${method} /api${path.replace(/:(\w+)/g, '{$1}')}`;
      if (!(operation in OPERATIONS) || access === undefined) return [];
      return [[operation, 'public' in access ? 'public' : [...access.audiences].sort()] as const];
    });
    const doors = Object.entries(OPERATIONS).map(
      ([operation, { door }]) => [operation, door === 'public' ? door : [...door].sort()] as const,
    );
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(doors));
  });
});

describe('a route that does not say who may use it', () => {
  it('is refused for everyone, the signed-in included', async () => {
    const world = await createTestWorld({ modules: [ForgottenModule], entities: [], texts: [] });
    const person = await makePerson(world.database, { bodies: ['taskforce', 'administration'] });
    const cookie = await world.signInAs(person.id);
    const answers = [
      await world.request('GET', '/api/forgotten'),
      await world.request('GET', '/api/forgotten', { cookie }),
    ];
    await world.close();
    expect(answers.map((answer) => answer.status)).toEqual([403, 403]);
    expect(declaredRoutes(world.app).find((route) => route.path === '/forgotten')?.access).toBeUndefined();
  });
});

/** Reads the paths out of Fastify's drawing of its routes. */
function printed(drawing: string): Set<string> {
  const paths = new Set<string>();
  const parents: string[] = [];
  for (const line of drawing.split('\n')) {
    const match = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/u.exec(line);
    if (match === null) continue;
    const depth = (match[1] ?? '').length / 4;
    parents[depth] = match[2] ?? '';
    if (match[3] !== undefined) paths.add(parents.slice(0, depth + 1).join(''));
  }
  return paths;
}
