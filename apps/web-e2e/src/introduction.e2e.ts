import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import { expect, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';
import { faultsOf } from './platform/page-faults';
import { accountOf, enter } from './platform/sign-ins';

const SME = 'Terpstaal (fictief)';
const WORDS = 'Neem een houder mee.';

/** What a calendar that we did not write reads in the file of a mail. */
function calendarOf(mail: ParsedMail): Record<string, unknown> {
  const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? '') as unknown[]); // parse's type is wider than what it gives for one file
  const [zone] = calendar.getAllSubcomponents('vtimezone');
  const [found] = calendar.getAllSubcomponents('vevent');
  if (zone === undefined || found === undefined) throw new Error('The file holds no appointment');
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(found);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    at: event.startDate.toJSDate().toISOString(),
    place: event.location,
  };
}

test('the taskforce offers times, the SME chooses one, the meeting moves and is cancelled, and every calendar follows', async ({
  browser,
  demoPlatform: platform,
}) => {
  const [introduction] = await platform.asOwner<{ challengeId: string }>(
    `UPDATE suggestion SET state = 'introduced', answered_at = htsm_now(), introduced_at = htsm_now()
     WHERE organisation_name = $1 RETURNING challenge_id AS "challengeId"`,
    [SME],
  );
  const board = `/taskforce/challenges/${introduction?.challengeId ?? ''}/suggestions`;
  const taskforce = await enter(browser, platform, 'taskforce');
  const sme = await enter(browser, platform, 'sme');
  const owner = await enter(browser, platform, 'owner');
  const everybody = ['sme', 'owner', 'taskforce'].map((role) => accountOf(platform, role).email);
  const row = taskforce.page.getByRole('article', { name: SME });
  const files = async (subject: RegExp): Promise<Record<string, unknown>[]> => {
    const mails: ParsedMail[] = [];
    for (const email of everybody) mails.push(await platform.mailbox.next(email, subject));
    return mails.map(calendarOf);
  };
  let uid: unknown;

  await test.step('the taskforce offers two times', async () => {
    const { page } = taskforce;
    await page.goto(board);
    await row.getByRole('button', { name: /^Stel momenten voor/ }).press('Enter');
    await expect(row.getByRole('heading', { name: 'Momenten om elkaar te spreken' })).toBeFocused();
    await row.getByRole('button', { name: 'Stuur dit voorstel' }).click();
    await expect(row.getByRole('alert').getByRole('link')).toHaveCount(2);
    const first = row.getByRole('group', { name: 'Moment 1' });
    await first.getByLabel('Wanneer').fill('2037-02-10T10:00');
    await first.getByLabel('Waar').fill('Agrifirm, Meppel');
    await row.getByRole('button', { name: 'Nog een moment' }).click();
    await row.getByRole('group', { name: 'Moment 2' }).getByLabel('Wanneer').fill('2037-07-11T14:00');
    await row.getByLabel('Bericht erbij').fill(WORDS);
    expect(await faultsOf(page)).toEqual([]);
    await row.getByRole('button', { name: 'Stuur dit voorstel' }).click();
    await expect(row.getByText('Wacht op een keuze')).toBeVisible();
    await expect(row.getByRole('heading', { name: 'Kennismakingsgesprek' })).toBeFocused();
  });

  await test.step('the SME chooses one from its mail', async () => {
    const { page } = sme;
    const mail = await platform.mailbox.next(accountOf(platform, 'sme').email, /Wanneer spreekt u Agrifirm/);
    expect(mail.text).toContain(WORDS);
    await page.goto(linkIn(mail, /invitations/));
    await page.getByRole('button', { name: 'Kies dit moment' }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([/Kies een moment/]);
    expect(await faultsOf(page)).toEqual([]);
    await row.getByRole('button', { name: /^Verander de momenten/ }).click();
    await row.getByRole('button', { name: 'Haal weg Moment 1' }).click();
    await row.getByRole('button', { name: 'Stuur dit voorstel' }).click();
    await expect(row.getByText('10 feb 2037')).toHaveCount(0);
    await page.getByRole('radio', { name: /10 feb/ }).check();
    await page.getByRole('button', { name: 'Kies dit moment' }).click();
    await expect(page.getByRole('alert')).toContainText('Dit moment is er niet meer');
    await expect(page.getByRole('radio')).toHaveCount(1);
    await page.getByRole('radio', { name: /11 jul/ }).check();
    await page.getByRole('button', { name: 'Kies dit moment' }).click();
    await expect(page.getByText('Staat vast')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    const read = await files(/Het gesprek staat vast/);
    uid = read[0]?.['uid'];
    const file = { method: 'REQUEST', uid, sequence: 0, at: '2037-07-11T12:00:00.000Z', place: 'Agrifirm, Meppel' };
    expect(read).toEqual([file, file, file]);
  });

  await test.step('the owner sees it, and the taskforce moves it', async () => {
    await owner.page.goto(`/my/challenges/${introduction?.challengeId ?? ''}/recommendations`);
    const item = owner.page.getByRole('listitem').filter({ hasText: SME });
    await expect(item.getByText('Staat vast')).toBeVisible();
    expect(await faultsOf(owner.page)).toEqual([]);
    const { page } = taskforce;
    await page.reload();
    await row.getByRole('button', { name: /^Verzet het gesprek/ }).click();
    await row.getByLabel('Wanneer').fill('2037-07-12T09:30');
    await row.getByLabel('Waar').fill('https://meet.example/terpstaal');
    expect(await faultsOf(page)).toEqual([]);
    await row.getByRole('button', { name: 'Verzet het gesprek', exact: true }).click();
    await expect(row.getByRole('link', { name: 'https://meet.example/terpstaal' })).toBeVisible();
    const place = 'https://meet.example/terpstaal';
    const file = { method: 'REQUEST', uid, sequence: 1, at: '2037-07-12T07:30:00.000Z', place };
    expect(await files(/Het gesprek is verzet/)).toEqual([file, file, file]);
  });

  await test.step('the taskforce cancels it, with words that the SME reads', async () => {
    await row.getByRole('button', { name: /^Zeg af/ }).click();
    await row.getByLabel('Waarom gaat het niet door?').fill('De lijn staat stil.');
    await row.getByRole('button', { name: 'Zeg af', exact: true }).click();
    await expect(row.getByText('Gaat niet door')).toBeVisible();
    const read = await files(/Het gesprek gaat niet door/);
    expect(read.map(({ method, sequence, uid: of }) => [method, sequence, of === uid])).toEqual(
      everybody.map(() => ['CANCEL', 2, true]),
    );
    await sme.page.reload();
    await expect(sme.page.getByText('De lijn staat stil.')).toBeVisible();
    expect(await faultsOf(sme.page)).toEqual([]);
  });
  ICAL.TimezoneService.reset();
  expect([...taskforce.complaints, ...sme.complaints, ...owner.complaints]).toEqual([]);
  for (const { page } of [taskforce, sme, owner]) await page.context().close();
});
