import AxeBuilder from '@axe-core/playwright';
import { expect, openVisitor, test } from './platform/fixtures';
import { open } from './platform/reachable-pages';
import { signInAs } from './platform/sign-ins';

test('an administrator keeps the lists of words, by hand and by file', async ({ browser, demoPlatform }) => {
  test.setTimeout(120_000);
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(page, demoPlatform, 'administrator');
  await open(page, '/taskforce/lists');

  await test.step('a new word stands in the tree and in the history', async () => {
    const adder = page.locator('htsm-term-adder');
    await adder.getByLabel('Nederlands').fill('exoskeletten');
    await adder.getByLabel('Engels').fill('exoskeletons');
    await adder.getByLabel('Onder').selectOption({ label: 'robotica' });
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    await expect(page.getByRole('button', { name: /^Wijzig ?: exoskeletten/ })).toBeVisible();
    await expect(page.getByText('woord erbij')).toBeVisible();
  });

  await test.step('a word is changed, and retired', async () => {
    await page.getByRole('button', { name: /^Wijzig ?: exoskeletten/ }).click();
    const editor = page.locator('htsm-term-editor');
    await editor.getByLabel('Engels', { exact: true }).fill('wearable robots');
    await editor.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await expect(page.getByText('wearable robots', { exact: true })).toBeVisible();
    await editor.getByRole('button', { name: 'Laat vervallen' }).click();
    await expect(editor.getByRole('button', { name: 'Maak weer te kiezen' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step('a file shows what it would do before it does it', async () => {
    const buffer = Buffer.from('code;nl;en\nlasers;lasertechniek;laser technology\nlasers/x;;x\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByRole('status').filter({ hasText: 'lijst.csv' })).toContainText('1 nieuw.');
    await expect(page.getByText('Regel 3:')).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Neem dit over' }).click();
    await expect(page.getByRole('button', { name: /^Wijzig ?: lasertechniek/ })).toBeVisible();
  });

  await test.step('the new word can be chosen and the retired one cannot', async () => {
    await open(page, '/subscribe');
    await expect(page.getByRole('checkbox', { name: 'Lasertechniek' })).toBeVisible();
    await page.getByText('Robotica: 4 onderdelen').click();
    await page.getByRole('checkbox', { name: 'Cobots' }).check();
    await expect(page.getByRole('checkbox', { name: 'Exoskeletten' })).toHaveCount(0);
  });

  await test.step('the glossary is searched', async () => {
    await open(page, '/taskforce/glossary');
    await page.getByLabel('Zoek een woord').fill('keer');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await expect(page.getByRole('row', { name: /keerklep/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /kuilvoer/ })).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});
