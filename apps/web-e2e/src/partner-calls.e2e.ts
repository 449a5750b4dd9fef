import { expect, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';
import { faultsOf } from './platform/page-faults';
import { accountOf, enter } from './platform/sign-ins';

const BRINGS = 'Wij maken grijpers die om een zak heen vormen.';
const SEEKS = 'Een bedrijf dat een robotarm aanstuurt op beeld.';
const ANSWER = 'Wij maken er een stofdichte kast bij.';
const REASON = 'Noem geen andere bedrijven.';

test('an SME looks for partners, another answers, and addresses are exchanged after a yes; the taskforce takes a call away', async ({
  browser,
  demoPlatform: platform,
}) => {
  const sme = await enter(browser, platform, 'sme');
  const taskforce = await enter(browser, platform, 'taskforce');

  await test.step('it answers a call that fits and reads that its answer waits', async () => {
    const { page } = sme;
    await page.goto('/my/partner-calls');
    const call = page.locator('htsm-partner-call-card').filter({ hasText: 'fijnplaatwerk' });
    await expect(call).toContainText('Uw profiel heeft:');
    await call.getByRole('button', { name: /^Antwoord ?: / }).click();
    await call.getByRole('button', { name: 'Stuur antwoord' }).click();
    await expect(call.getByRole('alert').getByRole('link')).toHaveCount(1);
    await call.getByLabel('Wat kunt u bijdragen?').fill(ANSWER);
    expect(await faultsOf(page)).toEqual([]);
    await call.getByRole('button', { name: 'Stuur antwoord' }).click();
    const given = page.getByRole('region', { name: 'Waar u op antwoordde' });
    await expect(given).toContainText(`U schreef: ${ANSWER}`);
    await expect(given).toContainText('Wacht op antwoord');
  });

  await test.step('it says yes to who answered its own call: both get the other’s address, nobody else', async () => {
    const { page } = sme;
    const own = page.getByRole('region', { name: 'Uw oproepen' });
    const answer = own.getByRole('listitem').filter({ hasText: 'Lauwersbeeld' });
    await expect(answer.getByRole('link')).toHaveCount(0);
    await answer.getByRole('button', { name: /^Ja, wissel adressen uit/ }).click();
    await expect(answer.getByRole('link')).toHaveText(/@lauwersbeeld\.example$/);
    const address = (await answer.getByRole('link').textContent()) ?? '';
    const told = await platform.mailbox.next(address, /Terpstaal/);
    expect(told.text).toContain('@');
    expect(await faultsOf(page)).toEqual([]);
  });
  const [challenge] = await platform.asOwner<{ id: string; slug: string }>(
    `SELECT id, slug FROM public_challenge WHERE title_nl LIKE 'Zakken stapelen%'`,
  );
  const { id = '', slug = '' } = challenge ?? {};
  const here = sme.page.getByRole('region', { name: 'Partners gezocht' });

  await test.step('it places a call of its own where it sees what its team misses', async () => {
    const { page } = sme;
    await page.goto(`/challenges/${slug}`);
    await page.getByRole('link', { name: 'Wat mist uw team?' }).click();
    await expect(here).toContainText('Er staan nu geen oproepen.');
    await here.getByRole('button', { name: 'Plaats een oproep' }).click();
    await here.getByLabel('Wat brengt u?').fill(BRINGS);
    await here.getByRole('button', { name: 'Plaats de oproep' }).click();
    await expect(here.getByRole('alert').getByRole('link')).toHaveCount(2);
    await expect(here.getByLabel('Wat brengt u?')).toHaveValue(BRINGS);
    await here.getByLabel('Wat zoekt u?').fill(SEEKS);
    await here.getByRole('textbox', { name: 'Gezochte kennis' }).fill('robotica');
    await here.getByRole('textbox', { name: 'Gezochte kennis' }).press('Enter');
    await here.getByLabel('Tot en met welke dag?').fill('2099-12-31');
    expect(await faultsOf(page)).toEqual([]);
    await here.getByRole('button', { name: 'Plaats de oproep' }).click();
    await expect(page.getByText('Uw oproep staat er. U krijgt mail als iemand antwoordt.')).toBeVisible();
    await expect(here).toContainText(SEEKS);
    await expect(here.getByRole('button', { name: 'Plaats een oproep' })).toHaveCount(0);
  });

  await test.step('the taskforce takes it away with a reason, which the SME gets by mail and reads on its page', async () => {
    const { page } = taskforce;
    await page.goto(`/taskforce/challenges/${id}/suggestions`);
    await page.getByRole('link', { name: 'Stel een team samen' }).click();
    const call = page.locator('htsm-partner-call-card').filter({ hasText: SEEKS });
    await call.getByRole('button', { name: /^Haal de oproep weg ?: Terpstaal/ }).click();
    await call.getByRole('button', { name: 'Haal de oproep weg' }).click();
    await expect(call.getByRole('alert').getByRole('link')).toHaveCount(1);
    await call.getByLabel('Waarom haalt u deze oproep weg?').fill(REASON);
    expect(await faultsOf(page)).toEqual([]);
    await call.getByRole('button', { name: 'Haal de oproep weg' }).click();
    await expect(call).toContainText(`De taskforce haalde dit weg: ${REASON}`);
    const told = await platform.mailbox.next(accountOf(platform, 'sme').email, /oproep voor partners is weggehaald/);
    expect(told.text).toContain(REASON);
    await sme.page.goto(linkIn(told, /partner-calls/));
    await expect(sme.page.getByRole('region', { name: 'Uw oproepen' })).toContainText(REASON);
  });
  expect([...sme.complaints, ...taskforce.complaints]).toEqual([]);
  await sme.page.context().close();
  await taskforce.page.context().close();
});
