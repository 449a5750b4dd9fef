import { register, type Registration } from './people/account';
import { inAmsterdam, writeChallenge } from './people/owner';
import { propose } from './people/sme';
import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';

const TITLE = 'Vreemde deeltjes zien in mengvoer';
const owner: Registration = {
  kind: 'Groot bedrijf',
  organisation: 'Voerfabriek Noord',
  kvkNumber: '68750110',
  name: 'Riek Olde',
  email: 'riek@voerfabriek.example',
};
const officer: Registration = {
  kind: 'Kennisinstelling',
  organisation: 'Bureau Taskforce',
  kvkNumber: '68750113',
  name: 'Marijke Taskforce',
  email: 'marijke@taskforce.example',
};
const smes: readonly Registration[] = [
  {
    kind: 'Mkb-bedrijf',
    organisation: 'Glanszicht',
    kvkNumber: '68750121',
    name: 'Jelte Glans',
    email: 'jelte@glanszicht.example',
  },
  {
    kind: 'Mkb-bedrijf',
    organisation: 'Zeefwerk',
    kvkNumber: '68750122',
    name: 'Oda Zeef',
    email: 'oda@zeefwerk.example',
  },
];
const reviewers: readonly Registration[] = [
  {
    kind: 'Kennisinstelling',
    organisation: 'Lector Een',
    kvkNumber: '68750131',
    name: 'Anke Lector',
    email: 'anke@lector.example',
  },
  {
    kind: 'Kennisinstelling',
    organisation: 'Lector Twee',
    kvkNumber: '68750132',
    name: 'Bram Lector',
    email: 'bram@lector.example',
  },
];

test('a challenge is posted, moderated, opened, mailed, answered, judged, decided and matched', async ({
  browser,
  emptyPlatform: platform,
}) => {
  const company = await test.step('a company registers', () => register(browser, platform, owner));
  const taskforce = await test.step('an officer registers and gets the taskforce role', async () => {
    const visitor = await register(browser, platform, officer);
    await platform.grant(officer.email, 'taskforce');
    return visitor;
  });
  await test.step('the company writes a challenge and sends it in', () => writeChallenge(company, TITLE));

  await test.step('the taskforce hears of it and approves it', async () => {
    const { page } = taskforce;
    const mail = await platform.mailbox.next(officer.email, /Te beoordelen/);
    await page.goto(linkIn(mail, /challenges/));
    await page.getByLabel('Opening').fill(inAmsterdam(2));
    await page.getByRole('button', { name: 'Keur goed en plan in' }).click();
    await expect(page.getByText(/Gaat vanzelf open op/)).toBeVisible();
    await platform.mailbox.next(owner.email, /Goedgekeurd/);
  });

  await test.step('it opens by the clock and everyone can read it', async () => {
    const visitor = await openVisitor(browser, platform);
    await visitor.page.goto('/challenges');
    await expect(visitor.page.getByRole('link', { name: TITLE })).toHaveCount(0);
    await platform.moveClockTo(new Date(`${inAmsterdam(2)}:30+01:00`));
    await platform.mailbox.next(owner.email, /^Open: /);
    await visitor.page.goto('/challenges');
    await expect(visitor.page.getByRole('link', { name: TITLE })).toBeVisible();
  });

  const receipts = await test.step('two SMEs propose and get a receipt', async () => {
    const numbers: string[] = [];
    for (const [index, sme] of smes.entries()) {
      const visitor = await register(browser, platform, sme);
      numbers.push(
        await propose(visitor, TITLE, { title: `Voorstel van ${sme.organisation}`, priceEur: String(40000 + index) }),
      );
      const mail = await platform.mailbox.next(sme.email, /Ontvangen/);
      expect(mail.text).toContain(numbers.at(-1));
    }
    return numbers;
  });
  expect(new Set(receipts).size).toBe(2);
  void [reviewers, company];
});
