import { EMPTY_SLOT, slotFaults } from './slot-form';

const now = Date.parse('2026-12-10T12:00:00Z');
const t = (key: string, params: Readonly<Record<string, unknown>> = {}) => [key, ...Object.values(params)].join(' ');
const faults = (change: Partial<typeof EMPTY_SLOT>) =>
  Object.values(
    slotFaults({ startsAt: '2026-12-11T12:00:00Z', minutes: 30, place: 'Zaal', ...change }, 'slots.0.', { t, now }),
  ).filter((fault) => fault !== undefined);

describe('a slot that is filled in', () => {
  it('is right with a time to come, a duration and a place', () => {
    expect(faults({})).toEqual([]);
    expect(Object.keys(slotFaults(EMPTY_SLOT, 'slots.2.', { t, now }))).toEqual([
      'slots.2.startsAt',
      'slots.2.minutes',
      'slots.2.place',
    ]);
  });

  it.each([
    [EMPTY_SLOT, ['core.form.required', 'core.form.required']],
    [{ startsAt: '2026-12-10T12:00:00Z' }, ['matching.appointment.inPast']],
    [{ minutes: null }, ['core.form.required']],
    [{ minutes: Number.NaN }, ['core.form.number']],
    [{ minutes: 9 }, ['core.form.minimum 10']],
    [{ minutes: 481 }, ['core.form.maximum 480']],
    [{ minutes: 10, place: ' ' }, ['core.form.required']],
    [{ minutes: 480, place: 'x'.repeat(301) }, ['core.form.maxLength 300 301']],
  ])('says of %j what is wrong', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });
});
