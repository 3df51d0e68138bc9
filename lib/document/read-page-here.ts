/** Reads a web page or a rich paste on the spot, however long it takes. Use `readPage`, which bounds it. */
import { parse, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from "parse5"
import type { DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { MOST_BYTES, tooLarge } from "./limits"
import { articleIn } from "./page/article"
import { blocksOf } from "./page/flow"
import { factsOf } from "./page/metadata"
import { pageOf, refuseTangledSource, refuseTangledTree } from "./page/parse"
import { sanitised } from "./page/sanitise"
import { withoutTop } from "./page/top"
import { isElement } from "./page/tree"
import { listsFromWord } from "./page/word-paste"
import { imported, inlineText, type Findings, type Given, type Imported } from "./read-result"
import { topOf } from "./read-top"

export type PageKind = "page" | "paste"

export interface PageOrder {
  html: string
  given: Given
  how: PageKind
}

/** The article in `html`. Refuses as `readPage` does, but knows no bound of time. */
export function readPageHere({ html, given, how }: PageOrder): Imported {
  if (html.length > MOST_BYTES) throw tooLarge()
  // NUL would end a name for some parsers and not for others; half a character breaks the parser.
  const clean = html.replaceAll("\0", "").replace(/\p{Cs}/gu, "\uFFFD")
  refuseTangledSource(clean)
  return imported(how === "page" ? findingsOfPage(clean, given) : findingsOfPaste(clean, given), given)
}

function findingsOfPage(html: string, given: Given): Findings {
  const from = given.address ?? given.sourceUrl ?? null
  const page = pageOf(html, from)
  const facts = factsOf(page, from)
  const base = page.document.baseURI
  const found = articleIn(page.document, facts)
  if (!found) throw refuse("invalid", "import.empty")
  const title = given.title ?? found.headline ?? facts.titles[0] ?? null
  const dek = given.dek ?? found.dek
  return {
    title: title === null ? null : inlineText(title),
    dek: dek === null ? null : inlineText(dek),
    body: withoutTop(converted(found.content.innerHTML, base), title),
    metadata: { ...facts.metadata, byline: facts.metadata.byline ?? found.byline },
  }
}

function findingsOfPaste(html: string, given: Given): Findings {
  const tree = parse(html, { scriptingEnabled: false })
  refuseTangledTree(tree)
  const body = bodyOf(tree)
  listsFromWord(body)
  const blocks = converted(serialize(body), given.sourceUrl ?? null)
  const known = { title: null, dek: given.dek ?? null, isOurs: false }
  const { rest, ...top } = given.title
    ? { title: inlineText(given.title), dek: null, metadata: {}, rest: blocks }
    : topOf(blocks, known)
  return { ...top, dek: top.dek ?? (given.dek ? inlineText(given.dek) : null), body: rest }
}

/** First sanitised, then read into the schema. */
function converted(html: string, base: string | null): DocumentNode[] {
  return blocksOf(parseFragment(sanitised(html)).childNodes, { base })
}

function bodyOf(tree: Tree.Document): Tree.ParentNode {
  const root = tree.childNodes.find(isElement)
  return root?.childNodes.filter(isElement).find(({ tagName }) => tagName === "body") ?? tree
}
