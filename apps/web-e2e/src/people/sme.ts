import { expect, type Visitor } from '../platform/fixtures';

/** What an SME proposes. */
export interface Offer {
  readonly title: string;
  readonly priceEur: string;
}

/** A small file that is a PDF by its content. */
export const DRAWING = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Writes a proposal from the challenge's own page, attaches a file, submits, and reads the receipt number. */
export async function propose({ page }: Visitor, challenge: string, offer: Offer): Promise<string> {
  await page.goto('/challenges');
  await page.getByRole('link', { name: challenge }).click();
  await page.getByRole('link', { name: 'Schrijf een voorstel' }).first().click();
  await page.getByLabel('Titel').fill(offer.title);
  await page
    .getByLabel('Samenvatting')
    .fill('Een camera boven de band herkent plastic aan zijn glans en blaast het deeltje uit de stroom.');
  await page.getByLabel('Hoe werkt het?').fill('Wij hebben de camera al. We leren het model van uw lijn in zes weken.');
  await page.getByRole('link', { name: /^Volgende/ }).click();
  const fits = page.getByRole('textbox');
  await expect(fits).toHaveCount(2);
  for (const fit of await fits.all())
    await fit.fill('In een proef zagen we 47 van de 50 deeltjes. De lijn bleef draaien.');
  await page.getByRole('link', { name: /^Volgende/ }).click();
  await page.getByLabel('Planning').fill('Zes weken bouwen, vier weken proefdraaien, twee weken verslag.');
  await page.getByLabel('Prijs zonder btw').fill(offer.priceEur);
  await page.getByRole('link', { name: /^Volgende/ }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'meetrapport.pdf', mimeType: 'application/pdf', buffer: DRAWING });
  await expect(page.getByText('meetrapport.pdf')).toBeVisible();
  await page.getByRole('link', { name: /^Volgende/ }).click();
  await page.getByRole('button', { name: 'Dien voorstel in' }).click();
  await expect(page.getByText('Uw voorstel is ingediend')).toBeVisible();
  return (
    (
      await page
        .getByText(/HTSM-\d{4}-\w+/)
        .first()
        .innerText()
    ).match(/HTSM-\d{4}-\w+/)?.[0] ?? ''
  );
}
