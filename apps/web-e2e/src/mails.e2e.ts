import { expect, openVisitor, test } from './platform/fixtures';
import { faultsOf } from './platform/page-faults';
import { accountOf, enter } from './platform/sign-ins';

const RESET = 'Nieuw wachtwoord kiezen';
const CLOSING = 'Gevolgde challenge sluit binnenkort';

test('an administrator holds a kind of mail, lets it go again, and decides about mails and addresses one by one', async ({
  browser,
  demoPlatform: platform,
}) => {
  const { page, complaints } = await enter(browser, platform, 'administrator');
  const sme = accountOf(platform, 'sme');
  const kinds = page.getByRole('region', { name: 'Soorten die wachten' });
  const rowOf = (address: string) => page.getByRole('row').filter({ hasText: address }).first();
  const cameTo = (email: string) => platform.mailbox.to(email).length;
  const search = async (address: string) => {
    await page.getByLabel('Deel van een adres').fill(address);
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`to=${address.replaceAll('.', '\\.')}`));
  };

  await test.step('a kind that is held waits for its release, and goes out once', async () => {
    await page.goto('/administration');
    await page.getByRole('link', { name: 'Mails', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Postvak uit' })).toBeVisible();
    await kinds.getByText('Houd een soort mail vast').click();
    await kinds.getByRole('button', { name: 'Houd deze soort vast' }).click();
    await expect(kinds.getByRole('alert').getByRole('link')).toHaveText([/Kies een soort mail/, /.+/]);
    await kinds.getByLabel('Soort mail').selectOption({ label: RESET });
    await kinds.getByLabel('Waarom houdt u deze mails vast?').fill('Eerst de nieuwe tekst nalezen.');
    await kinds.getByRole('button', { name: 'Houd deze soort vast' }).click();
    await expect(kinds.getByRole('listitem')).toContainText([RESET]);
    expect(await faultsOf(page)).toEqual([]);

    const before = cameTo(sme.email);
    const visitor = await openVisitor(browser, platform, { language: 'nl' });
    await visitor.page.goto('/forgot-password');
    await visitor.page.getByLabel('E-mailadres').fill(sme.email);
    await visitor.page.getByRole('button', { name: 'Stuur de link' }).click();
    await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText('Kijk in uw mail');
    await visitor.page.context().close();

    await search(sme.email);
    await expect(rowOf(sme.email)).toContainText(RESET);
    await expect(rowOf(sme.email)).toContainText('Deze soort mail wordt vastgehouden');
    expect(cameTo(sme.email)).toBe(before);
    await kinds.getByRole('button', { name: new RegExp(`^Laat deze soort gaan ?: ${RESET}`) }).click();
    await expect(kinds.getByText('Geen enkele soort mail wordt vastgehouden.')).toBeVisible();
    await expect.poll(() => cameTo(sme.email)).toBe(before + 1);
  });

  await test.step('a mail that waits for a look is read and let go', async () => {
    const waiting = 'ytsje@weidewerk.example';
    await search(waiting);
    await expect(rowOf(waiting)).toContainText('Vastgehouden');
    await rowOf(waiting)
      .getByRole('link', { name: new RegExp(`^${CLOSING}`) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: CLOSING })).toBeVisible();
    await expect(page.frameLocator('iframe').getByRole('heading')).toContainText(['Deze challenge sluit binnenkort']);
    await page.getByRole('button', { name: /^Laat gaan/ }).click();
    await expect(page.getByText(`De mail aan ${waiting} gaat uit.`)).toBeVisible();
    const came = await platform.mailbox.next(waiting, /Sluit binnenkort/);
    expect(came.text).toContain('Hebt u een vraag? Stel hem op tijd');
  });

  await test.step('an address that bounced is mailed again when somebody says why', async () => {
    const gone = 'vertrokken@weidewerk.example';
    await page.getByRole('link', { name: 'Gestopte adressen' }).click();
    await expect(rowOf(gone)).toContainText('Recipient address rejected');
    await rowOf(gone)
      .getByRole('button', { name: /^Haal van de lijst/ })
      .click();
    await rowOf(gone).getByRole('button', { name: 'Haal nu van de lijst' }).click();
    await expect(rowOf(gone).getByRole('alert').getByRole('link')).toHaveCount(1);
    await rowOf(gone).getByLabel('Waarom mag er weer mail heen?').fill('Het adres is hersteld.');
    expect(await faultsOf(page)).toEqual([]);
    await rowOf(gone).getByRole('button', { name: 'Haal nu van de lijst' }).click();
    await expect(page.getByText(`Naar ${gone} gaat weer mail.`)).toBeVisible();
    await page.getByRole('link', { name: 'Postvak uit' }).click();
    await search(gone);
    await rowOf(gone)
      .getByRole('button', { name: /^Stuur opnieuw/ })
      .click();
    await expect(page.getByText(`De mail aan ${gone} gaat opnieuw uit.`)).toBeVisible();
    await platform.mailbox.next(gone, /Sluit binnenkort/);
  });
  expect(platform.mailbox.duplicates()).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an administrator writes the text of a mail, tries it out, and goes back to the delivered one', async ({
  browser,
  demoPlatform: platform,
}) => {
  const { page, complaints } = await enter(browser, platform, 'administrator');
  const first = page.getByLabel('Eerste alinea');
  const save = page.getByRole('button', { name: 'Bewaar deze teksten' });
  await page.goto('/administration/mail-texts');
  await page.getByRole('link', { name: new RegExp(`^Versie 1 ?: ${CLOSING}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: CLOSING })).toBeVisible();
  await expect(first).toHaveValue(/^U volgt \{\{challengeTitle\}\}\. Hebt u een vraag/);

  await test.step('a name that does not exist is refused where it stands, and nothing is lost', async () => {
    await first.fill('Nog even en {{challenge}} sluit.');
    await save.click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
    await expect(first).toHaveValue('Nog even en {{challenge}} sluit.');
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('names come by a click, and the mail shows beside the form', async () => {
    await first.fill('Nog even en dan sluit ');
    await page.getByRole('button', { name: /^challengeTitle/ }).click();
    await expect(first).toHaveValue('Nog even en dan sluit {{challengeTitle}}');
    const mine = page.frameLocator('iframe[title="Met uw teksten"]');
    await expect(mine.getByRole('paragraph').filter({ hasText: /^Nog even en dan sluit [^{]+$/ })).toBeVisible();
  });

  await test.step('a trial goes to the administrator alone', async () => {
    await page.getByRole('button', { name: 'Stuur een proef naar mijzelf' }).click();
    await expect(page.getByText('De proefmail is onderweg naar uw adres.')).toBeVisible();
    const trial = await platform.mailbox.next(accountOf(platform, 'administrator').email, /Sluit binnenkort/);
    expect(trial.text).toMatch(/Nog even en dan sluit [^{]/);
  });

  await test.step('what is kept is a version, and the way back to the delivered text is one too', async () => {
    await save.click();
    await expect(page.getByText('De teksten zijn bewaard.')).toBeVisible();
    const history = page.getByRole('region', { name: 'Versies' });
    await history.getByText('Versie 2', { exact: true }).click();
    await expect(history.locator('ins', { hasText: 'Nog even en dan sluit' })).toBeVisible();
    await history.getByRole('button', { name: 'Terug naar de geleverde tekst' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Terug naar de geleverde tekst' }).click();
    await expect(first).toHaveValue('U volgt deze challenge. Tot de sluiting kunt u een voorstel indienen.');
    await expect(history.getByText('Versie 3', { exact: true })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});
