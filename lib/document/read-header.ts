/**
 * The lines above an article: title, publisher, dek, byline, date, as newsrooms send them. A line is only taken for
 * one of these if it can hardly be anything else: a header left in the body is seen at once, body text taken for a
 * header may not be.
 */
import { dateIn } from "./read-dates"

export interface Header {
  title?: string
  dek?: string
  byline?: string
  publisher?: string
  section?: string
  publishedOn?: string
  sourceUrl?: string
}

/** More lines than this are no header. */
const MOST_LINES = 10

/** Longer lines are text, whatever they begin with. */
const LONGEST_CREDITS = 600

/** What the first of `lines` say, and how many of them say it; 0 if they are no header. */
export function headerOf(lines: string[]): { header: Header; taken: number } {
  const header: Header = {}
  let taken = 0
  while (taken < Math.min(lines.length, MOST_LINES)) {
    const part = partOf(lines, taken, header)
    if (!part || Object.keys(part).some((key) => key in header)) break
    Object.assign(header, part)
    taken += 1
  }
  const isHeader = header.title !== undefined || (header.byline !== undefined && header.publishedOn !== undefined)
  return isHeader ? { header, taken } : { header: {}, taken: 0 }
}

/** What a line says of the article if it is a byline, a date, a labelled line, or several of these in one. */
export function creditsIn(line: string): Header | null {
  if (line.length > LONGEST_CREDITS) return null
  const labelled = labelledIn(line)
  if (labelled) return labelled
  const credits: Header = {}
  for (const piece of line.split(/ +[|·•] +| +[–—] +/u)) {
    const credit = creditIn(piece.trim())
    if (!credit || Object.keys(credit).some((key) => key in credits)) return null
    Object.assign(credits, credit)
  }
  // A publisher's name by itself may as well be what the article is about.
  return Object.keys(credits).length === 1 && credits.publisher !== undefined ? null : credits
}

/** The words of a line that is `**bold**` from end to end, else null. */
export function boldIn(line: string): string | null {
  return /^\*\*(?=\S)((?:[^*]|\*(?!\*))+)(?<=\S)\*\*$/u.exec(line)?.[1] ?? null
}

/** Whether the line is the name of a publisher, by how it ends or because everybody knows it. */
export function isPublisher(line: string): boolean {
  const words = line.split(" ")
  if (line.length > 60 || words.length > 6 || /[.!?:;,]$/u.test(line)) return false
  const isName = words.every((word) => /^[\p{Lu}\p{N}&(]/u.test(word) || PARTICLES.has(word.toLowerCase()))
  return DOMAIN.test(line) || AGENCIES.has(line.toLowerCase()) || (isName && MEDIA.test(words.at(-1) ?? ""))
}

/** Whether the line gives the article's credits or opens with a bullet: such a line never continues another. */
export function standsAlone(line: string): boolean {
  return isBullet(line) || boldIn(line) !== null || creditsIn(line) !== null
}

/** A list item as plain text writes it. */
export function isBullet(line: string): boolean {
  return /^[-•*‣▪◦] +\S/u.test(line)
}

function partOf(lines: string[], at: number, header: Header): Header | null {
  const line = lines[at] ?? ""
  const next = lines[at + 1] ?? ""
  if (isBullet(line)) return null
  return header.title === undefined ? partAbove(line, next) : partBelow(line, next, lines[at + 2] ?? "", header)
}

/** A part of the header before its title is known. */
function partAbove(line: string, next: string): Header | null {
  const credits = creditsIn(line)
  // "By Any Means Necessary" may be a title: only a date beside it makes it a byline.
  if (credits && (credits.byline === undefined || labelledIn(line) || credits.publishedOn || dateIn(next)))
    return credits
  return isTitle(line) ? { title: boldIn(line) ?? line } : null
}

function partBelow(line: string, next: string, afterNext: string, header: Header): Header | null {
  const credits = creditsIn(line)
  if (credits) return credits
  const bold = boldIn(line)
  if (bold !== null) return { dek: bold }
  const isNamed = isPublisher(line) || (isNameLike(line) && boldIn(next) !== null)
  if (header.publisher === undefined && isNamed) return { publisher: line }
  return isDek(line, next, afterNext, header) ? { dek: line } : null
}

function isTitle(line: string): boolean {
  const title = boldIn(line) ?? line
  const isShort = title.length <= 200 && title.split(" ").length <= 30
  return isShort && /[\p{L}\p{N}]/u.test(title) && !endsLikeText(title) && !/^https?:\S+$/iu.test(title)
}

/** A full stop, or a comma or colon that leads on. An abbreviation's stop (U.S.) is none. */
function endsLikeText(line: string): boolean {
  return /[.。।,;:]["'”’»)]*$/u.test(line) && !/(?:^|\s)(?:\p{Lu}\.){2,}$/u.test(line)
}

/** Before a byline or date a sentence is a dek; else only what is no sentence, above a paragraph that is one. */
function isDek(line: string, next: string, afterNext: string, header: Header): boolean {
  if (["dek", "byline", "publishedOn"].some((key) => key in header)) return false
  const words = line.split(" ").length
  if (line.length > 300 || words < 4 || words > 45 || isDateline(line)) return false
  const areCreditsNext = creditsIn(next) !== null || (isPublisher(next) && creditsIn(afterNext) !== null)
  return areCreditsNext || (isNoSentence(line) && next.length >= Math.max(80, line.length) && !isNoSentence(next))
}

function isNoSentence(line: string): boolean {
  return !/[.!?…:;,。।]["'”’»)]*$/u.test(line) && /^["'“‘«(]?[\p{Lu}\p{N}\p{Lo}]/u.test(line)
}

/** BERLIN, Nov. 15 (Agency) — */
function isDateline(line: string): boolean {
  return /^\p{Lu}{2}[\p{Lu} .]*(?:[,(]|$)/u.test(line)
}

/** Up to six words, each with a capital: a name, if what follows says so too. */
function isNameLike(line: string): boolean {
  const words = line.split(" ")
  return line.length <= 60 && words.length <= 6 && words.every((word) => /^[\p{Lu}\p{N}&]/u.test(word))
}

const LABELS: Record<string, keyof Header> = {
  ...labels("title", "title headline titel überschrift schlagzeile titre título"),
  ...labels("dek", "dek deck subtitle subhead subheading standfirst untertitel unterzeile sous-titre subtítulo"),
  ...labels("byline", "byline by author authors autor autorin autoren auteur auteurs"),
  ...labels("publisher", "publisher outlet publication verlag éditeur"),
  ...labels("section", "section ressort rubrik rubrique sección"),
  ...labels("publishedOn", "date published datum fecha"),
  ...labels("sourceUrl", "url link"),
}

function labels(key: keyof Header, names: string): Record<string, keyof Header> {
  return Object.fromEntries(names.split(" ").map((name) => [name, key]))
}

function labelledIn(line: string): Header | null {
  const [, name = "", value = ""] = /^([\p{L}-]{2,20}): +(\S.{0,499})$/u.exec(line) ?? []
  const key = Object.hasOwn(LABELS, name.toLowerCase()) ? LABELS[name.toLowerCase()] : undefined
  if (key === undefined) return null
  if (key === "sourceUrl") return /^https?:\/\/\S+$/iu.test(value) ? { sourceUrl: value } : null
  if (key !== "publishedOn") return { [key]: value }
  const date = dateIn(value)
  return date === null ? null : { publishedOn: date }
}

function creditIn(piece: string): Header | null {
  const date = dateIn(piece)
  if (date !== null) return { publishedOn: date }
  return bylineIn(piece) ?? datedBylineIn(piece) ?? (isPublisher(piece) ? { publisher: piece } : null)
}

const PARTICLES = new Set(
  "and und et y & van von der de den du des del la le el los di da dos bin al of the for in".split(" "),
)

/** "By Jane Doe", "Von Eva Muster und Max Muster", "By Jane Doe, Reuters": names only, each word with a capital. */
function bylineIn(piece: string): Header | null {
  const [, prefix = "", names = ""] = /^(by|von|par|por) +(\S.{0,149})$/iu.exec(piece) ?? []
  if (names === "" || /[\d.!?:;"“”]$/u.test(names)) return null
  const words = names.split(" ")
  if (words.length > 14 || !words.every((word) => isNameWord(word) || PARTICLES.has(word.toLowerCase()))) return null
  const each = names.split(/, *| (?:and|und|et|y|&) /iu)
  const least = prefix.toLowerCase() === "by" ? 1 : 2
  const areNames = each.every((name) => isName(name, least) || isPublisher(name))
  return areNames ? creditOf(each, names) : null
}

/** "By Jane Doe, Nov. 15, 2024" */
function datedBylineIn(piece: string): Header | null {
  for (const { index } of piece.matchAll(/, /gu)) {
    const publishedOn = dateIn(piece.slice(index + 2))
    const byline = publishedOn === null ? null : bylineIn(piece.slice(0, index))
    if (publishedOn !== null && byline !== null) return { ...byline, publishedOn }
  }
  return null
}

function isNameWord(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]*,?$/u.test(word)
}

/** "Von Anfang an" and "By Monday Evening" are no names. */
function isName(name: string, least: number): boolean {
  const [first = "", ...others] = name.split(" ")
  if (!isNameWord(first) || dateIn(`${first} 1, 2000`) !== null) return false
  const words = [first, ...others].filter((word) => isNameWord(word))
  return words.length >= least && words.length <= 4 && !/^(?:the|a|an|all|any|no|\p{L}+day)$/iu.test(first)
}

function creditOf(each: string[], names: string): Header {
  const last = each.at(-1) ?? ""
  if (each.length < 2 || !isPublisher(last)) return { byline: names }
  return {
    byline: names.slice(0, names.length - last.length).replace(/,? *(?:and|und|et|y|&)? *$/iu, ""),
    publisher: last,
  }
}

const DOMAIN =
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:com|org|net|news|info|media|eu|uk|de|fr|es|at|ch|it|nl|us|io)$/iu

const AGENCIES = new Set(
  (
    "reuters|ap|afp|dpa|apa|ansa|efe|upi|tass|xinhua|bloomberg|associated press|the associated press|" +
    "agence france-presse|deutsche presse-agentur|deutsche welle|bbc|cnn|npr|ard|zdf|politico|axios|the guardian|" +
    "der spiegel|die zeit|le monde|le figaro|el país|el mundo|al jazeera"
  ).split("|"),
)

/** Last words of publishers' names. "Group" and "Network" are too, behind one of the others or not. */
const MEDIA =
  /^(?:news|newsroom|media|press|times|post|tribune|herald|journal|gazette|chronicle|observer|courier|magazine|broadcasting|group|network|agency|desk|weekly|daily|zeitung|rundschau|nachrichten|anzeiger|kurier|tagblatt|rundfunk|verlag|mediengruppe|presse|agentur)$/iu
