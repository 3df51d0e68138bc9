/** What every reader takes and gives, and the last step they share: from what was found to a checked document. */
import { ArticleFields, ArticleKind, type DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { canonicalText, OBJECT } from "./canonical"
import { refuseTooLong } from "./limits"
import { cleanLine, normalise } from "./normalise"
import { refuseDeep } from "./read-bounds"
import { dateIn } from "./read-dates"
import { parseDocument } from "./schema"

type Optional<T> = { [Key in keyof T]?: T[Key] | null | undefined }

/** What is known without reading. It wins over what the text says; with a title, the content is all body. */
export type Given = Optional<{
  title: string
  dek: string
  byline: string
  publisher: string
  section: string
  publishedOn: string
  sourceUrl: string
  language: string
  kind: ArticleKind
  fileName: string
  /** Where its page was fetched: its relative addresses count from there. The page itself may name a better one. */
  address: string
}>

export interface ImportedMetadata {
  byline: string | null
  publisher: string | null
  section: string | null
  /** ISO calendar date. */
  publishedOn: string | null
  sourceUrl: string | null
  language: string | null
  kind: ArticleKind | null
}

/** An article as it was read. */
export interface Imported {
  /** Clean and checked: fit to be stored. */
  document: DocumentNode
  metadata: ImportedMetadata
  /** Keys of messages, below `notice`: what the reader had to decide and an editor should look at. */
  notices: Notice[]
}

export type Notice =
  | "titleFromFileName"
  | "titleFromFirstWords"
  | "embeddedLeftOut"
  | "claimsCame"
  | "marksTakenOff"
  | "textEdited"
  | "claimsWithoutPlace"
  | "filesStayed"

/** What a reader found; `title` and `dek` are inline content. */
export interface Findings {
  title: DocumentNode[] | null
  dek: DocumentNode[] | null
  body: DocumentNode[]
  metadata: Optional<Record<keyof ImportedMetadata, string>>
}

const TITLE_WORDS = 8
const TITLE_LENGTH = 80

/**
 * The article of these findings. Refuses `invalid`: `import.empty` when there are no words in them, `import.tooLong`,
 * `import.tooDeep`.
 */
export function imported({ title, dek, body, metadata }: Findings, given: Given): Imported {
  // All that comes after walks it by recursion.
  refuseDeep({ content: body })
  const text = canonicalText(documentOf(title ?? [], dek, body)).text.replaceAll(OBJECT, " ")
  if (/^[\s\p{Cf}]*$/u.test(text)) throw refuse("invalid", "import.empty")
  // A page's or a Word file's own length says little of its text's.
  refuseTooLong(text)
  const known = { ...metadata, ...withoutGaps(given) }
  const isUntitled = title === null || wordsOf(title) === ""
  const named = isUntitled ? titleFrom(text, given.fileName) : null
  const notices: Notice[] = named ? [named.notice] : []
  const document = documentOf(named ? inlineText(named.title) : (title ?? []), dek, body)
  return { document: parseDocument(document), metadata: metadataOf(known), notices }
}

/** Plain words as inline content: one line, clean, edges trimmed; nothing for no words. */
export function inlineText(words: string): DocumentNode[] {
  const text = cleanLine(words).trim()
  return text === "" ? [] : [{ type: "text", text }]
}

/** The words of some inline content, white space as single spaces. */
export function wordsOf(content: DocumentNode[]): string {
  const texts = content.map((node) => node.text ?? (node.type === "hardBreak" ? " " : ""))
  return cleanLine(texts.join("")).replace(/\s+/gu, " ").trim()
}

function documentOf(title: DocumentNode[], dek: DocumentNode[] | null, body: DocumentNode[]): DocumentNode {
  const top: DocumentNode[] = [{ type: "title", content: title }]
  if (dek && wordsOf(dek) !== "") top.push({ type: "dek", content: dek })
  return normalise({ type: "doc", content: [...top, ...body] })
}

function titleFrom(text: string, fileName: string | null | undefined): { title: string; notice: Notice } {
  const name = (fileName ?? "").replace(/^.*[\\/]/u, "").replace(/\.[\p{L}\d]{1,8}$/u, "")
  const words = cleanLine(name)
    .replace(/[-_\s]+/gu, " ")
    .trim()
  return words === ""
    ? { title: firstWords(text), notice: "titleFromFirstWords" }
    : { title: words, notice: "titleFromFileName" }
}

function firstWords(text: string): string {
  const [line = ""] = text.trim().split("\n", 1)
  const all = line.trim().split(/\s+/u)
  const words = all.slice(0, TITLE_WORDS).join(" ")
  const graphemes = Array.from(new Intl.Segmenter("en").segment(words), ({ segment }) => segment)
  const title = graphemes.slice(0, TITLE_LENGTH).join("")
  return title.length < words.length || all.length > TITLE_WORDS ? `${title}…` : title
}

function withoutGaps(given: Given): Partial<Record<keyof Given, string>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined))
}

/** What the fields of an article would not take is left out rather than refused: the text is what matters. */
function metadataOf(known: Findings["metadata"]): ImportedMetadata {
  const line = (value: string | null | undefined, most: number) =>
    cleanLine(value ?? "")
      .trim()
      .slice(0, most) || null
  return {
    byline: line(known.byline, 300),
    publisher: line(known.publisher, 300),
    section: line(known.section, 120),
    publishedOn: dateIn(known.publishedOn ?? ""),
    sourceUrl: ArticleFields.shape.sourceUrl.catch(null).parse(known.sourceUrl ?? null),
    language: ArticleFields.shape.language
      .nullable()
      .catch(null)
      .parse(known.language ?? null),
    kind: ArticleKind.nullable()
      .catch(null)
      .parse(known.kind ?? null),
  }
}
