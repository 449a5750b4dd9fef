import { expect, type Visitor } from '../platform/fixtures';

/** Declares to have no conflict and judges the proposals in the queue, one after another, with the given scores. */
export async function judgeAll({ page }: Visitor, scores: readonly string[]): Promise<void> {
  await page.goto('/my/reviews');
  await page
    .getByRole('link', { name: /^Begin met voorstel/ })
    .first()
    .click();
  for (const [index, score] of scores.entries()) {
    await expect(page.getByRole('heading', { name: 'Samenvatting' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Ik heb hier geen belang bij' }).click();
    await expect(page.getByRole('heading', { name: 'Samenvatting' })).toBeVisible();
    const scales = page.getByRole('group', { name: /^\d\. / });
    await expect(scales).toHaveCount(2);
    for (const scale of await scales.all()) {
      await scale.getByRole('radio').first().focus();
      await page.keyboard.press(score);
    }
    const reasons = page.getByLabel('Uitleg');
    for (const reason of await reasons.all()) await reason.fill(`Score ${score}: de proef laat dit zien, met cijfers.`);
    const isLast = index === scores.length - 1;
    await page.getByRole('button', { name: isLast ? /^Dien in$/ : /^Dien in, naar het volgende$/ }).click();
    if (isLast) await expect(page.getByText('Uw beoordeling is binnen')).toBeVisible();
  }
}
