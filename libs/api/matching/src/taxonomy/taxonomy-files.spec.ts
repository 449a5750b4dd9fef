import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { Parser } from 'n3';
import {
  builtInTaxonomy,
  planGlossaryImport,
  planTaxonomyImport,
  type GlossaryRecord,
  type TaxonomyRecord,
} from '@htsm/domain/themes';
import { readGlossaryCsv, writeGlossaryCsv } from './files/glossary-csv';
import { readTaxonomyCsv, writeTaxonomyCsv } from './files/taxonomy-csv';
import { readTaxonomyRdfXml, readTaxonomyTurtle, writeTaxonomyTurtle } from './files/taxonomy-skos';

const ADDRESS = 'https://challenges.example';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

/** Words that a spreadsheet, a parser or a careless writer would stumble over. */
const word = fc
  .stringMatching(/^['=+@"\\;,<>&\p{L}\d#:{}?-][ '=+@"\\;,<>&\p{L}\d#:{}?-]{0,12}$/u)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const words = fc.uniqueArray(word, { maxLength: 3 });
const code = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);

/** Lists in which everything is where it has to be: parts below tops, successors that can be chosen. */
const lists = fc
  .uniqueArray(
    fc.record({
      code,
      nl: word,
      en: word,
      synonymsNl: words,
      synonymsEn: words,
      notation: fc.constantFrom('', 'NL11', '=1'),
    }),
    { selector: (term) => term.code, minLength: 1, maxLength: 8 },
  )
  .map((terms) =>
    terms.map(({ code: own, ...rest }, at): TaxonomyRecord => {
      const top = terms[0]?.code ?? own;
      const isPart = at > 1;
      const state = at === 3 ? 'retired' : at === 4 ? 'merged' : 'active';
      return {
        ...rest,
        scheme: at === 1 ? 'capability' : 'theme',
        code: isPart ? `${top}/${own}` : own,
        broader: at === 0 ? '' : top,
        state,
        replacedBy: state === 'merged' ? top : '',
      };
    }),
  );

function planned(present: readonly TaxonomyRecord[], lines: Parameters<typeof planTaxonomyImport>[1]) {
  const { added, changed, same, refused } = planTaxonomyImport(present, lines);
  return { added, changed, same, refused };
}

describe('lists of words as files', () => {
  const builtIn = builtInTaxonomy().map((term): TaxonomyRecord => ({ ...term, state: 'active', replacedBy: '' }));

  it('come back from CSV as they went, into their own platform and into an empty one', () => {
    fc.assert(
      fc.property(lists, (terms) => {
        const lines = readTaxonomyCsv(writeTaxonomyCsv(terms), 'theme');
        expect(planned(terms, lines)).toEqual({ added: [], changed: [], same: terms.length, refused: [] });
        expect(planned([], lines)).toEqual({ added: terms, changed: [], same: 0, refused: [] });
      }),
    );
  });

  it('come back from SKOS as they went, into their own platform and into an empty one', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (terms) => {
        const lines = readTaxonomyTurtle(await writeTaxonomyTurtle(terms, ADDRESS), 'theme');
        expect(planned(terms, lines)).toEqual({ added: [], changed: [], same: terms.length, refused: [] });
        expect(planned([], lines)).toEqual({ added: terms, changed: [], same: 0, refused: [] });
      }),
    );
  });

  it('that come with the product go both ways whole', async () => {
    const whole = { added: [], changed: [], same: builtIn.length, refused: [] };
    expect(planned(builtIn, readTaxonomyCsv(writeTaxonomyCsv(builtIn), 'theme'))).toEqual(whole);
    const turtle = await writeTaxonomyTurtle(builtIn, ADDRESS);
    expect(planned(builtIn, readTaxonomyTurtle(turtle, 'theme'))).toEqual(whole);
  });

  it('hold no cell that a spreadsheet takes for a formula, as another parser reads them', () => {
    fc.assert(
      fc.property(lists, (terms) => {
        const rows = parse(writeTaxonomyCsv(terms), { columns: true }) as Record<string, string>[];
        expect(rows).toHaveLength(terms.length);
        for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('are SKOS that any reader of Turtle finds its way in', async () => {
    const quads = new Parser().parse(await writeTaxonomyTurtle(builtIn, ADDRESS));
    const said = (name: string) =>
      quads
        .filter(({ subject }) => subject.value === `${ADDRESS}/taxonomy/${name}`)
        .map(({ predicate, object }) => [
          predicate.value.split(/[#/]/).at(-1),
          object.termType === 'Literal' ? `${object.value}@${object.language}` : object.value,
        ]);
    expect(said('theme/robotics/cobots').slice(0, 7)).toEqual([
      ['type', `${SKOS}Concept`],
      ['inScheme', `${ADDRESS}/taxonomy/theme`],
      ['identifier', 'robotics/cobots@'],
      ['broader', `${ADDRESS}/taxonomy/theme/robotics`],
      ['prefLabel', 'cobots@nl'],
      ['prefLabel', 'cobots@en'],
      ['altLabel', 'samenwerkende robots@nl'],
    ]);
  });
});

describe('files of others', () => {
  const turtle = `@prefix skos: <${SKOS}> .
@prefix ex: <http://words.example/id/> .
ex:Lasers a skos:Concept ; skos:prefLabel "lasertechniek"@nl , "laser technology"@en-GB .
ex:cutting a skos:Concept ; skos:broader ex:Lasers ;
  skos:prefLabel "lasersnijden"@nl, "laser cutting"@en ; skos:altLabel "snijden met licht"@nl .
ex:nameless a skos:Concept ; skos:prefLabel "alleen Nederlands"@nl .
`;
  const rdfXml = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="${SKOS}">
  <skos:Concept rdf:about="http://words.example/id/Lasers">
    <skos:prefLabel xml:lang="nl">lasertechniek</skos:prefLabel>
    <skos:prefLabel xml:lang="en-GB">laser technology</skos:prefLabel>
  </skos:Concept>
  <skos:Concept rdf:about="http://words.example/id/cutting">
    <skos:broader rdf:resource="http://words.example/id/Lasers"/>
    <skos:prefLabel xml:lang="nl">lasersnijden</skos:prefLabel>
    <skos:prefLabel xml:lang="en">laser cutting</skos:prefLabel>
    <skos:altLabel xml:lang="nl">snijden met licht</skos:altLabel>
  </skos:Concept>
  <skos:Concept rdf:about="http://words.example/id/nameless">
    <skos:prefLabel xml:lang="nl">alleen Nederlands</skos:prefLabel>
  </skos:Concept>
</rdf:RDF>`;
  const none = { synonymsNl: [], synonymsEn: [], notation: '', state: 'active', replacedBy: '' };
  const lasers = { ...none, scheme: 'theme', code: 'lasers', broader: '', nl: 'lasertechniek', en: 'laser technology' };
  const cutting = {
    ...none,
    scheme: 'theme',
    code: 'lasers/cutting',
    broader: 'lasers',
    nl: 'lasersnijden',
    en: 'laser cutting',
    synonymsNl: ['snijden met licht'],
  };

  it('in Turtle get codes of their addresses; what lacks a language is left out by its line', () => {
    expect(planned([], readTaxonomyTurtle(turtle, 'theme'))).toEqual({
      added: [lasers, cutting],
      changed: [],
      same: 0,
      refused: [{ line: 6, what: 'nameless', why: 'no_words' }],
    });
  });

  it('say the same in RDF/XML', async () => {
    expect(planned([], await readTaxonomyRdfXml(rdfXml, 'theme'))).toEqual({
      added: [lasers, cutting],
      changed: [],
      same: 0,
      refused: [{ line: 13, what: 'nameless', why: 'no_words' }],
    });
  });

  it('are refused by the line on which they break, and by name when they could grow while they are read', async () => {
    const fault = (code: string, params: object) => expect.objectContaining({ code, details: { params } }) as unknown;
    expect(() => readTaxonomyTurtle(`${turtle}ex:a ex:b`, 'theme')).toThrow(
      fault('list_file_not_skos', { line: 7 }) as Error,
    );
    await expect(readTaxonomyRdfXml(rdfXml.replace('</rdf:RDF>', '</rdf>'), 'theme')).rejects.toEqual(
      fault('list_file_not_skos', { line: 16 }),
    );
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(999)}">]>${rdfXml}`;
    await expect(readTaxonomyRdfXml(bomb, 'theme')).rejects.toEqual(fault('list_file_doctype', {}));
    expect(() => readTaxonomyTurtle('', 'theme')).toThrow(fault('list_file_empty', {}) as Error);
    expect(() => readTaxonomyCsv('name\nx\n', 'theme')).toThrow(
      fault('list_file_no_column', { column: 'code', line: 1 }) as Error,
    );
    expect(() => readTaxonomyCsv('code,nl\nx,"y\n', 'theme')).toThrow(fault('list_file_not_csv', { line: 2 }) as Error);
  });

  it('in CSV are read with semicolons, in any order of columns, and change only what they tell', () => {
    const before: TaxonomyRecord = { ...(cutting as TaxonomyRecord), broader: 'lasers' };
    const file = '\uFEFFEN;Code;iets anders\r\nlaser cutting of sheets;lasers/cutting;x\r\n';
    const plan = planned([lasers as TaxonomyRecord, before], readTaxonomyCsv(file, 'theme'));
    expect(plan).toEqual({
      added: [],
      changed: [{ before, after: { ...before, en: 'laser cutting of sheets' } }],
      same: 0,
      refused: [],
    });
  });

  it.each([
    ['planet,x,x,x', 'unknown_list'],
    ['theme,Bad Code,x,x', 'bad_code'],
    ['theme,x,,x', 'no_words'],
    ['theme,x,a|b,x', 'bad_words'],
    [`theme,x,${'x'.repeat(81)},x`, 'too_long'],
    ['region,x,x,x', 'closed_list'],
    ['theme,nowhere/x,x,x', 'no_broader'],
  ])('in CSV leave out %s', (line, why) => {
    const lines = readTaxonomyCsv(`scheme,code,nl,en\ntheme,fine,goed,fine\n${line}\n`, 'theme');
    const { added, refused } = planned([], lines);
    expect([added.map((term) => term.code), refused.map((one) => [one.line, one.why])]).toEqual([['fine'], [[3, why]]]);
  });

  it('leave out a code that comes twice, a successor that is gone, and whatever is below what is left out', () => {
    const head = 'scheme,code,nl,en,state,replaced_by\n';
    const rows = ['theme,a,a,a,,', 'theme,a,b,b,,', 'theme,b,b,b,merged,zz', 'theme,b/c,c,c,,', 'theme,d,d,d,gone,'];
    const { added, refused } = planned([], readTaxonomyCsv(head + rows.join('\n'), 'theme'));
    expect(added.map((term) => term.code)).toEqual(['a']);
    expect(refused.map(({ line, why }) => [line, why])).toEqual([
      [3, 'twice'],
      [4, 'no_successor'],
      [5, 'no_broader'],
      [6, 'bad_state'],
    ]);
  });
});

describe('a glossary as a file', () => {
  const pairs = fc.uniqueArray(
    fc.record({ nl: word, en: word, synonymsNl: words, synonymsEn: words, broader: words }),
    { selector: ({ nl, en }) => `${nl}|${en}`.toLowerCase(), maxLength: 6 },
  );
  /** A word does not stand beside itself. */
  const tidy = (pair: GlossaryRecord): GlossaryRecord => ({
    ...pair,
    synonymsNl: pair.synonymsNl.filter((one) => one !== pair.nl),
    synonymsEn: pair.synonymsEn.filter((one) => one !== pair.en),
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const given = some.map(tidy);
        const lines = readGlossaryCsv(writeGlossaryCsv(given));
        expect(planGlossaryImport(given, lines)).toEqual({ added: [], changed: [], same: given.length, refused: [] });
        expect(planGlossaryImport([], lines)).toEqual({ added: given, changed: [], same: 0, refused: [] });
      }),
    );
  });

  it('needs two columns and nothing else; words of a language stand apart', () => {
    const text =
      'Nederlands;Engels;Synoniemen;Broader\nmof|koppelmof;coupling sleeve;nl:huls|en:muff|ferrule;pipe fitting\n';
    expect(planGlossaryImport([], readGlossaryCsv(text)).added).toEqual([
      {
        nl: 'mof',
        en: 'coupling sleeve',
        synonymsNl: ['koppelmof', 'huls', 'ferrule'],
        synonymsEn: ['muff', 'ferrule'],
        broader: ['pipe fitting'],
      },
    ]);
    const plain = planGlossaryImport([], readGlossaryCsv('nl,en\nkeerklep,check valve\n'));
    expect(plain.added).toEqual([{ nl: 'keerklep', en: 'check valve', synonymsNl: [], synonymsEn: [], broader: [] }]);
  });

  it('leaves out by its line what lacks a word, is too long or comes twice, and keeps what it does not tell', () => {
    const before: GlossaryRecord = { nl: 'Mof', en: 'sleeve', synonymsNl: ['huls'], synonymsEn: [], broader: [] };
    const text = `nl,en\nmof,sleeve\nmof,Sleeve\n,valve\n${'x'.repeat(81)},y\n`;
    expect(planGlossaryImport([before], readGlossaryCsv(text))).toEqual({
      added: [],
      changed: [{ before, after: { ...before, nl: 'mof' } }],
      same: 0,
      refused: [
        { line: 3, what: 'mof', why: 'twice' },
        { line: 4, what: 'valve', why: 'no_words' },
        { line: 5, what: 'x'.repeat(81), why: 'too_long' },
      ],
    });
  });
});
