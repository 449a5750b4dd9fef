import { isKvkNumber, tidyKvkNumber } from './kvk-number';

describe('isKvkNumber', () => {
  it.each(['01033448', '12345678'])('takes %s', (number) => expect(isKvkNumber(number)).toBe(true));
  it.each(['', '1234567', '123456789', '00000000', '11111111', '1234 5678', '1234567a'])('refuses "%s"', (number) =>
    expect(isKvkNumber(number)).toBe(false),
  );
  it('reads a number as people write it', () => expect(tidyKvkNumber(' 0103.34 48 ')).toBe('01033448'));
});
