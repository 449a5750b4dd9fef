import fc from 'fast-check';
import { digestReasons } from './digest-reasons';
import { latestDigestSlot } from './digest-slots';

describe('why a challenge is in a digest', () => {
  const challenge = { themes: ['robotics', 'data_ai'], region: 'drenthe' } as const;

  it.each([
    ['everything is wanted', { themes: [], regions: [] }, { themes: [], region: null }],
    ['a theme is met', { themes: ['data_ai', 'medical'], regions: [] }, { themes: ['data_ai'], region: null }],
    ['a region is met', { themes: [], regions: ['friesland', 'drenthe'] }, { themes: [], region: 'drenthe' }],
    ['both are met', { themes: ['robotics'], regions: ['drenthe'] }, { themes: ['robotics'], region: 'drenthe' }],
    ['the theme is missed', { themes: ['medical'], regions: ['drenthe'] }, null],
    ['the region is missed', { themes: ['robotics'], regions: ['groningen'] }, null],
  ] as const)('%s', (_, interests, expected) => {
    expect(digestReasons(interests, challenge)).toEqual(expected);
  });

  it('is a theme that is above the one of the challenge, and not the other way round', () => {
    const narrow = { themes: ['robotics/cobots'], region: null };
    const wish = (themes: string[]) => digestReasons({ themes, regions: [] }, narrow);
    expect([wish(['robotics']), wish(['robotics/cobots']), wish(['robotics/gripping']), wish(['robot'])]).toEqual([
      { themes: ['robotics'], region: null },
      { themes: ['robotics/cobots'], region: null },
      null,
      null,
    ]);
    expect(digestReasons({ themes: ['robotics/cobots'], regions: [] }, challenge)).toBeNull();
  });

  it('gives a challenge without a region only to those who chose none', () => {
    expect(digestReasons({ themes: [], regions: ['drenthe'] }, { themes: [], region: null })).toBeNull();
    expect(digestReasons({ themes: [], regions: [] }, { themes: [], region: null })).toEqual({
      themes: [],
      region: null,
    });
  });
});

describe('the moment of a digest', () => {
  it.each([
    ['daily', '2026-11-22T05:59:59Z', '2026-11-21T06:00:00.000Z'],
    ['daily', '2026-11-22T06:00:00Z', '2026-11-22T06:00:00.000Z'],
    ['daily', '2026-11-21T23:30:00Z', '2026-11-21T06:00:00.000Z'],
    ['daily', '2027-03-28T05:30:00Z', '2027-03-28T05:00:00.000Z'],
    ['daily', '2027-03-28T04:30:00Z', '2027-03-27T06:00:00.000Z'],
    ['daily', '2027-10-31T05:30:00Z', '2027-10-30T05:00:00.000Z'],
    ['daily', '2027-10-31T06:00:00Z', '2027-10-31T06:00:00.000Z'],
    ['weekly', '2026-11-22T12:00:00Z', '2026-11-16T06:00:00.000Z'],
    ['weekly', '2026-11-23T05:59:59Z', '2026-11-16T06:00:00.000Z'],
    ['weekly', '2026-11-23T06:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['weekly', '2027-03-29T05:00:00Z', '2027-03-29T05:00:00.000Z'],
  ] as const)('%s, seen at %s, is %s', (frequency, now, expected) => {
    expect(latestDigestSlot(frequency, new Date(now)).toISOString()).toBe(expected);
  });

  it('is never in the future, never older than its period, and never moves back', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        instants,
        fc.nat(86_400_000),
        fc.constantFrom('daily' as const, 'weekly' as const),
        (now, later, frequency) => {
          const slot = latestDigestSlot(frequency, now).getTime();
          const age = now.getTime() - slot;
          expect(age).toBeGreaterThanOrEqual(0);
          expect(age).toBeLessThan((frequency === 'daily' ? 25 : 169) * 3_600_000);
          expect(latestDigestSlot(frequency, new Date(now.getTime() + later)).getTime()).toBeGreaterThanOrEqual(slot);
        },
      ),
    );
  });
});
