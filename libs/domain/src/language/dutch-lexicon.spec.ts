import { DutchLexicon } from './dutch-lexicon';

const WORDS =
  'kas boom prijs dijk lek lekkage meten verliezen remmen snijden warm water pomp veiligheid eis machine groot dun leeg hoog oven koel koe leeuw loof paard staart kind opwarmen lassen meting zeef redden rede lade bus';

describe('a Dutch word', () => {
  const lexicon = new DutchLexicon(WORDS.split(' '));

  it.each([
    ['kassen', 'kas'],
    ['bomen', 'boom'],
    ['prijzen', 'prijs'],
    ['zeven', 'zeef'],
    ['lades', 'lade'],
    ['bussen', 'bus'],
    ['kinderen', 'kind'],
    ['pompje', 'pomp'],
    ['grote', 'groot'],
    ['grootste', 'groot'],
    ['dunne', 'dun'],
    ['lege', 'leeg'],
    ['hoger', 'hoog'],
    ['verliest', 'verliezen'],
    ['gemeten', 'meten'],
    ['meet', 'meten'],
    ['remt', 'remmen'],
    ['redt', 'redden'],
    ['gelaste', 'lassen'],
    ['opgewarmd', 'opwarmen'],
    ['metingen', 'meting'],
    ['snijdt', 'snijden'],
  ])('%s is read as %s', (word, headword) => {
    expect(lexicon.parts(word)).toEqual([headword]);
  });

  it.each([
    ['warmwaterpompen', ['warm', 'water', 'pomp']],
    ['veiligheidseisen', ['veiligheid', 'eis']],
    ['snijmachines', ['snijden', 'machine']],
    ['koeloven', ['koel', 'oven']],
    ['paardestaart', ['paard', 'staart']],
    ['boomlekkage', ['boom', 'lekkage']],
  ])('%s is taken apart', (word, parts) => {
    expect(lexicon.parts(word)).toEqual(parts);
  });

  it.each(['kwantumfluctuatie', 'xyz', 'a'.repeat(200), 'ab'])('%s stays unknown', (word) => {
    expect(lexicon.parts(word)).toEqual([]);
  });
});
