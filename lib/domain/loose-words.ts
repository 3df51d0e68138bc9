/**
 * The words by which loose items are known, per language: numbers written out, days and months, absolutes. Lists only;
 * loose.ts says how they are used. All in lower case; where a word has another meaning as well, it is left out
 * ("one", "second", French "neuf", Spanish "solo"): an underline too few is read past, too many are not looked at.
 */

export interface LooseWords {
  /** Whole words; German ones may be parts of a compound ("dreihundert"). */
  numbers: RegExp
  /** What stands behind digits and is part of them: "3 percent", "1,2 Mrd. Euro". Sticky. */
  units: RegExp
  /** Days of the week and months, and whether they have a capital. */
  days: RegExp
  capitalDays: "yes" | "no"
  /** Superlatives and absolutes of one word. */
  absolutes: RegExp
  /** And of several: "la plus grande". Global. */
  phrases: RegExp
  /** Capitalised words that are no name. */
  notNames: RegExp
  /** What stands between the words of a name: "Bank of England". */
  particles: RegExp
  /** Whether every noun is capitalised, so that a capital alone says nothing. */
  capitals: "of names" | "of all nouns"
}

/** Whole words of these, whatever their case. */
const any = (...lines: string[]) => new RegExp(`^(?:${lines.join("|").replaceAll(" ", "|")})$`, "iu")
/** Behind a number and a space, several of them. */
const after = (...units: string[]) => new RegExp(`(?:\\s(?:${units.join("|")})(?![\\p{L}\\p{N}]))+`, "iuy")
const between = (...particles: string[]) => new RegExp(`^(?:\\s|-|\\s(?:${particles.join("|")})\\s)$`, "iu")
const none = /(?!)/gu

const NO_SUPERLATIVES =
  "test contest protest attest detest nest earnest honest dishonest modest immodest interest disinterest rest arrest " +
  "unrest forest vest invest reinvest harvest divest guest request quest conquest bequest inquest chest manifest infest " +
  "crest priest pest tempest digest suggest ingest congest west northwest southwest midwest budapest bucharest everest " +
  "molest armrest zest behest incest"

const english: LooseWords = {
  numbers: any(
    "two three four five six seven eight nine ten eleven twelve (?:thir|four|fif|six|seven|eigh|nine)teen",
    "(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)? hundreds? thousands? (?:m|b|tr)illions? dozens?",
    "half quarters? two-thirds three-quarters twice double[ds]? doubling triple[ds]? tripling quadrupled? halved",
  ),
  units: after(
    "percent(?:age points?)?",
    "per cent",
    "(?:m|b|tr)illion",
    "hundred",
    "thousand",
    "dollars?",
    "euros?",
    "pounds?",
  ),
  days: any(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)days? january february march april may june july august september",
    "october november december jan feb aug sept oct nov dec",
  ),
  capitalDays: "yes",
  absolutes: any(
    "first only sole solely never always every everyone everybody everything none nobody nothing unique uniquely",
    "unprecedented unanimous unanimously entire entirely exclusively best worst most least foremost",
    `(?!(?:${NO_SUPERLATIVES.replaceAll(" ", "|")})$)\\p{L}{3,}est`,
  ),
  notNames: any("i i’m mr mrs ms dr ok"),
  phrases: none,
  particles: between(
    "of(?: the)?",
    "de(?: la)?",
    "del",
    "della",
    "di",
    "du",
    "da",
    "dos",
    "v[ao]n(?: de[rn]?)?",
    "bin",
    "al",
  ),
  capitals: "of names",
}

const GERMAN_NUMBER =
  "(?:hundert|tausend|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|sech|sieb|zwan|zig|ßig|und|hundert|tausend){2,}|" +
  "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"

const german: LooseWords = {
  numbers: any(
    `${GERMAN_NUMBER}(?:mal|fach(?:e[nrsm]?)?|tausende?|hunderte?)? hunderte[rn]? tausende[rn]? million(?:en)? milliarden?`,
    "billion(?:en)? dutzende? hälfte drittel viertel doppelt(?:e[nrsm]?)? verdoppel(?:t|te|ten|n) halbier(?:t|te|ten|en)",
  ),
  units: after(
    "Prozent(?:punkten?)?",
    "(?:Mio|Mrd|Tsd)\\.",
    "(?:Milli|Billi)on(?:en)?",
    "Milliarden?",
    "Euro",
    "Dollar",
    "Franken",
    "Cent",
    "Uhr",
    "Grad",
  ),
  days: any(
    "(?:mon|diens|donners|frei|sams|sonn)tag(?:s|en?)? mittwochs? sonnabends? jan(?:uar|ner)? jänner feb(?:ruar)?",
    "märz april mai juni juli aug(?:ust)? sept?(?:ember)? okt(?:ober)? nov(?:ember)? dez(?:ember)?",
  ),
  capitalDays: "yes",
  absolutes: any(
    "erste[nrsm]? erstmals einzig(?:e[nrsm]?)? nie niemals niemand immer stets nur ausschließlich sämtliche[nr]? einmalig",
    "einzigartig(?:e[nrsm]?)? beispiellos(?:e[nrsm]?)? nichts ausnahmslos einstimmig beste[nrsm]? \\p{L}*größte[nrsm]? meiste[nrsm]?",
    "(?!(?:nächst|ernst|bürst|bremst|grinst)e)\\p{L}{2,}[^aeiouäöüsß\\P{L}]ste[nrsm]? \\p{L}{3,}este[nrsm]?",
  ),
  notNames: none,
  phrases: none,
  particles: between("v[ao]n(?: de[rnm]?)?", "de", "zu"),
  capitals: "of all nouns",
}

const french: LooseWords = {
  numbers: any(
    "deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize (?:vingt|trente|quarante|cinquante)",
    "(?:soixante|quatre-vingt|vingt|trente|quarante|cinquante)s?(?:-\\p{L}+)+ soixante cents? mille millions? milliards?",
    "dizaines? douzaines? vingtaines? centaines? milliers? moitié tiers quarts? double(?:s|r|é|ée|és)? tripl(?:e|er|é|ée)",
  ),
  units: after("%", "pour cent", "mille", "(?:mi|bi)llions?", "milliards?", "(?:d[’'])?euros?", "(?:de )?dollars?"),
  days: any(
    "(?:lun|mar|mercre|jeu|vendre|same)dis? dimanches? janvier février avril mai juin juillet août septembre octobre",
    "novembre décembre mars janv févr",
  ),
  capitalDays: "no",
  absolutes: any(
    "premi(?:er|ère)s? seule?s? uniques? uniquement jamais toujours aucune? personne rien exclusivement meilleure?s? pire?s?",
    "inédite?s? totalit[eé] unanim(?:e|ité) intégralité",
  ),
  notNames: any("m mm mme mlle je"),
  phrases: /(?<!\p{L})(?:l[ea]s?|du|des|aux?) (?:plus|moins) \p{L}+|sans précédent|la plupart/giu,
  particles: between("de(?: la)?", "du", "des"),
  capitals: "of names",
}

const spanish: LooseWords = {
  numbers: any(
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieci\\p{L}+ veinte veinti\\p{L}+",
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien cientos? \\p{L}+cient[oa]s quinient[oa]s mil miles",
    "millón millones docenas? decenas? centenar(?:es)? mitad tercios? cuartas? doble triple duplic(?:a|ó|ado|ar|aron)",
  ),
  units: after("%", "por ciento", "mil", "mill(?:ón|ones)", "(?:de )?euros?", "(?:de )?dólares", "(?:de )?pesos"),
  days: any(
    "lunes martes miércoles jueves viernes sábados? domingos? enero febrero marzo abril mayo junio julio agosto",
    "septiembre setiembre octubre noviembre diciembre",
  ),
  capitalDays: "no",
  absolutes: any(
    "primer primer[oa]s? únic[oa]s? únicamente sólo solamente nunca jamás siempre ningún ningun[oa]s? nadie nada mejor(?:es)?",
    "peor(?:es)? máxim[oa]s? mínim[oa]s? inédit[oa]s? exclusivamente unánime \\p{L}{3,}ísim[oa]s?",
  ),
  notNames: any("sr sra srta dr dra ud uds"),
  phrases: /(?<!\p{L})(?:el|l[ao]s?) (?:más|menos) \p{L}+|(?<!\p{L})(?:el|las?|los) m(?:ay|en)or(?:es)?(?!\p{L})/giu,
  particles: between("de(?: l[ao]s?)?", "del"),
  capitals: "of names",
}

/** Digits, capitals and quotation marks are what is left where there are no lists. */
const others: LooseWords = {
  numbers: none,
  units: none,
  days: none,
  capitalDays: "no",
  absolutes: none,
  phrases: none,
  notNames: none,
  particles: between("de", "von", "van"),
  capitals: "of names",
}

const byLanguage: Readonly<Record<string, LooseWords>> = { en: english, de: german, fr: french, es: spanish }

/** The lists for a BCP 47 tag; region and script make no difference. Luxembourgish capitalises as German does. */
export function looseWords(language: string): LooseWords {
  const primary = language.toLowerCase().split("-")[0] ?? ""
  return byLanguage[primary] ?? (primary === "lb" ? { ...others, capitals: "of all nouns" } : others)
}
