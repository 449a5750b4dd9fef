import type { Page } from '@playwright/test';
import { expect, test } from './platform/fixtures';
import { enter } from './platform/sign-ins';

const TYPED = 'Dit onderdeel hebben wij samen besproken: het plan laat zien hoe u het wilt doen.';
const QUESTION = 'Wat zou het plan sterker maken voor een volgende keer?';
const REPLY = 'Laat een proef op één brug zien, met de uren die het kostte.';

/** Chooses an outcome for every proposal: the first is awarded, the others are not chosen. */
async function chooseAll(page: Page, proposals: number): Promise<void> {
  const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Ken toe|^Heroverweeg/ }) });
  await expect(rows).toHaveCount(proposals);
  for (let place = 0; place < proposals; place += 1) {
    const [press, shown] = place === 0 ? [/^Ken toe/, 'Toegekend'] : [/^Kies niet/, 'Niet gekozen'];
    await rows.nth(place).getByRole('button', { name: press }).click();
    await expect(rows.nth(place).getByText(shown, { exact: true })).toBeVisible();
  }
}

/** Writes the reasons that the reviews left open. */
async function completeAnswers(page: Page): Promise<void> {
  for (const details of await page.locator('details.answer').all()) {
    await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
  }
  for (const reason of await page.getByRole('textbox', { name: /^\d\. / }).all()) {
    if ((await reason.inputValue()) === '') await reason.fill(TYPED);
  }
}

test('the taskforce forms a panel, assigns, reminds, decides and releases; an SME reads its answer in Dutch and asks', async ({
  browser,
  demoPlatform,
}) => {
  const [proposal] = await demoPlatform.asOwner<{ id: string; challengeId: string; title: string }>(
    `SELECT p.id, p.challenge_id AS "challengeId", p.title FROM proposal p JOIN membership m ON m.organisation_id = p.organisation_id
     JOIN app_user u ON u.id = m.user_id WHERE u.email LIKE 'sme@%' AND p.state = 'under_review'`,
  );
  if (proposal === undefined) throw new Error('The demo has no proposal of the SME under review');
  const [field] = await demoPlatform.asOwner<{ size: number }>(
    `SELECT count(*)::int AS size FROM proposal WHERE challenge_id = $1 AND state IN ('under_review', 'shortlisted')`,
    [proposal.challengeId],
  );
  const proposals = field?.size ?? 0;
  const desk = `/taskforce/challenges/${proposal.challengeId}`;
  const { page, complaints } = await enter(browser, demoPlatform, 'taskforce');

  await test.step('a panel with a chair', async () => {
    await page.goto(`${desk}/panel`);
    const panel = page.getByRole('region', { name: 'Wie deze challenge beoordeelt' });
    await panel.getByLabel('Voorzitter').selectOption('Berend Nanninga');
    await panel.getByRole('button', { name: 'Bewaar het panel' }).click();
    await expect(page.getByText('Het panel is bewaard.')).toBeVisible();
  });

  await test.step('a reviewer more is assigned, and another reminded', async () => {
    const [free] = await demoPlatform.asOwner<{ name: string; title: string }>(
      `SELECT u.name, p.title FROM panel_member m JOIN app_user u ON u.id = m.user_id JOIN proposal p ON p.challenge_id = m.challenge_id
       WHERE m.challenge_id = $1 AND p.state IN ('under_review', 'shortlisted')
         AND NOT EXISTS (SELECT FROM conflict_tie t WHERE t.user_id = u.id AND t.organisation_id = p.organisation_id)
         AND NOT EXISTS (SELECT FROM review_assignment a WHERE a.proposal_id = p.id AND a.reviewer_id = u.id) ORDER BY 2, 1 LIMIT 1`,
      [proposal.challengeId],
    );
    if (free === undefined) throw new Error('Everybody judges everything already');
    await page.goto(`${desk}/assign`);
    await page.getByRole('checkbox', { name: new RegExp(free.title) }).check();
    await page.getByRole('checkbox', { name: new RegExp(free.name) }).check();
    await page.getByLabel('Klaar voor').fill('2030-01-01T12:00');
    await page.getByRole('button', { name: /^Wijs 1 voorstel toe aan 1 beoordelaar/ }).click();
    await expect(page.getByText('1 beoordeling toegewezen.')).toBeVisible();
    const [open] = await demoPlatform.asOwner<{ name: string }>(
      `SELECT u.name FROM review_assignment a JOIN app_user u ON u.id = a.reviewer_id
       WHERE a.challenge_id = $1 AND a.state IN ('assigned', 'accepted') AND a.reminded_at IS NULL ORDER BY u.name LIMIT 1`,
      [proposal.challengeId],
    );
    const reviewer = open?.name ?? '';
    await page
      .getByRole('button', { name: `Herinner ${reviewer}` })
      .first()
      .click();
    await expect(page.getByText(`${reviewer} krijgt een herinnering.`)).toBeVisible();
  });

  await test.step('outcomes are chosen, letters drafted, completed and seen as their reader sees them', async () => {
    await page.goto(`${desk}/ranking`);
    await chooseAll(page, proposals);
    await page.getByRole('link', { name: 'Schrijf de antwoorden' }).click();
    await page.getByRole('button', { name: 'Schrijf een eerste versie uit de beoordelingen' }).click();
    await expect(page.getByText('Lege velden zijn gevuld.')).toBeVisible();
    await completeAnswers(page);
    await expect(page.getByText(`${proposals} van ${proposals} antwoorden zijn compleet`)).toBeVisible();
    const own = page.locator('htsm-answer-editor').filter({ hasText: proposal.title });
    await own.getByRole('button', { name: 'Bekijk als de indiener' }).click();
    await expect(own.getByRole('region', { name: 'Uw voorstel is niet gekozen' })).toBeVisible();
    await page.getByRole('button', { name: 'Verstuur alle antwoorden' }).click();
    const sure = page.getByRole('dialog');
    await expect(sure.getByText('1 voorstel wordt toegekend')).toBeVisible();
    await expect(sure.getByText(`${proposals - 1} voorstellen zijn niet gekozen`)).toBeVisible();
    await sure.getByRole('button', { name: 'Verstuur alle antwoorden' }).click();
    await expect(page.getByText('Net opnieuw berekend: precies dezelfde uitkomst.')).toBeVisible();
  });

  const sme = await enter(browser, demoPlatform, 'sme');
  await test.step('the SME reads its answer and asks one question', async () => {
    await sme.page.goto(`/my/proposals/${proposal.id}`);
    const answer = sme.page.getByRole('region', { name: 'Uw voorstel is niet gekozen' });
    await expect(answer.getByText(/^Dank voor uw voorstel en het werk dat erin zit\./)).toBeVisible();
    await expect(answer.getByText('Uw score')).toBeVisible();
    await sme.page.getByRole('textbox', { name: 'Uw vraag' }).fill(QUESTION);
    await sme.page.getByRole('button', { name: 'Verstuur de vraag' }).click();
    await expect(sme.page.getByText('De taskforce heeft nog niet geantwoord.')).toBeVisible();
  });

  await test.step('the taskforce replies, and the SME reads that', async () => {
    await page.reload();
    await expect(page.getByText(QUESTION)).toBeVisible();
    await page.getByRole('textbox', { name: 'Uw antwoord' }).fill(REPLY);
    await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
    await expect(page.getByText('Het antwoord is verstuurd.')).toBeVisible();
    await sme.page.reload();
    await expect(sme.page.getByText(REPLY)).toBeVisible();
  });
  expect([...complaints, ...sme.complaints]).toEqual([]);
  await page.context().close();
  await sme.page.context().close();
});
