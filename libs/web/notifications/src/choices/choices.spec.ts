import { convertToParamMap } from '@angular/router';
import { Problem } from '@htsm/web/core';
import { firstInterest } from '../subscribe/first-interest';
import {
  choicesOf,
  FIRST_INTEREST,
  interestConstraints,
  newerVersion,
  quietOf,
  settingsOf,
  toForm,
  toRequest,
} from './choices';

describe('the choices of a subscriber', () => {
  it('begin with what the address says, and with everything when it says nothing', () => {
    expect(firstInterest(convertToParamMap({}))).toEqual(FIRST_INTEREST);
    const owner = '00000000-0000-4000-8000-000000000001';
    const params = convertToParamMap({
      q: ' lassen ',
      theme: ['robotics', 'no such code'],
      region: 'drenthe',
      owner,
      ownerName: 'Agrifirm',
    });
    expect(firstInterest(params)).toEqual({
      ...FIRST_INTEREST,
      words: 'lassen',
      themes: ['robotics'],
      regions: ['drenthe'],
      organisationId: owner,
      organisationName: 'Agrifirm',
    });
    expect(firstInterest(convertToParamMap({ owner: "'; --" })).organisationId).toBeNull();
  });

  it('come out of a form as they went in', () => {
    const choices = { ...choicesOf(FIRST_INTEREST), id: 'one', name: 'Robots', weekday: 4 };
    expect(toRequest(toForm({ ...choices, organisationName: null }))).toEqual(choices);
    const quiet = { weekends: true, holidays: false, dates: [{ from: '2026-12-24', until: '2027-01-03' }] };
    expect(quietOf(settingsOf({ locale: 'en', quiet }, 'nl'))).toEqual(quiet);
    const settings = settingsOf(null, 'nl');
    expect(settings).toEqual({ locale: 'nl', quietDays: [], quietFrom: '', quietUntil: '' });
    expect(quietOf({ ...settings, quietFrom: '2026-12-24' }).dates).toEqual([
      { from: '2026-12-24', until: '2026-12-24' },
    ]);
  });

  it('may stay empty, but the address may not', () => {
    const limits = interestConstraints('SubscribeDto');
    expect([limits['themes'], limits['regions'], limits['email']?.required]).toEqual([{}, {}, true]);
  });

  it('can be saved over a newer version once the reader knows of it', () => {
    expect(newerVersion(new Problem(409, { code: 'version_conflict', current: { version: 7 } }))).toBe(7);
    expect(newerVersion(new Problem(409, { code: 'version_conflict', current: 'odd' }))).toBeUndefined();
    expect(newerVersion(new Problem(422, { code: 'validation_failed' }))).toBeUndefined();
    expect(newerVersion(null)).toBeUndefined();
  });
});
