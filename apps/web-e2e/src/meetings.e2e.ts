import ICAL from 'ical.js';
import { expect, test } from './platform/fixtures';
import { faultsOf } from './platform/page-faults';
import { accountOf, enter } from './platform/sign-ins';

const DAY = 'Tafels in de polder';
const PLACE = 'Gemeentehuis, Dorpsstraat 1, Veendam (fictief)';
const REASON = 'De zaal staat onder water.';

test('the taskforce plans a matchmaking day, sends the programmes, moves one meeting and calls the day off', async ({
  browser,
  demoPlatform: platform,
}) => {
  const { page, complaints } = await enter(browser, platform, 'taskforce');
  const timetable = page.getByRole('region', { name: 'Rooster', exact: true });
  const choose = page.locator('htsm-choose-parties');
  const account = accountOf(platform, 'sme');

  // the worker compares everybody with every challenge, soon after it starts
  const compared = `SELECT count(*)::int AS left FROM public_challenge l WHERE l.state = 'open'
    AND NOT EXISTS (SELECT FROM recommendation r WHERE r.challenge_id = l.id)`;
  await expect.poll(async () => (await platform.asOwner(compared))[0], { timeout: 30_000 }).toEqual({ left: 0 });

  await test.step('it makes the day, where a field that is wrong costs nothing', async () => {
    await page.goto('/taskforce/meetings');
    await page.getByRole('button', { name: 'Nieuwe ontmoetingsdag' }).click();
    await page.getByLabel('Naam in het Nederlands').fill(DAY);
    await page.getByLabel('Naam in het Engels').fill('Tables in the polder');
    await page.getByLabel('Plaats').fill(PLACE);
    await page.getByLabel('Datum').fill('2027-03-28');
    await page.getByLabel('Begin', { exact: true }).fill('02:30');
    await page.getByLabel('Aantal rondes').fill('4');
    await page.getByLabel('Duur van een ronde').fill('20');
    await page.getByLabel('Pauze tussen rondes').fill('5');
    await page.getByLabel('Tafels').fill('4');
    await page.getByLabel('Score om voor te stellen').fill('0');
    await page.getByRole('button', { name: 'Maak de dag' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Begin', { exact: true }).fill('13:30');
    await page.getByRole('button', { name: 'Maak de dag' }).click();
    await expect(page.getByRole('heading', { level: 1, name: DAY })).toBeVisible();
  });

  await test.step('it chooses who come: challenges first, then the SMEs that fit them', async () => {
    const [challenges, smes] = [
      choose.getByRole('group', { name: 'Challenges' }),
      choose.getByRole('group', { name: 'Mkb' }),
    ];
    await expect(challenges.getByRole('checkbox')).toHaveCount(6);
    for (const box of await challenges.getByRole('checkbox').all()) await box.check();
    await choose.getByRole('button', { name: 'Bewaar de keuze' }).click();
    await choose.getByLabel('Zoek een bedrijf op naam').fill('terpst');
    await choose.getByLabel('Zoek een bedrijf op naam').press('Enter');
    await expect(choose.getByRole('status')).toHaveText('1 bedrijf gevonden, het staat in de lijst.');
    await expect(smes.getByLabel(/^Terpstaal/)).toBeChecked();
    await smes.getByRole('checkbox', { checked: false }).first().check();
    await smes.getByRole('checkbox', { checked: false }).first().check();
    await choose.getByRole('button', { name: 'Bewaar de keuze' }).click();
    await expect(page.getByText(/^Partijen: wensen en tijden/)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('the timetable is made, is looked at as a grid, and the programmes go out with a calendar file', async () => {
    await timetable.getByRole('button', { name: 'Maak het rooster' }).click();
    await expect(timetable.getByRole('status')).toContainText(/\d+ gesprekken, samen/, { timeout: 30_000 });
    const grid = page.getByRole('region', { name: 'Wie spreekt wie' });
    await expect(grid.getByRole('row')).toHaveCount(7);
    await expect(grid).toContainText('Terpstaal');
    expect(await faultsOf(page)).toEqual([]);
    await timetable.getByRole('button', { name: 'Verstuur de programma’s' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verstuur de programma’s' }).click();
    await expect(page.getByText('Verstuurd', { exact: true })).toBeVisible();
  });

  const programme = await platform.mailbox.next(account.email, new RegExp(DAY));
  const first = eventsIn(programme);

  await test.step('the SME reads its programme on its page as well', async () => {
    expect(programme.text).toContain(PLACE);
    expect(first.method).toBe('PUBLISH');
    expect(first.events.map(({ location }) => location.includes('Veendam'))).not.toContain(false);
    const sme = await enter(browser, platform, 'sme');
    await sme.page.goto('/my/meetings');
    const own = sme.page.getByRole('region', { name: DAY });
    await expect(own.getByRole('listitem')).toHaveCount(first.events.length);
    expect(await faultsOf(sme.page)).toEqual([]);
    expect(sme.complaints).toEqual([]);
    await sme.page.context().close();
  });

  await test.step('a pair is kept apart, and who has another programme is told', async () => {
    const wishes = page.locator('htsm-event-wishes');
    await wishes.getByRole('heading').click();
    await wishes.getByLabel('Bedrijf').selectOption({ label: 'Terpstaal (fictief)' });
    await wishes.getByLabel('Challenge', { exact: true }).selectOption({ label: first.events[0]?.challenge ?? '' });
    await wishes.getByLabel('Afspraak').selectOption({ label: 'Niet samen' });
    await wishes.getByRole('button', { name: 'Voeg toe' }).click();
    await expect(wishes.getByRole('listitem')).toHaveCount(1);
    await timetable.getByRole('button', { name: /^Maak opnieuw/ }).click();
    await expect(timetable.getByText(/Vervallen: [1-9]/)).toBeVisible({ timeout: 30_000 });
    await timetable.getByRole('button', { name: 'Verstuur de programma’s' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verstuur de programma’s' }).click();
    await expect(timetable.getByText(/Vervallen: [1-9]/)).toHaveCount(0);
  });

  await test.step('the day is called off with a reason, and calendars forget it', async () => {
    await timetable.getByText('Zeg de dag af').click();
    await timetable.getByLabel('Waarom gaat de dag niet door?').fill(REASON);
    await timetable.getByRole('button', { name: 'Zeg af en mail iedereen' }).click();
    await expect(page.getByText(`Deze dag gaat niet door. Reden: ${REASON}`)).toBeVisible();
    await expect.poll(() => platform.mailbox.to(account.email).some(({ text }) => text?.includes(REASON))).toBe(true);
    const off = platform.mailbox.to(account.email).findLast(({ text }) => text?.includes(REASON));
    expect(off && eventsIn(off).method).toBe('CANCEL');
    expect(await faultsOf(page)).toEqual([]);
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** What the calendar file of a mail says, as a calendar reads it. */
function eventsIn(mail: { attachments: readonly { contentType: string; content: Buffer }[] }): {
  method: string;
  events: { location: string; challenge: string }[];
} {
  const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  if (file === undefined) throw new Error('The mail has no calendar file');
  const calendar = new ICAL.Component(ICAL.parse(file.content.toString('utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const { location, summary } = new ICAL.Event(component);
    return { location, challenge: summary.slice(summary.indexOf(': ') + 2) };
  });
  return { method: String(calendar.getFirstPropertyValue('method')), events };
}
