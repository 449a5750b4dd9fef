import { expect, type Visitor } from '../platform/fixtures';
import type { Platform } from '../platform/platform';
import { accountOf } from '../platform/sign-ins';

/** Gives the reviewer all proposals of the largest challenge that is being judged, from the beginning, and nothing else to do. */
export async function giveAll(platform: Platform): Promise<number> {
  const { email } = accountOf(platform, 'reviewer');
  await platform.asOwner(
    `DELETE FROM review_assignment WHERE reviewer_id = (SELECT id FROM app_user WHERE email = $1)
       AND challenge_id IN (SELECT id FROM challenge WHERE state = 'evaluating')`,
    [email],
  );
  const given = await platform.asOwner(
    `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at)
     SELECT p.challenge_id, p.id, u.id, u.id, htsm_now() + interval '7 days' FROM proposal p JOIN app_user u ON u.email = $1
     WHERE proposal_is_unsealed(p.state) AND p.challenge_id = (
       SELECT c.id FROM challenge c JOIN proposal o ON o.challenge_id = c.id AND proposal_is_unsealed(o.state)
       WHERE c.state = 'evaluating' GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1) RETURNING id`,
    [email],
  );
  return given.length;
}

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
