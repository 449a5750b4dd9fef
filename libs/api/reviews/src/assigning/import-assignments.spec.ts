import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, sendAsTaskforce, type Send } from '../testing/reviews-world';

interface Fault {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

describe('assigning from a spreadsheet', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const dueAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const importLines = (challengeId: string, csv: string): ReturnType<Send> =>
    send('POST', `/api/taskforce/challenges/${challengeId}/assignments/lines`, { csv, dueAt });
  const given = (challengeId: string): Promise<unknown[]> =>
    world.database.asOwner(
      `SELECT p.title, u.name FROM review_assignment a JOIN proposal p ON p.id = a.proposal_id JOIN app_user u ON u.id = a.reviewer_id
       WHERE a.challenge_id = $1 ORDER BY 1, 2`,
      [challengeId],
    );
  const faults = async (answer: ReturnType<Send>): Promise<unknown[]> => {
    const { status, body } = await answer;
    return [status, (body as { errors: Fault[] }).errors.map(({ path, code }) => `${path}:${code}`)]; // problem+json
  };

  it('takes numbers with addresses or names, in any order of columns, once each', async () => {
    const { challenge } = await makeJudging(world, 2);
    const anna = await makeReviewer(world.database, { name: 'Anna de Boer' });
    const bram = await makeReviewer(world.database, { name: 'Bram Smit' });
    const lines = [
      'Opmerking;Beoordelaar;Nummer',
      `eerste;${anna.email.toUpperCase()};1`,
      ';bram smit; #2 ',
      `dubbel;${anna.email};1`,
      `;${bram.email};1`,
    ];
    const answer = await importLines(challenge.id, `\uFEFF${lines.join('\r\n')}\r\n`);
    expect([answer.status, answer.body]).toEqual([201, { created: 3 }]);
    expect(await given(challenge.id)).toEqual([
      { title: 'Idee 1', name: 'Anna de Boer' },
      { title: 'Idee 1', name: 'Bram Smit' },
      { title: 'Idee 2', name: 'Bram Smit' },
    ]);
    expect((await importLines(challenge.id, lines.join('\n'))).body).toEqual({ created: 0 });
  });

  it('names every fault of every line, and gives nothing then', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const good = await makeReviewer(world.database, { name: 'Carla Mulder' });
    await makeReviewer(world.database, { name: 'Twee Keer' });
    await makeReviewer(world.database, { name: 'Twee Keer' });
    const party = await makePerson(world.database, {
      name: 'Dirk Partij',
      bodies: ['review_panel'],
      organisationId: proposals[0]?.organisationId ?? '',
    });
    const lines = [
      'number,email',
      `1,${good.email}`,
      `9,${good.email}`,
      'een,niemand@example.nl',
      '1,Twee Keer',
      `1,${party.email}`,
      '1',
    ];
    expect(await faults(importLines(challenge.id, lines.join('\n')))).toEqual([
      422,
      [
        'lines.3.number:import_number',
        'lines.4.number:import_number',
        'lines.4.reviewer:import_reviewer',
        'lines.5.reviewer:import_name_twice',
        'lines.7.reviewer:import_reviewer',
        'lines.6.reviewer:reviewer_is_party',
      ],
    ]);
    expect(await given(challenge.id)).toEqual([]);
  });

  it('says what a text lacks that is no list', async () => {
    const { challenge } = await makeJudging(world, 1);
    expect(await faults(importLines(challenge.id, 'Naam;Getal\nx;1'))).toEqual([422, ['csv:import_columns']]);
    expect(await faults(importLines(challenge.id, 'Nummer;Beoordelaar\n"open;x'))).toEqual([
      422,
      ['csv:import_columns'],
    ]);
    expect(await faults(importLines(challenge.id, 'Nummer;Beoordelaar\n'))).toEqual([422, ['csv:import_empty']]);
    const many = `Nummer;Beoordelaar\n${'1;x\n'.repeat(2_001)}`;
    expect(await faults(importLines(challenge.id, many))).toEqual([422, ['csv:import_too_long']]);
  });
});
