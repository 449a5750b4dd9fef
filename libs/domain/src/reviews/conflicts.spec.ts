import { canBeWaived, isMailDomain, tidyMailDomain } from './conflicts';

describe('a mail domain as people write it', () => {
  it.each([
    ['bedrijf.nl', 'bedrijf.nl'],
    [' Jan@Bedrijf.NL ', 'bedrijf.nl'],
    ['https://www.bedrijf.nl/over-ons?x=1', 'bedrijf.nl'],
    ['www.bedrijf.nl:443', 'bedrijf.nl'],
    ['@bedrijf.nl', 'bedrijf.nl'],
    ['', ''],
  ])('%p is %p', (written, domain) => {
    expect(tidyMailDomain(written)).toBe(domain);
  });
});

describe('the form of a mail domain', () => {
  it.each([
    ['bedrijf.nl', true],
    ['mail.bedrijf.co.uk', true],
    ['bedrijf', false],
    ['geen domein.nl', false],
    ['bedrijf..nl', false],
    ['', false],
  ])('%p: %p', (text, isDomain) => {
    expect(isMailDomain(text)).toBe(isDomain);
  });
});

describe('a waiver', () => {
  it('is possible for all but whoever belongs to a party now', () => {
    expect([
      canBeWaived({ kind: 'same_organisation', endedOn: null }),
      canBeWaived({ kind: 'same_organisation', endedOn: '2025-01-01' }),
      canBeWaived({ kind: 'email_domain', endedOn: null }),
    ]).toEqual([false, true, true]);
  });
});
