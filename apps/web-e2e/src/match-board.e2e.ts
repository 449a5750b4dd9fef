import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';
import { faultsOf } from './platform/page-faults';
import { accountOf, enter } from './platform/sign-ins';

const SME = 'Terpstaal (fictief)';
const PERSONAL = 'Uw houders voor zware sensoren deden ons hieraan denken.';
const INTRODUCTION = 'Fenna laat graag een houder zien.';

/** The name of a button of this SME. */
function named(act: string): RegExp {
  return new RegExp(`^${act} ?: Terpstaal`);
}

test('the taskforce invites an SME that answers from its mail, introduces it to the owner and records an outcome', async ({
  browser,
  demoPlatform: platform,
}) => {
  const [challenge] = await platform.asOwner<{ id: string; title: string }>(
    `SELECT id, title_nl AS title FROM public_challenge WHERE title_nl LIKE 'Zakken stapelen%'`,
  );
  const { id = '', title = '' } = challenge ?? {};
  const taskforce = await enter(browser, platform, 'taskforce');
  const owner = await enter(browser, platform, 'owner');
  const row = taskforce.page.getByRole('article', { name: SME });

  await test.step('the taskforce puts it on the board by hand, where the keyboard reaches everything', async () => {
    const { page } = taskforce;
    await page.goto(`/taskforce/challenges/${id}/suggestions`);
    await expect(page.getByRole('heading', { level: 1, name: 'Matchbord' })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByText('Voeg zelf een bedrijf toe', { exact: true }).press('Enter');
    await page.getByLabel('Naam van het bedrijf').fill('terpst');
    await page.getByLabel('Naam van het bedrijf').press('Enter');
    await page.getByRole('button', { name: named('Zet op het bord') }).press('Enter');
    await expect(row.getByText('Suggestie', { exact: true })).toBeVisible();
    await row.getByRole('button', { name: named('Zet vast') }).press('Enter');
    await expect(row.getByRole('heading', { name: `${SME} vastzetten` })).toBeFocused();
    await row.getByRole('button', { name: 'Zet vast', exact: true }).click();
    await expect(row.getByRole('alert').getByRole('link')).toHaveText([/Schrijf waarom/]);
    await row.getByLabel('Waarom past dit bedrijf?').fill('Maakt houders voor zware sensoren.');
    await row.getByRole('button', { name: 'Zet vast', exact: true }).click();
    await expect(row.getByText('Vastgezet')).toBeVisible();
  });

  await test.step('it sees each mail before it goes out, and sends them', async () => {
    const { page } = taskforce;
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Nodig 1 bedrijf uit' }).click();
    await expect(page.getByRole('heading', { level: 2, name: '1 bedrijf uitnodigen' })).toBeFocused();
    await page.getByLabel('Uw eigen zin').fill(PERSONAL);
    await page.getByRole('button', { name: 'Bekijk de mails' }).click();
    const preview = page.getByRole('group').filter({ hasText: 'Aan Fenna Dijkstra · Nederlands' });
    await preview.getByText('Aan Fenna Dijkstra').click();
    await expect(preview.getByText(`Uitnodiging: ${title}`)).toBeVisible();
    await expect(preview.getByText(PERSONAL)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^Verstuur 1 uitnodiging/ }).click();
    await expect(row.getByText('Uitgenodigd', { exact: true }).first()).toBeVisible();
    await expect(row.getByText('Herinnering op')).toBeVisible();
  });

  const sme = accountOf(platform, 'sme');
  const mail = await platform.mailbox.next(sme.email, new RegExp(`Uitnodiging: ${title}`));

  await test.step('the SME opens the link in its mail, signs in, and says yes with one press', async () => {
    expect(mail.text).toContain(PERSONAL);
    const { page, complaints } = await openVisitor(browser, platform, { language: 'nl' });
    await page.goto(linkIn(mail, /invitations/));
    await page.getByLabel('E-mailadres').fill(sme.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(sme.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Wacht op uw antwoord')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ja, wij hebben interesse' }).click();
    await expect(page.getByText('U hebt interesse')).toBeVisible();
    await page.getByRole('button', { name: 'Nee, dit keer niet' }).click();
    await page.getByRole('button', { name: 'Geef door' }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([/Kies een reden/]);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annuleer' }).click();
    await page.getByRole('link', { name: 'Naar uw challenges' }).click();
    await expect(page.getByRole('region', { name: 'Mijn uitnodigingen' })).toContainText(title);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  await test.step('the taskforce hears of it and introduces both sides to each other', async () => {
    const { page } = taskforce;
    const board = accountOf(platform, 'taskforce');
    const told = await platform.mailbox.next(board.email, new RegExp(`Antwoord van Terpstaal.*${title}`));
    await page.goto(linkIn(told, /suggestions/));
    await row.getByRole('button', { name: named('Stel aan elkaar voor') }).click();
    await row.getByLabel('Wat wilt u erbij zeggen?').fill(INTRODUCTION);
    await row.getByRole('button', { name: 'Stel aan elkaar voor', exact: true }).click();
    await expect(row.getByText('Kennisgemaakt').first()).toBeVisible();
    const toSme = await platform.mailbox.next(sme.email, /Kennismaken met Agrifirm/);
    const toOwner = await platform.mailbox.next(accountOf(platform, 'owner').email, /Kennismaken met Terpstaal/);
    expect([toSme.text, toOwner.text].map((text) => text?.includes(INTRODUCTION))).toEqual([true, true]);
    expect(toOwner.text).toContain(sme.email);
    await owner.page.goto(linkIn(toOwner, /recommendations/));
    const way = owner.page.getByRole('region', { name: 'Door de taskforce benaderd' });
    await expect(way.getByRole('listitem').filter({ hasText: SME })).toContainText('Kennisgemaakt');
    expect(await faultsOf(owner.page)).toEqual([]);
  });

  await test.step('it records what came of it, which both sides read', async () => {
    const { page } = taskforce;
    await row.getByRole('button', { name: named('Leg uitkomst vast') }).click();
    await row.getByLabel('Uitkomst').selectOption({ label: 'Proef' });
    await row.getByLabel('Op welke dag?').fill('2026-11-20');
    await row.getByLabel('Wat is er gebeurd?').fill('Een proef van zes weken.');
    expect(await faultsOf(page)).toEqual([]);
    await row.getByRole('button', { name: 'Leg uitkomst vast', exact: true }).click();
    await expect(row.getByText('Uitkomst bekend')).toBeVisible();
    await page.getByRole('button', { name: /^Uitkomst bekend/ }).click();
    await expect(page.getByRole('article')).toHaveCount(1);
    await owner.page.reload();
    await expect(owner.page.getByText('Een proef van zes weken.')).toBeVisible();
  });
  expect([...taskforce.complaints, ...owner.complaints]).toEqual([]);
  await taskforce.page.context().close();
  await owner.page.context().close();
});
