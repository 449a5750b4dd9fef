import { PASSWORD_MAX, passwordFault } from './password-rules';

const person = { name: 'Fenna de Vries', email: 'fenna@hunzebot.nl', organisationNames: ['Hunzebot Robotica B.V.'] };

describe('passwordFault', () => {
  it.each([
    ['elf tekens!', 'password_short'],
    ['x1'.repeat(65), 'password_long'],
    ['password1234', 'password_common'],
    ['Passw0rd1234', 'password_common'],
    ['Welkom2024!!', 'password_common'],
    ['W3lk0m-Groningen', 'password_common'],
    ['ZomerVakantie'.toLowerCase(), 'password_common'],
    ['correcthorsebatterystaple', 'password_common'],
    ['aaaaaaaaaaaab', 'password_repeated'],
    ['k9!k9!k9!k9!k', 'password_repeated'],
    ['rtyuiopasdfg', 'password_row'],
    ['fghijklmnopq7', 'password_row'],
    ['1qaz2wsx3edc!', 'password_row'],
    ['FennaDeVries1988', 'password_personal'],
    ['hunzebot-htsm-2026', 'password_personal'],
    ['Hunz3b0tR0b0tica!', 'password_personal'],
  ])('refuses %s as %s', (password, fault) => {
    expect(passwordFault(password, person)).toBe(fault);
  });

  it.each([
    'schuur klompen radijs 41',
    'Tv9$kw2Lq!xZr',
    'Hunzebot vaart door mist en riet',
    'ø'.repeat(3) + 'trekvogels boven Lauwersoog',
  ])('takes %s', (password) => {
    expect(passwordFault(password, person)).toBeNull();
  });

  it('counts characters, not code units', () => {
    expect(passwordFault('🌾🚜🐄🌷🧀🚲🌧️🛶🦆⚙️', {})).not.toBe('password_long');
    expect(passwordFault('🌾🚜🐄🌷🧀🚲', {})).toBe('password_short');
    expect(passwordFault('schuur klompen radijs '.repeat(9).slice(0, PASSWORD_MAX), {})).toBeNull();
  });
});
