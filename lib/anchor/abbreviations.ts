/**
 * The words that end in a full stop without ending a sentence, and those that begin one: per language, as newspapers
 * write them. Lists only; sentences.ts says how they are used.
 */

export interface Abbreviations {
  /** Something always follows: titles before a name, "e.g.", "vgl.". */
  leading: ReadonlySet<string>
  /** A number follows, else the word is a word: "No. 5", but "No. He stayed." */
  counting: ReadonlySet<string>
  /** A sentence may go on after them or end with them: "Inc.", "etc.", "Mrd." */
  closing: ReadonlySet<string>
  /** Several in a row with spaces between them, of which something always follows: "z. B." */
  spaced: RegExp | null
  /** Words that begin a sentence where they are capitalised, in lower case. Names do not begin with them. */
  openers: ReadonlySet<string>
  /** A number with a full stop is an ordinal: "am 3. Oktober". */
  ordinals: "written with a full stop" | "written otherwise"
}

const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "))

const english: Abbreviations = {
  leading: words(
    "Dr Prof Mr Mrs Ms Mx Messrs Mme Mlle Gen Maj Col Lt Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Gov Pres Rev Hon Fr Supt",
    "Det Insp Amb Atty vs v cf viz approx ca e.g i.e eg ie",
  ),
  counting: words(
    "No Nos no nos p pp Fig Figs fig figs Vol vol Ch ch Sec sec Art art para paras Jan Feb Mar Apr Jun Jul Aug Sep",
    "Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Est est",
  ),
  closing: words(
    "St Ave Blvd Rd Mt Ft Jr Sr Inc Corp Ltd Co Cos Bros Assn Dept Univ etc al Esq Ala Ariz Ark Calif Colo Conn Del Fla",
    "Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo",
  ),
  spaced: null,
  openers: words(
    "the a an this that these those he she it they we you his her its their our your my there here what who whom whose",
    "which when where why how if as at by for from in into of on onto over since through to under until upon with without",
    "within and but or nor yet so however although though while because after before during both each every all some",
    "many most more few several no not one two three then now today yesterday tomorrow once only even also is are was",
    "were do does did has have had can could may might must shall should will would let please asked according despite",
    "instead later earlier meanwhile moreover still such than thus unlike last next",
  ),
  ordinals: "written otherwise",
}

const german: Abbreviations = {
  leading: words(
    "Dr Drs Prof Hr Fr Frl St Dipl Ing Mag Hl hl vgl Vgl bzw ca Ca sog Sog evtl Evtl ggf Ggf gem insb insbes inkl exkl",
    "zzgl abzgl mind max min bspw Bspw beispielsw ehem Ehem geb verh gest z.B d.h u.U i.d.R z.T v.a s.o m.E i.S.d",
    "d.i Gebr Hrsg hrsg röm kath ev frz engl dt",
  ),
  counting: words(
    "Nr Nrn Art Abs S Bd Bde Kap Ziff Abb Tab Tel Az Rn Rdnr Aufl Jg Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez",
    "Mo Di Mi Do Sa So Bl Sp Str lit Fn",
  ),
  closing: words(
    "usw Usw etc Mio Mrd Tsd Std Min Sek Jh Jhd Jhdt Co Inc Ltd Corp jun sen jr sr Str Chr e.V i.R a.D u.a o.Ä u.Ä",
    "Bill Dtzd Stk Pf Rp Fr",
  ),
  spaced:
    /(?:^|[^\p{L}])(?:z\.\s?[BT]|d\.\s?[hi]|u\.\s?U|i\.\s?d\.\s?R|v\.\s?a|s\.\s?[ou]|m\.\s?E|i\.\s?[AV]|i\.\s?e\.\s?S)\.$/iu,
  openers: words(
    "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jene jener jenes er sie es",
    "wir ihr ich man sein seine ihre ihr unser unsere mein meine kein keine wer was wann wo warum wie wenn als ob weil da",
    "denn doch aber und oder auch so dann danach dazu dabei dafür dagegen daher darum damit davon dort hier heute gestern",
    "morgen jetzt nun in im an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor während",
    "wegen zu zum zur zwischen laut trotz nicht nur noch schon sogar bisher zuletzt zuvor später allerdings jedoch dennoch",
    "deshalb deswegen trotzdem außerdem zudem ebenso insgesamt viele manche einige alle beide jeder jede jedes",
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können soll sollen muss müssen",
  ),
  ordinals: "written with a full stop",
}

const french: Abbreviations = {
  leading: words("M MM Mme Mmes Mlle Mlles Mgr Dr Drs Prof Gal Cdt Cne cf Cf env Env c.-à-d p.ex"),
  counting: words("n no nos N p pp art Art vol chap fig Fig t éd tél Tél janv févr fév avr juil sept oct nov déc al"),
  closing: words("etc Etc Cie St Ste av apr J.-C S.A bd boul Inc Corp Ltd Co jr ibid id"),
  spaced: /(?:^|[^\p{L}])(?:p\.\s?ex|c\.-à-d|av|apr)\.$/iu,
  openers: words(
    "le la les l un une des du de d il elle ils elles on nous vous je j ce c cet cette ces ça cela celui celle ceux son sa",
    "ses leur leurs notre nos votre vos mon ma mes qui que qu quoi où quand comment pourquoi quel quelle si et mais ou or",
    "donc car ni puis ensuite alors ainsi aussi en dans sur sous par pour avec sans selon depuis pendant avant après entre",
    "chez vers contre malgré à au aux y tout toute tous toutes aucun aucune chaque plusieurs certains certaines",
    "aujourd hier demain ici là pourtant cependant toutefois enfin déjà encore même non oui ne n est sont était a ont",
  ),
  ordinals: "written otherwise",
}

const spanish: Abbreviations = {
  leading: words(
    "Sr Sra Srta Sres Sras D Dña Dr Dra Dres Lic Ing Arq Prof Profa Gral Cnel Mons Fr Sto Sta p.ej EE RR CC JJ FF",
    "SS aprox Aprox máx mín cf Cf",
  ),
  counting: words(
    "núm Núm núms nº n pág págs Pág p pp art Art arts vol cap fig Fig tel Tel ene feb mar abr may jun jul ago sept",
    "set oct nov dic",
  ),
  closing: words("etc Etc Cía Inc Corp Ltd Co S.A S.L a.C d.C Ud Uds Vd Vds Av Avda jr UU HH AA OO"),
  spaced: /(?:^|[^\p{L}])(?:p\.\s?ej)\.$/iu,
  openers: words(
    "el la los las lo un una unos unas él ella ellos ellas ello yo nosotros usted ustedes este esta esto estos estas ese",
    "esa eso esos esas aquel aquella su sus nuestro nuestra mi mis tu quien quién que qué cuando cuándo donde dónde cómo",
    "como cuál por porque para pero y e o u ni si sí no en a al de del con sin sobre bajo desde hasta entre según durante",
    "tras ante contra hacia mediante después antes luego entonces así también tampoco además aunque mientras hoy ayer",
    "mañana ahora aquí allí ya aún todavía todo toda todos todas cada varios varias muchos muchas algunos algunas ningún",
    "otro otra otros otras se le les me nos es son era fue fueron ha han hay había está están",
  ),
  ordinals: "written otherwise",
}

/** What holds for languages without lists of their own: titles, and nothing that begins a sentence for sure. */
const others: Abbreviations = {
  leading: words("Dr Prof St Mr Mrs Ms Mme Mlle Mgr Hr Fr Sr Sra"),
  counting: words("No Nr p pp"),
  closing: words("etc Inc Corp Ltd Co"),
  spaced: null,
  openers: new Set(),
  ordinals: "written otherwise",
}

const byLanguage: Readonly<Record<string, Abbreviations>> = { en: english, de: german, fr: french, es: spanish }

/** Those that write ordinals as German does. */
const ORDINAL_LANGUAGES = words("de da nb nn no fi is et lv cs sk sl hr sr bs hu tr lb")

/** The lists for a BCP 47 tag; region and script make no difference. */
export function abbreviationsOf(language: string): Abbreviations {
  const primary = language.toLowerCase().split("-")[0] ?? ""
  const own = byLanguage[primary] ?? others
  return ORDINAL_LANGUAGES.has(primary) ? { ...own, ordinals: "written with a full stop" } : own
}

/** Words that begin a sentence and no name, in lower case: "the", "when". Empty for languages without a list. */
export function openingWords(language: string): ReadonlySet<string> {
  return abbreviationsOf(language).openers
}
