import fc from 'fast-check';
import { mailTextFaults, placeholdersOf, type MailTextRule } from './mail-text-rules';

const RULE: MailTextRule = {
  placeholders: ['name', 'challengeTitle'],
  required: ['challengeTitle'],
  max: 60,
  isOneLine: true,
  refusesAddresses: true,
};

describe('a sentence of a mail', () => {
  it.each<[string, string[]]>([
    ['Open: {{challengeTitle}}', []],
    ['{{ name }}, lees {{challengeTitle}}', []],
    ['  ', ['required']],
    ['Open', ['placeholder_missing challengeTitle']],
    ['{{challengeTitle}} {{closesAt}}', ['placeholder_unknown closesAt']],
    ['{{challengetitle}}', ['placeholder_unknown challengetitle', 'placeholder_missing challengeTitle']],
    ['{{challengeTitle}} {{name}', ['placeholder_broken {{name}}']],
    ['{{challengeTitle}} {{na me}}', ['placeholder_broken {{name}}']],
    ['{{challengeTitle}} }}', ['placeholder_broken {{name}}']],
    ['{{challengeTitle}}\nmeer', ['one_line']],
    ['{{challengeTitle}} https://x.nl', ['no_address']],
    ['{{challengeTitle}} www.x.nl', ['no_address']],
    [`{{challengeTitle}}${'x'.repeat(60)}`, ['too_long 60']],
  ])('%j has %j', (text, faults) => {
    const found = mailTextFaults(text, RULE).map(({ code, params }) =>
      [code, ...Object.values(params ?? {})].join(' '),
    );
    expect(found).toEqual(faults);
  });

  it('is judged whatever it holds, and passes only with the placeholders of its rule', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: fc.constantFrom('{', '}', 'a', ' ', '\n', 'n', 'ame') }), (text) => {
        const isFine = mailTextFaults(text, { ...RULE, required: [] }).length === 0;
        expect(isFine && placeholdersOf(text).some((name) => !RULE.placeholders.includes(name))).toBe(false);
      }),
    );
  });
});
