/** Words that a tidied text must keep, each in its place, in English and German: what they say is no typo's to change. */

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

/** Numbers, parts, days and months in words. */
export const NUMBER_WORDS = list(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
  billion billions trillion trillions dozen dozens half halves third thirds quarter quarters once twice double triple
  first second fourth fifth sixth seventh eighth ninth tenth
  monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
  neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend tausende millionen milliarde
  milliarden billionen dutzend halb halbe halben hälfte drittel viertel fünftel zehntel einmal zweimal dreimal doppelt
  dreifach erste ersten erster zweite zweiten dritte dritten vierte fünfte
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  januar februar märz mai juni juli oktober dezember`)

/** "Einundzwanzig", "zweihundert": German writes numbers in one. */
export const NUMBER_IN_ONE =
  /^(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert)(?:und|hundert|tausend|mal|fach)\p{L}*$/u

export const NEGATIONS = list(`
  no not never none nobody nothing neither nor nowhere without cannot hardly barely scarcely rarely seldom
  nein nicht nie niemals niemand niemanden niemandem nichts weder noch nirgends nirgendwo ohne kaum selten
  kein keine keinen keinem keiner keines keinerlei`)

export const UNITS = list(`
  percent percentage prozent prozentpunkt prozentpunkte euro euros cent cents dollar dollars pound pounds franken
  mm cm m km kilometre kilometres kilometer kilometers metre metres meter meters mile miles meile meilen
  g kg t gram grams gramm kilogram kilograms kilogramm ton tons tonne tonnes tonnen
  l ml litre litres liter liters hectare hectares hektar ha degree degrees grad celsius
  second seconds minute minutes minuten hour hours stunde stunden day days tag tage tagen week weeks woche wochen
  month months monat monate monaten year years jahr jahre jahren w kw mw gw kwh mwh gwh twh watt
  mio mrd tsd bn mn`)

/** How much, how sure, which way, in which order. */
export const WEIGHTS = list(`
  all some most many few several every each any only just more less fewer least almost nearly about exactly always often
  can could may might must shall should will would over under above below before after since until up down up to
  and or but if unless because although
  alle allen aller alles einige manche viele wenige mehrere jede jeder jedes jeden nur mehr weniger wenigste meiste meisten
  fast beinahe etwa rund genau immer oft kann können könnte könnten darf dürfen muss müssen müsste soll sollen sollte
  sollten wird werden würde würden über unter vor nach seit bis auf ab und oder aber wenn falls weil obwohl`)

/** Small words that may be missing, or stand twice, by mistake. */
export const SMALL = list(`
  a an the of to that is was in on at
  der die das den dem des ein eine einen einem einer eines zu dass ist war in im am an`)

/** What stands before a German noun and before no name. */
export const BEFORE_NOUNS = list(`
  der die das den dem des ein eine einen einem einer eines dies diese dieser dieses diesen diesem jede jeder jedes jeden
  jedem kein keine keinen keinem keiner zum zur im am beim vom ins ans mein meine ihr ihre ihren ihrem ihrer ihres sein
  seine seinen seinem seiner seines unser unsere unseren euer alle allen viele vielen einige einigen mehrere`)
