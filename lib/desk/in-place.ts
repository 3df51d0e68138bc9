/**
 * What comes in to stand in an article's place: read as its next text would be, whether it becomes that or is only
 * compared. Writes nothing, and knows no claims.
 */
import { wordsOf, type DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { read, type Content, type ReadContent } from "./reading"

/** What can stand in place of an article's text. */
export interface OtherText extends Content {
  articleId: string
  /** `keep`: the content is all body, and title and dek stay unless they are given. `read`: it brings its own. */
  head: "keep" | "read"
  /** What happens where tracked changes are in it that nobody has decided on; they are taken over, unless said otherwise. */
  undecided?: "taken" | "refused"
}

/** The text that another one is read in place of. */
export interface Former {
  title: string
  dek: string | null
  document: DocumentNode
}

/**
 * A text as it would be the article's next one: of title and dek, what reads the same is the same. Refuses with
 * `conflict` tracked changes that are to be decided on first, and tells them.
 */
export async function readInPlace(text: OtherText, former: Former): Promise<ReadContent> {
  const found = await read(withHead(text, former))
  const { changes: trackedChanges } = found
  if (text.undecided === "refused" && text.accepted === undefined && trackedChanges.length > 0) {
    const params = { count: trackedChanges.length }
    throw refuse("conflict", "revision.changesUndecided", { params, current: { trackedChanges } })
  }
  return { ...found, document: sameHead(found.document, former.document) }
}

/** Title and dek as they are, for content that brings none. */
function withHead(text: OtherText, { title, dek }: Former): Content {
  if (text.head === "read") return text
  return { ...text, given: { title, ...(dek !== null && { dek }), ...text.given } }
}

/**
 * Title and dek keep their emphasis and links where their words are the same: what was read of them may be words alone.
 * A first paragraph that says what the dek said is the dek.
 */
function sameHead(document: DocumentNode, before: DocumentNode): DocumentNode {
  const old = (type: string) => before.content?.find((node) => node.type === type)
  const kept = (node: DocumentNode, at: number) => {
    const known = at === 0 ? old("title") : at === 1 && HEADS.includes(node.type) ? old("dek") : undefined
    return known && wordsOf(known) === wordsOf(node) ? known : node
  }
  return { ...document, content: (document.content ?? []).map(kept) }
}

const HEADS = ["dek", "paragraph"]
