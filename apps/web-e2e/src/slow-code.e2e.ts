import { expect, openVisitor, test } from './platform/fixtures';

test('what is typed and sent before the code of the page arrives is kept, and sent when it does', async ({
  browser,
  demoPlatform,
}) => {
  const reader = 'vroeg@koppeling.example';
  const { page, complaints } = await openVisitor(browser, demoPlatform);
  let arrive = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.js', async (route) => {
    await arrival;
    await route.continue();
  });
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'document')
      documents.push(new URL(request.url()).pathname + new URL(request.url()).search);
  });

  await page.goto('/subscribe', { waitUntil: 'commit' });
  await page.getByLabel('Uw e-mailadres').fill(reader);
  await page.getByRole('radio', { name: 'Elke dag' }).check();
  await page.getByRole('button', { name: 'Meld mij aan' }).click();
  await expect(page.getByLabel('Uw e-mailadres')).toHaveValue(reader);
  arrive();
  await expect(page.getByText('Kijk in uw mailbox')).toBeVisible();
  const [subscription] = await demoPlatform.asOwner<{ state: string; frequency: string }>(
    `SELECT state, frequency FROM subscription JOIN interest ON interest.subscription_id = subscription.id WHERE email = $1`,
    [reader],
  );
  expect(subscription).toEqual({ state: 'pending', frequency: 'daily' });
  expect(documents).toEqual(['/subscribe']);
  expect(complaints).toEqual([]);
});
