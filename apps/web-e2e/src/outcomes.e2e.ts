import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';
import { faultsOf } from './platform/page-faults';
import { enter } from './platform/sign-ins';

/** After the question at six months, before the reminder. */
const LATER_MS = 90 * 86_400_000;
const SAID = 'Wij werken nu aan een tweede reeks.';

test('half a year after a match both sides are asked what came of it, by mail and without signing in; the taskforce sees where they differ', async ({
  browser,
  demoPlatform: platform,
}) => {
  const [match] = await platform.asOwner<{ sme: string; owner: string; smeEmail: string; ownerEmail: string }>(
    `SELECT s.name AS sme, w.name AS owner, ${memberOf('s')} AS "smeEmail", ${memberOf('w')} AS "ownerEmail"
     FROM check_in i JOIN collaboration c ON c.id = i.collaboration_id JOIN organisation s ON s.id = c.organisation_id
     JOIN challenge l ON l.id = c.challenge_id JOIN organisation w ON w.id = l.organisation_id
     WHERE i.months = 6 AND i.asked_at IS NULL AND i.due_at BETWEEN htsm_now() AND htsm_now() + interval '90 days'
     ORDER BY i.due_at LIMIT 1`,
  );
  const { sme = '', owner = '', smeEmail = '', ownerEmail = '' } = match ?? {};
  await platform.moveClockTo(new Date(Date.now() + LATER_MS));

  for (const [email, partner, kind] of [
    [smeEmail, owner, 'Opdracht'],
    [ownerEmail, sme, 'Proef'],
  ] as const) {
    await test.step(`${email} answers by the link in the mail`, async () => {
      const { page, complaints } = await openVisitor(browser, platform, { language: 'nl' });
      const asked = await platform.mailbox.next(
        email,
        new RegExp(`^Wat kwam ervan.* ${partner.replaceAll(/[()]/g, '\\$&')}$`),
      );
      expect(asked.text).toContain('6 maanden geleden');
      await page.goto(linkIn(asked, /check-in/));
      await expect(page.getByRole('heading', { level: 1, name: 'Wat kwam ervan?' })).toBeVisible();
      await expect(page.getByText(partner).first()).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel(kind, { exact: true }).check();
      await page.getByLabel('Wilt u er iets bij zeggen?').fill(SAID);
      await page.getByRole('button', { name: 'Verstuur dit antwoord' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Dank u wel' })).toBeVisible();
      await expect(page.getByText(`Wij noteerden: ${kind}.`)).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }

  await test.step('the taskforce finds it among what is told differently, and notes what it heard', async () => {
    const { page, complaints } = await enter(browser, platform, 'taskforce');
    await page.goto('/taskforce/outcomes');
    await page.getByLabel('Toon').selectOption({ label: 'Alleen waar de kanten verschillen' });
    const card = page.getByRole('region', { name: `${sme} met ${owner}` }).first();
    const line = card.getByRole('row', { name: /^6 maanden/ });
    await expect(line).toContainText('Opdracht');
    await expect(line).toContainText('Proef');
    await expect(line).toContainText('Andere uitkomst');
    await card.getByRole('button', { name: /^Noteer wat u hoorde/ }).click();
    await card.getByRole('button', { name: 'Noteer', exact: true }).click();
    await expect(card.getByRole('alert').getByRole('link')).toHaveText([/Kies wat eruit kwam/, /Kies de dag/]);
    await card.getByLabel('Uitkomst').selectOption({ label: 'Proef' });
    await card
      .getByLabel('Op welke dag?')
      .fill(new Date(Date.now() + LATER_MS - 86_400_000).toISOString().slice(0, 10));
    await card.getByLabel('In een paar woorden').fill('Het bleek een betaalde proef.');
    expect(await faultsOf(page)).toEqual([]);
    await card.getByRole('button', { name: 'Noteer', exact: true }).click();
    await expect(card).toContainText('Het bleek een betaalde proef.');
    await page.goto('/taskforce/figures');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
  expect(platform.mailbox.duplicates()).toEqual([]);
});

/** The first member of an organisation, as a part of a statement. */
function memberOf(organisation: string): string {
  return `(SELECT min(u.email) FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.organisation_id = ${organisation}.id)`;
}
