/**
 * From HTML to a document that can be searched, without what is never read: scripts, styles, frames, drawings. The
 * parser is that of browsers; the tree is measured before anything walks it. Nothing is run, nothing is fetched.
 */
import { JSDOM } from "jsdom"
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5"
import { tooDeep } from "../read-bounds"

/** Articles' pages have some 1,500 elements, 30 levels deep; a live blog of a whole night has 20,000. */
const MOST_ELEMENTS = 50_000
const DEEPEST = 250

/** More than a hundred attributes on one element are no markup. */
const MOST_ATTRIBUTES = 100

const UNREAD = new Set(
  (
    "script style template iframe frame frameset noframes object embed applet svg math canvas audio video source track " +
    "map area portal noembed"
  ).split(" "),
)

export interface Page {
  document: Document
  /** The page's JSON-LD, each block as it is written. */
  linkedData: string[]
}

/** The page in `html`; relative addresses are those of `address`. Refuses `invalid`, `import.tooDeep`. */
export function pageOf(html: string, address: string | null): Page {
  const tree = parse(html, { scriptingEnabled: false })
  refuseTangledTree(tree)
  const page = { document: emptyDocument(address), linkedData: [] }
  const { documentElement, head, body } = page.document
  const top = tree.childNodes.find((node) => node.nodeName === "html")
  if (!top || !("childNodes" in top)) return page
  const grower = new Grower(page)
  grower.dress(documentElement, top)
  for (const part of top.childNodes) {
    const into = part.nodeName === "head" ? head : body
    if (part.nodeName === "body" && "attrs" in part) grower.dress(body, part)
    if ("childNodes" in part) grower.grow(part, into)
  }
  return page
}

function emptyDocument(address: string | null): Document {
  const isAddress = address !== null && /^https?:\/\//iu.test(address) && URL.canParse(address)
  return new JSDOM("", isAddress ? { url: address } : {}).window.document
}

/** Elements that nothing but their own end closes: what is open too often is nested too deeply. */
const NESTING =
  /<(\/?)(?:div|span|section|article|aside|blockquote|ul|ol|table|b|i|em|strong|font|sup|sub|center|figure)\b/giu
const MOST_OPEN = 2_000

/**
 * Refuses the same before anything is parsed, which takes time in the square of the depth: four times as many tags as
 * there may be elements, since scripts hold some too, or tags that are never closed.
 */
export function refuseTangledSource(html: string): void {
  const tags = html.match(/<[a-z]/giu)?.length ?? 0
  let open = 0
  for (const [, slash] of html.matchAll(NESTING)) open += slash === "" ? 1 : -1
  if (tags > MOST_ELEMENTS * 4 || open > MOST_OPEN) throw tooDeep()
}

/** Refuses `invalid`, `import.tooDeep` for a tree that nobody should walk. */
export function refuseTangledTree(root: Tree.ParentNode): void {
  let elements = 0
  let level: Tree.ParentNode[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    elements += level.length
    const isOverloaded = level.some((node) => "attrs" in node && node.attrs.length > MOST_ATTRIBUTES)
    if (depth > DEEPEST || elements > MOST_ELEMENTS || isOverloaded) throw tooDeep()
    level = level.flatMap((node) => node.childNodes.filter((child) => "childNodes" in child))
  }
}

class Grower {
  constructor(private readonly page: Page) {}

  grow(from: Tree.ParentNode, into: Node): void {
    for (const node of from.childNodes) {
      if ("value" in node) into.appendChild(this.page.document.createTextNode(node.value))
      else if ("tagName" in node) this.element(node, into)
    }
  }

  dress(element: Element, { attrs }: Tree.Element): void {
    for (const { name, value } of attrs) {
      if (name === "style") keepStyle(element, value)
      else if (name === "align") element.setAttribute("data-align", value)
      else if (/^(?!on)[a-z][\w:.-]*$/u.test(name)) element.setAttribute(name, value)
    }
  }

  private element(node: Tree.Element, into: Node): void {
    if (node.tagName === "script") this.keepLinkedData(node)
    if (UNREAD.has(node.tagName)) return
    const isName = /^[a-z][a-z\d-]*$/u.test(node.tagName)
    const element = this.page.document.createElement(isName ? node.tagName : "span")
    this.dress(element, node)
    into.appendChild(element)
    // Words on both sides of a break are two, for those who only look at the text.
    if (node.tagName === "br") into.appendChild(this.page.document.createTextNode("\n"))
    this.grow(node, element)
  }

  private keepLinkedData({ attrs, childNodes: [text] }: Tree.Element): void {
    const isLinkedData = attrs.some(({ name, value }) => name === "type" && /^application\/ld\+json\b/iu.test(value))
    if (isLinkedData && text && "value" in text) this.page.linkedData.push(text.value)
  }
}

/**
 * Of styles only this is read: whether they hide the element, and how a cell is aligned. As styles jsdom would parse them,
 * and break on many.
 */
function keepStyle(element: Element, style: string): void {
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)) element.setAttribute("hidden", "")
  const side = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/iu.exec(style)?.[1]
  if (side) element.setAttribute("data-align", side.toLowerCase())
}
