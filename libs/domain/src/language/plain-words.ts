/**
 * Words of everyday Dutch and English that say little about a trade: verbs of moving and having, times and people. They count in a
 * score, where frequency weighs them down, since leaving them out made no order better; as a reason they tell a reader nothing.
 */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `blijf blijft blijven bleef breng brengt brengen bracht dag dagen ding dingen duurt geef geeft geven gaf gegeven hoef hoeft hoeven
  hou houd houdt houden hield jaar jaarlijks jaren keer keren kijk kijkt kijken klein kleine kom komt komen kwam kwamen gekomen krijg
  krijgt krijgen kreeg gekregen lig ligt liggen lag lijkt maand maanden manier manieren mensen neem neemt nemen nam genomen nieuw nieuwe
  sta staat staan stond tijd uren uur vind vindt vinden vond week weken weet weten wist zeg zegt zeggen zei zie ziet zien zag gezien zit
  zitten zat zoek zoekt zoeken
  bring brings brought come comes coming day days find finds found give gives given gave hour hours keep keeps kept knew know knows known
  lie lies look looks looking month months new people said saw say says see seeing seek seeks seen sees small stand stands stay stays take
  taken takes taking thing things time times took want wants way ways week weeks year yearly years`.split(/\s+/),
);

/** Whether a folded word says little about a trade. */
export function isPlainWord(folded: string): boolean {
  return PLAIN_WORDS.has(folded);
}
