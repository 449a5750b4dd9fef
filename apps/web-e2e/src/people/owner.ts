import { expect, type Visitor } from '../platform/fixtures';

/** Writes a whole challenge, part by part, and sends it to the taskforce. */
export async function writeChallenge({ page }: Visitor, title: string): Promise<void> {
  await page.goto('/my/challenges');
  await page.getByRole('button', { name: 'Begin een nieuwe challenge' }).first().click();
  await page.getByLabel('Titel').fill(title);
  await page
    .getByLabel('Samenvatting')
    .fill('In mengvoer zit soms een stukje plastic. Wij zoeken een manier om dat eerder te zien.');
  await page
    .getByLabel('Het probleem')
    .fill('Nu zien we het pas **aan het eind** van de lijn.\n\nDat kost elke maand een dag stilstand.');
  await page
    .getByLabel('Wanneer is het gelukt?')
    .fill('Als we negen van de tien deeltjes zien voordat ze in de zak zitten.');
  await nextPart(page, 'Thema’s en kennis');
  await page.getByRole('checkbox', { name: 'Robotica' }).check();
  await page.getByRole('checkbox', { name: 'Sensoren en meten' }).check();
  await page.getByLabel('Gevraagde kennis').fill('Beeldherkenning\nCamera in stof');
  await nextPart(page, 'Rijpheid en plaats');
  await page.getByLabel('TRL aan het begin').selectOption({ label: '4. Werkt in het lab' });
  await page.getByLabel('TRL aan het eind').selectOption({ label: '7. Proef op ware grootte' });
  await page.getByRole('radio', { name: 'Drenthe' }).check();
  await nextPart(page, 'Budget en rechten');
  await page.getByLabel('Budget', { exact: true }).fill('45000');
  await page.getByRole('radio', { name: 'Blijft bij het mkb-bedrijf' }).check();
  await nextPart(page, 'Planning en mensen');
  await page.getByLabel('Sluiting').fill(inAmsterdam(30));
  await page.getByLabel('Besluit uiterlijk').fill(inAmsterdam(60));
  await page.getByLabel('Tijd die u vraagt').fill('12');
  await page.getByLabel('Wie beslist?').fill('Hoofd productie');
  await page.getByLabel('Contactpersoon', { exact: true }).fill('Riek Olde');
  await page.getByLabel('E-mailadres van de contactpersoon').fill('riek@voerfabriek.example');
  await nextPart(page, 'Beoordelingscriteria');
  await writeCriteria({ page });
  await nextPart(page, 'Bijlagen');
  await nextPart(page, 'Nakijken en versturen');
  await expect(page.getByText('Alles is compleet')).toBeVisible();
  await page.getByRole('button', { name: 'Stuur naar de taskforce' }).click();
  await expect(page.getByText('U hoeft niets te doen. De taskforce leest de challenge')).toBeVisible();
}

async function writeCriteria({ page }: Pick<Visitor, 'page'>): Promise<void> {
  const criteria = [
    { title: 'Effect op de lijn', weight: '60', minimum: '2' },
    { title: 'Haalbaar in zes maanden', weight: '40', minimum: '' },
  ];
  for (const [index, criterion] of criteria.entries()) {
    await page.getByRole('button', { name: 'Voeg een criterium toe' }).click();
    await expect(page.getByLabel('Naam, Nederlands')).toHaveCount(index + 1);
    await page.getByLabel('Naam, Nederlands').nth(index).fill(criterion.title);
    await page.getByLabel('Gewicht').nth(index).fill(criterion.weight);
    if (criterion.minimum !== '') await page.getByLabel('Minimum').nth(index).selectOption(criterion.minimum);
  }
  await expect(page.getByText('verdeeld. Dat klopt.')).toBeVisible();
}

async function nextPart(page: Visitor['page'], part: string): Promise<void> {
  await page.getByRole('link', { name: `Verder naar ${part}` }).click();
  await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
}

/** The local time of a field, `days` from now at noon. */
export function inAmsterdam(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T12:00`;
}
