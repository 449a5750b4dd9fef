import { addSecondStep, register, signInAgain, type Registration } from './people/account';
import { inAmsterdam, writeChallenge } from './people/owner';
import { judgeAll } from './people/reviewer';
import { propose } from './people/sme';
import { expect, openVisitor, test, type Visitor } from './platform/fixtures';
import { linkIn } from './platform/mailbox';

const reader = 'lezer@abonnee.example';
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
    return { ...visitor, email: officer.email, secret: await addSecondStep(visitor, platform) };
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

  await test.step('a reader subscribes by e-mail alone and confirms', async () => {
    const { page } = await openVisitor(browser, platform);
    await page.goto('/subscribe');
    await page.getByLabel('Uw e-mailadres').fill(reader);
    await page.getByRole('checkbox', { name: 'Robotica' }).check();
    await page.getByRole('radio', { name: 'Meteen' }).check();
    await page.getByRole('button', { name: 'Meld mij aan' }).click();
    await expect(page.getByText('Kijk in uw mailbox')).toBeVisible();
    const mail = await platform.mailbox.next(reader, /Bevestig uw aanmelding/);
    await page.goto(linkIn(mail, /confirm/));
    await page.getByRole('button', { name: 'Bevestig mijn aanmelding' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'U bent aangemeld' })).toBeVisible();
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

  await test.step('the reader gets one digest, which says why', async () => {
    const mail = await platform.mailbox.next(reader, /^1 nieuwe challenge/);
    expect(mail.text).toContain(TITLE);
    expect(mail.text).toMatch(/robotica/i);
    expect(String(mail.headers.get('list-unsubscribe-post') ?? mail.headers.get('list'))).toBeTruthy();
  });

  const proposers = await test.step('two SMEs propose and get a receipt', async () => {
    const visitors: Visitor[] = [];
    for (const [index, sme] of smes.entries()) {
      const visitor = await register(browser, platform, sme);
      const offer = { title: `Voorstel van ${sme.organisation}`, priceEur: String(40_000 + index) };
      const receipt = await propose(visitor, TITLE, offer);
      const mail = await platform.mailbox.next(sme.email, /Ontvangen/);
      expect(mail.text).toContain(receipt);
      visitors.push(visitor);
    }
    return visitors;
  });

  await test.step('until closing nobody else sees that there are proposals', async () => {
    await company.page.goto('/my/challenges');
    await expect(company.page.getByText(smes[0]?.organisation ?? '')).toHaveCount(0);
    await signInAgain(taskforce, platform, taskforce);
    await taskforce.page.goto('/taskforce');
    await expect(taskforce.page.getByRole('link', { name: TITLE }).first()).toBeVisible();
    await expect(taskforce.page.getByText(smes[0]?.organisation ?? '')).toHaveCount(0);
  });

  const judges = await test.step('two reviewers register and join the panel', async () => {
    const people: (Visitor & { email: string; secret: string })[] = [];
    for (const reviewer of reviewers) {
      const visitor = await register(browser, platform, reviewer);
      await platform.grant(reviewer.email, 'review_panel');
      people.push({ ...visitor, email: reviewer.email, secret: await addSecondStep(visitor, platform) });
    }
    return people;
  });

  await test.step('it closes by the clock and the taskforce assigns reviewers', async () => {
    const { page } = taskforce;
    await platform.moveClockTo(new Date(`${inAmsterdam(30)}:30+01:00`));
    const mail = await platform.mailbox.next(officer.email, /^Gesloten: /);
    await signInAgain(taskforce, platform, taskforce);
    await page.goto(linkIn(mail, /assign/));
    for (const sme of smes) await page.getByRole('checkbox', { name: new RegExp(sme.organisation) }).check();
    for (const reviewer of reviewers) await page.getByRole('checkbox', { name: new RegExp(reviewer.name) }).check();
    await page.getByLabel('Klaar voor').fill(inAmsterdam(44));
    await page.getByRole('button', { name: /^Wijs 2 voorstellen toe aan 2 beoordelaars/ }).click();
    await expect(page.getByText('4 beoordelingen toegewezen.')).toBeVisible();
  });

  await test.step('the reviewers judge, each without seeing the other', async () => {
    for (const [index, judge] of judges.entries()) {
      await platform.mailbox.next(reviewers[index]?.email ?? '', /Voorstellen om te beoordelen/);
      await signInAgain(judge, platform, judge);
      await judgeAll(judge, ['4', '2']);
    }
  });

  await test.step('the taskforce ranks, chooses, answers and releases', async () => {
    const { page } = taskforce;
    // both lists of the board name the challenge: the lane, which leads on, stands first once all is there
    await page.goto('/taskforce', { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('link', { name: 'Stand', exact: true }).click();
    await expect(page.getByText('4 van 4 beoordelingen zijn binnen.')).toBeVisible();
    await page
      .getByRole('button', { name: /^Ken toe/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: /^Heroverweeg/ })).toHaveCount(1);
    await page
      .getByRole('button', { name: /^Kies niet/ })
      .last()
      .click();
    await expect(page.getByRole('button', { name: /^Heroverweeg/ })).toHaveCount(2);
    await page.getByRole('link', { name: 'Schrijf de antwoorden' }).click();
    await page.getByRole('button', { name: 'Schrijf een eerste versie uit de beoordelingen' }).click();
    await expect(page.getByText('2 van 2 antwoorden zijn compleet')).toBeVisible();
    await page.getByRole('button', { name: 'Verstuur alle antwoorden' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verstuur alle antwoorden' }).click();
    await expect(page.getByText('De antwoorden zijn verstuurd')).toBeVisible();
  });

  await test.step('every SME reads a reasoned answer', async () => {
    const headings: string[] = [];
    for (const [index, { page }] of proposers.entries()) {
      const mail = await platform.mailbox.next(smes[index]?.email ?? '', /^Het antwoord op uw voorstel/);
      await page.goto(linkIn(mail, /proposals/));
      await expect(page.getByText('De redenen, per criterium')).toBeVisible();
      await expect(page.getByText(/de proef laat dit zien, met cijfers/).first()).toBeVisible();
      headings.push(
        (
          await page
            .getByText(/Uw voorstel is (toegekend|niet gekozen)/)
            .first()
            .innerText()
        ).trim(),
      );
    }
    expect(headings.toSorted()).toEqual(['Uw voorstel is niet gekozen', 'Uw voorstel is toegekend']);
  });

  await test.step('the taskforce records the match and closes the challenge', async () => {
    const { page } = taskforce;
    const answers = page.url();
    await page.goto('/taskforce/matches');
    await page
      .getByRole('link', { name: 'Leg match vast' })
      .or(page.getByRole('button', { name: 'Leg match vast' }))
      .first()
      .click();
    await page.getByLabel('Wat is er afgesproken?').fill('Een proef van drie maanden op lijn 2, voor 40.000 euro.');
    await page.getByLabel('Kennismaking').fill(inAmsterdam(50).slice(0, 10));
    await page.getByLabel('Volgende contact').fill(inAmsterdam(80).slice(0, 10));
    await page.getByRole('button', { name: 'Leg vast en mail beide partijen' }).click();
    await expect(page.getByText('Een proef van drie maanden op lijn 2').first()).toBeVisible();
    await platform.mailbox.next(owner.email, /Samenwerking vastgelegd/);
    await page.goto(answers);
    await page.getByRole('button', { name: 'Rond de challenge af' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rond de challenge af' }).click();
    await expect.poll(() => platform.asOwner('SELECT state FROM challenge')).toEqual([{ state: 'closed' }]);
  });

  await test.step('no mail went out twice and no browser complained', async () => {
    const sent = await platform.asOwner<{ state: string }>('SELECT DISTINCT state FROM mail_outbox');
    expect(sent).toEqual([{ state: 'accepted' }]);
    expect(platform.mailbox.duplicates()).toEqual([]);
    expect([company, taskforce, ...proposers, ...judges].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
