import { Controller, Get, Module, Param } from '@nestjs/common';
import { Public } from '../access/allow';
import { createTestWorld, makePerson, type TestWorld } from './index';

const said = { word: '' };

@Controller('echo')
@Public()
class EchoController {
  @Get(':form')
  say(@Param('form') form: string): { text: string } {
    return { text: form === 'plain' ? `Geheim-${said.word}@example.nl` : Buffer.from(said.word).toString('base64url') };
  }

  @Get()
  nothing(): { text: string } {
    return { text: '' };
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

describe('a canary', () => {
  let world: TestWorld;
  let reader: { id: string };
  beforeAll(async () => {
    world = await createTestWorld({ modules: [EchoModule], entities: [], texts: [] });
    reader = await makePerson(world.database);
    said.word = world.canaries.plant('the secret', (id) => id === reader.id);
    said.word += ` and ${said.word}`;
  });
  afterAll(() => world.close());

  it.each(['plain', 'encoded'])('is heard when a stranger gets it (%s), and not when its reader does', async (form) => {
    const cookie = await world.signInAs(reader.id);
    expect((await world.request('GET', `/api/echo/${form}`, { cookie })).status).toBe(200);
    await expect(world.request('GET', `/api/echo/${form}`)).rejects.toThrow('the secret');
  });

  it('is not heard where it was said by the asker', async () => {
    expect((await world.request('GET', `/api/echo/plain?q=${said.word.slice(0, 14)}`)).status).toBe(200);
  });

  it('is heard in the log and in a mail to somebody else', async () => {
    const { canaries, database } = world;
    const leaks: string[] = [];
    const throwing = canaries.onLeak;
    canaries.onLeak = (leak) => leaks.push(leak);
    world.app.getHttpAdapter().getInstance().log.info({ note: said.word }, 'too much');
    await database.asOwner(
      `INSERT INTO mail_outbox (kind, to_email, locale, variables, dedupe_key, message_id)
       VALUES ('password_changed', 'else@example.nl', 'nl', jsonb_build_object('name', $1::text), 'x', '<x>')`,
      [said.word],
    );
    await world.scanMails();
    await database.asOwner('DELETE FROM mail_outbox');
    canaries.onLeak = throwing;
    const word = said.word.slice(0, 14);
    expect(leaks).toEqual([
      `In the log: the secret (${word})`,
      `In a mail password_changed to else@example.nl: the secret (${word})`,
    ]);
  });

  it('may be a number', () => {
    const number = world.canaries.plantNumber('the price', () => false);
    expect(world.canaries.leaksTo(null, `{"priceEur":${number}}`)).toEqual([`the price (${number})`]);
  });
});
