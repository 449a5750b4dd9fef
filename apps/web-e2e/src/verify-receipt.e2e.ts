import { readFile } from 'node:fs/promises';
import { expect, openVisitor, test } from './platform/fixtures';

const keyOfFirst = `SELECT p.id FROM proposal p JOIN proposal_receipt r ON r.proposal_id = p.id
  JOIN membership m ON m.organisation_id = p.organisation_id JOIN app_user u ON u.id = m.user_id
  WHERE u.email = $1 AND p.state = 'submitted' LIMIT 1`;

test('a receipt is downloaded by the SME and verified by a stranger, and one changed digit fails', async ({
  browser,
  demoPlatform,
}) => {
  const sme = await openVisitor(browser, demoPlatform, { language: 'nl' });
  const account = demoPlatform.signIns.find(({ role }) => role === 'sme');
  if (account === undefined) throw new Error('The demo has no SME');
  const { email, password } = account;
  const session = await sme.page.request.post(`${demoPlatform.url}/api/session`, {
    headers: { 'x-htsm': '1' },
    data: { email, password },
  });
  expect(session.status()).toBe(200);
  const [proposal] = await demoPlatform.asOwner<{ id: string }>(keyOfFirst, [email]);
  await sme.page.goto(`/my/proposals/${proposal?.id ?? ''}`);
  const [download] = await Promise.all([
    sme.page.waitForEvent('download'),
    sme.page.getByRole('link', { name: 'Download ontvangstbewijs' }).first().click(),
  ]);
  const receipt = await readFile(await download.path());
  const stranger = await openVisitor(browser, demoPlatform, { language: 'en' });
  await stranger.page.goto('/receipts/verify', { waitUntil: 'networkidle' });
  const choose = stranger.page.getByLabel('Choose a receipt');
  await choose.setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: receipt });
  await expect(stranger.page.getByText('This receipt is genuine')).toBeVisible();
  const changed = Buffer.from(receipt.toString().replace(/"submittedAt": "20\d\d/, '"submittedAt": "2025'));
  await choose.setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: changed });
  await expect(stranger.page.getByText('This receipt is not genuine')).toBeVisible();
  await stranger.page.getByText('Or paste the text').click();
  await stranger.page.getByLabel('Text of the receipt').fill(receipt.toString().trim());
  await stranger.page.getByRole('button', { name: 'Verify' }).click();
  await expect(stranger.page.getByText('This receipt is genuine')).toBeVisible();
  for (const address of ['/verify-receipt.mjs', '/api/receipts/public-keys']) {
    expect((await stranger.page.request.get(`${demoPlatform.url}${address}`)).status()).toBe(200);
  }
  expect([...sme.complaints, ...stranger.complaints]).toEqual([]);
});
