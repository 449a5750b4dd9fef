import type { Locale } from '../themes/themes';

/**
 * Words that carry no content of their own: function words, and verbs that only hold a sentence together. Words that are merely
 * frequent are not here, since in this field "fire", "ring" or "system" can be the point; frequency weighs those down.
 */
const STOP_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  nl: words(`aan al alle alleen allerlei alles als alsook altijd ander andere anders beide ben bent bepaalde bij bijna bijvoorbeeld binnen
    boven buiten daar daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarvan daarvoor dan dat de deze die dit
    doe doen doet door doordat dus echter een eens eerst eigen elk elke en enige enkele er eraan erbij ergens ermee erop eruit ervan
    ervoor etc even ga gaan gaat ging gedaan geen geweest geworden graag haar had hadden heb hebben hebt heeft heel hem hen
    het hierbij hierdoor hiermee hiervan hiervoor hij hoe hoewel hun ieder iedere iedereen iemand iets ik in indien inmiddels is ja je
    jij jou jouw juist jullie kan kon konden kun kunnen kunt laat laten liet lang maar mag me mee meer meest meestal men met mij
    mijn minder moest moesten moet moeten mogen na naar naast nadat niet niets nog nooit nu nu of om omdat ons onze ook op
    over overal per pas rond samen sinds slechts soms steeds te tegen terwijl tijdens toch toe toen tot totdat tussen uit u uw vaak van vanaf
    vanuit vanwege veel vele verder via voor vooral voordat waar waarbij waardoor waarin waarmee waarna waarom waarop waarvan
    waarvoor wanneer want ware waren was wat we wel welk welke werd werden weer weg weinig wie wij wil willen wilt wilde word worden
    wordt zal ze zeer zelf zich zichzelf zij zijn zo zoals zodat zonder zou zouden zowel zullen zult`),
  en: words(`about above after again against all almost along already also although always am among an and another any anyone
    anything are around as at be became because become becomes been before being below between both but by can cannot could
    did do does doing done down during each either else ever every everyone everything few for from further get gets
    getting go goes going gone got had has have having he hence her here hers herself him himself his how however if in instead into
    is it its itself just let like ll made make makes making many may me might more most much must my myself near neither never no nobody
    non none nor not nothing now of off often on once one only onto or other others otherwise our ours ourselves out over own per
    perhaps quite rather re really same shall she should since so some someone something sometimes somewhere still such than
    that the their theirs them themselves then there therefore these they this those though through thus to together too toward towards
    under until up upon us use used uses using ve very via was we well were what whatever when where whereas whether which while who
    whom whose why will with within without would yet you your yours yourself`),
};

/** Whether a folded word carries no content of its own; single letters never do. */
export function isStopWord(folded: string, locale: Locale): boolean {
  return STOP_WORDS[locale].has(folded);
}

/** Tells in which language a text is written, by the words that hold its sentences together; Dutch when it has none. */
export function guessLanguage(text: string): Locale {
  const found = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const count = (locale: Locale): number => found.filter((word) => STOP_WORDS[locale].has(word)).length;
  return count('en') > count('nl') ? 'en' : 'nl';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
