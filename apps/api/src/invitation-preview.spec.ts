import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { MailRenderer } from '@htsm/api/notifications';
import type { MailVariables } from '@htsm/api/core';
import { createWholeApi } from './testing-app';

interface Previews {
  readonly items: readonly {
    readonly organisationName: string;
    readonly problem: string | null;
    readonly mails: readonly { to: string; locale: 'nl' | 'en'; subject: string; text: string }[];
  }[];
}

const EDITED = { subject: 'Would you solve {{challengeTitle}}?' };

describe('the preview of invitations', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWholeApi();
  });
  afterAll(() => world.close());

  it('is what each person then gets, word for word and in their own language', async () => {
    const { database } = world;
    const cookie = await world.signInAs((await makePerson(database, { bodies: ['taskforce'] })).id);
    const challenge = await makeChallenge(database, { titleNl: 'Wissels meten', titleEn: 'Measuring points' });
    const sme = await makeOrganisation(database, { name: 'Hunze' });
    const reader = await makePerson(database, { organisationId: sme.id, name: 'Anneke' });
    const other = await makePerson(database, { organisationId: sme.id, name: 'Bill', locale: 'en' });
    const nobody = await makeOrganisation(database, { name: 'Leeg' });
    const body = {
      organisationIds: [sme.id, nobody.id],
      personal: 'Uw grijper deed ons hieraan denken.',
      remindAfterDays: null,
    };
    const path = `/api/taskforce/challenges/${challenge.id}/invitations`;
    // an administrator gave the English invitation another subject
    await database.asOwner(
      `INSERT INTO mail_template (kind, locale, number, texts, made_by) SELECT 'sme_invited', 'en', 1, $1, id FROM app_user LIMIT 1`,
      [EDITED],
    );
    const { items } = (await world.request('POST', `${path}/preview`, { cookie, body })).body as Previews; // the contract of the route
    expect(await database.asOwner('SELECT FROM suggestion')).toEqual([]);
    await world.request('POST', path, { cookie, body });
    const queued = await database.asOwner<{
      to: string;
      locale: 'nl' | 'en';
      variables: MailVariables['sme_invited'];
    }>(`SELECT variables->>'name' AS "to", locale, variables FROM mail_outbox WHERE kind = 'sme_invited'`);
    const sent = queued.map(({ to, locale, variables }) => {
      const occasion = {
        kind: 'sme_invited',
        locale,
        toEmail: '',
        queuedAt: new Date(),
        subscriptionId: null,
      } as const;
      const { subject, text } = world.app
        .get(MailRenderer)
        .render(occasion, variables, locale === 'en' ? { sme_invited: EDITED } : {});
      return { to, locale, subject, text };
    });
    const byName = (mails: readonly { to: string }[]) => [...mails].sort((a, b) => (a.to < b.to ? -1 : 1));
    expect(items.map(({ organisationName, problem }) => [organisationName, problem])).toEqual([
      ['Hunze', null],
      ['Leeg', 'nobody'],
    ]);
    expect(byName(items[0]?.mails ?? [])).toEqual(byName(sent));
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      'Uitnodiging: Wissels meten',
      'Would you solve Measuring points?',
    ]);
    expect(sent.every(({ text }) => text.includes('Uw grijper deed ons hieraan denken.'))).toBe(true);
    expect([reader.name, other.name]).toEqual(['Anneke', 'Bill']);
  });
});
