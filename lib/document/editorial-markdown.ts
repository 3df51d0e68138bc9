/**
 * Editorial Markdown: the article with its claims as CriticMarkup, `{==words==}{>>#3 Missing context: …<<}`, and proposed
 * fixes as changes that any editor of CriticMarkup can accept. Rejecting all of it gives the article's Markdown back byte
 * for byte. A pure function of the read model: same article, same bytes.
 */
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { DocumentNode } from "../domain/article"
import { canonicalText } from "./canonical"
import { sha256 } from "./digest"
import { changesIn, type Change } from "./editorial-fixes"
import { segmentsIn, type Segment } from "./editorial-segments"
import { frontMatter } from "./front-matter"
import { findingOf, quoted, ratingOf, withoutCriticMarkup } from "./note"
import { fixLine } from "./note-words"
import type { ReaderMarkdownOptions } from "./reader-markdown"
import { shownClaims, type Shown } from "./shown-claims"
import { writeInline } from "./write-inline"
import { writeMarkdown } from "./write-markdown"
import { Pen } from "./write-pen"

/**
 * Front matter, then the body with its marks. Each claim's number stands behind every stretch of its words, its note behind
 * the last one. Fixes are work of the desk's: the public profile has none.
 */
export function editorialMarkdown(article: AnnotatedArticle, options: ReaderMarkdownOptions): string {
  const { document, text } = article.revision
  const written = writeMarkdown(document)
  const claims = shownClaims(article, options)
  const prefix = unusedPrefix(written.markdown)
  const front = frontMatter(article, {
    claims: claims.map(({ claim }) => claim),
    profile: options.profile,
    bodySha256: sha256(written.markdown),
    prefix: { kind: "mark", is: prefix },
  })
  const placed = claims.filter(({ places }) => places.length > 0)
  const changes = options.profile === "internal" ? changesIn(document, written, placed) : []
  const segments = segmentsIn(written, { blocks: canonicalText(document).blocks, text }, placed, changes)
  const unplaced = claims.filter(({ places }) => places.length === 0)
  const end = written.markdown.length - 1
  const all = [...segments, ...unplaced.map((one) => unplacedSegment(one, end))]
  return `${front}\n${marked(written.markdown, all, noteWriter(all, prefix, options))}`
}

/** What our comments begin with: `#`, or the first other one that no comment of the article does. */
function unusedPrefix(body: string): string {
  let prefix = "#"
  for (let count = 1; body.includes(`{>>${prefix}`); count += 1) prefix = count === 1 ? "stet-" : `stet-${count}-`
  return prefix
}

const unplacedSegment = (one: Shown, at: number): Segment => ({
  ...{ kind: "apart", start: at, end: at, change: null, prefix: "" },
  claims: [one],
})

function marked(markdown: string, segments: Segment[], comments: (segment: Segment) => string): string {
  const parts: string[] = []
  let done = 0
  for (const segment of segments) {
    parts.push(markdown.slice(done, segment.start), markOf(segment, markdown), comments(segment))
    done = segment.end
  }
  return parts.join("") + markdown.slice(done)
}

function markOf({ kind, start, end, change, prefix }: Segment, markdown: string): string {
  const words = markdown.slice(start, end)
  if (kind === "apart") return `\n${prefix.trimEnd()}\n${prefix}`
  if (!change) return `{==${words}==}`
  return change.after === "" ? `{--${words}--}` : `{~~${words}~>${change.after}~~}`
}

/** A segment's comments: every claim's number, and its note where its words end. */
function noteWriter(segments: Segment[], prefix: string, options: ReaderMarkdownOptions): (segment: Segment) => string {
  const last = new Map(segments.flatMap((segment) => segment.claims.map(({ claim }) => [claim.id, segment])))
  const changes = segments.flatMap(({ change }) => change ?? [])
  const changed = new Set(changes.flatMap(({ claimIds }: Change) => claimIds))
  return (segment) =>
    segment.claims
      .map((one) => {
        const note = last.get(one.claim.id) === segment ? ` ${noteOf(one, changed.has(one.claim.id), options)}` : ""
        return `{>>${prefix}${one.claim.number}${note}<<}`
      })
      .join("")
}

/** A claim's note in one line of Markdown, which holds no bar, as cells could not. */
function noteOf({ claim, anchors, places }: Shown, isChanged: boolean, options: ReaderMarkdownOptions): string {
  const language = options.language ?? "en"
  const finding = findingOf(claim, { ...options, language }).map(inlineOf)
  const quote = places.length > 0 ? "" : quoted(anchors)
  const fix = claim.fix && options.profile === "internal" ? fixLine(claim.fix, isChanged) : null
  const parts = [...(quote ? [[words(quote)]] : []), ...finding, ...(fix ? [[words(fix)]] : [])]
  const rating = ratingOf(claim, language).map(({ text = "" }) => words(text))
  const between = (before: DocumentNode[] | undefined) => words(before ? (isEnded(before) ? " " : ". ") : ": ")
  const content = [...rating, ...parts.flatMap((part, at) => [between(parts[at - 1]), ...part])]
  const pen = new Pen()
  pen.block("text", () => writeInline(pen, content, "cell"))
  return withoutCriticMarkup(pen.finish().markdown.trim())
}

/** What stands in lines of its own needs no stop at its end; before more of the same line it does. */
const isEnded = (part: DocumentNode[]) => /\p{P}\s*$/u.test(part.at(-1)?.text ?? ".")

const words = (text: string): DocumentNode => ({ type: "text", text })

/** The words of a block in one line; the items of a list are parted by semicolons. */
function inlineOf({ type, content = [] }: DocumentNode): DocumentNode[] {
  if (type === "bulletList") {
    return [...content.flatMap((item, at) => [...(at > 0 ? [words("; ")] : []), ...inlineOf(item)]), words(".")]
  }
  if (type === "listItem") return content.flatMap(inlineOf)
  return content.map((node) => (node.type === "hardBreak" ? words(" ") : node))
}
