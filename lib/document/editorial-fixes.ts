/**
 * Which proposed fixes can stand in the Markdown as changes, and of what: where the fixed document's Markdown differs from
 * the body, and nowhere else. The fixed document is really made and written, so that accepting every change gives it.
 * A fix that can't stand so is left out here, and is told of in its comment.
 */
import type { Span } from "../anchor"
import type { DocumentNode } from "../domain/article"
import { groupedBy } from "../domain/grouped"
import { canonicalText, type CanonicalBlock } from "./canonical"
import { DELIMITERS } from "./editorial-marks"
import { workableFixes, type Fix } from "./fixes"
import { regionsIn, type Region, type Side } from "./editorial-regions"
import { replaceSpans } from "./replace-spans"
import type { Shown } from "./shown-claims"
import { writeMarkdown } from "./write-markdown"
import { thingsByBlock, type Stretch, type WrittenMarkdown } from "./write-pen"

/** Words of the body that other words take the place of, for the fixes of one claim, or of several where they run together. */
export interface Change extends Stretch {
  claimIds: string[]
  after: string
}

/** The changes of a body, in the order of the text. */
export function changesIn(document: DocumentNode, written: WrittenMarkdown, claims: readonly Shown[]): Change[] {
  const { blocks } = canonicalText(document)
  let fixes = workableFixes(document, blocks, claims, (fix) => isSayable(fix, blocks, written))
  while (fixes.length > 0) {
    const { changes, failed } = attempt(document, written, fixes)
    if (failed.size === 0) return changes
    fixes = fixes.filter((fix) => !failed.has(fix))
  }
  return []
}

function isSayable(fix: Fix, blocks: readonly CanonicalBlock[], written: WrittenMarkdown): boolean {
  const { start = 0, end = 0, type = "" } = blocks[fix.block] ?? {}
  const isWhole = fix.start === start && fix.end === end
  // A bar ends a cell for readers that look for cells first.
  const hasNoBar = !(CELLS.has(type) && fix.wording.includes("|"))
  return written.blocks[fix.block]?.kind === "text" && hasNoBar && !(isWhole && fix.wording === "")
}

const CELLS = new Set(["tableCell", "tableHeader"])

interface Attempt {
  changes: Change[]
  /** Fixes that can't stand as changes. */
  failed: Set<Fix>
}

function attempt(document: DocumentNode, before: WrittenMarkdown, fixes: Fix[]): Attempt {
  const { document: fixed, spans, taken } = replaceSpans(document, fixes)
  const after = writeMarkdown(fixed)
  if (after.blocks.length !== before.blocks.length) return { changes: [], failed: new Set(fixes) }
  const failed = new Set<Fix>()
  const byBlock = groupedBy(
    fixes.map((fix, at) => ({ fix, span: spans[at] ?? null, taken: taken[at] ?? fix })),
    ({ fix }) => String(fix.block),
  )
  const of = (block: number) => byBlock.get(String(block))?.map(({ fix }) => fix) ?? []
  for (const block of unlikeAround(before, after)) {
    const near = [...of(block - 1), ...of(block)]
    for (const fix of near.length > 0 ? near : fixes) failed.add(fix)
  }
  const [was, is] = [sidesOf(before), sidesOf(after)]
  const changes = [...byBlock].flatMap(([block, inBlock]) =>
    regionsIn(was(Number(block)), is(Number(block)), startingRegions(inBlock, before, after)).flatMap((region) =>
      changeOf(region, before, after, failed),
    ),
  )
  return { changes: changes.sort((a, b) => a.start - b.start), failed }
}

/** Blocks before which the two texts differ: behind the last one there is nothing but the file's end. */
function unlikeAround(before: WrittenMarkdown, after: WrittenMarkdown): number[] {
  const gap = ({ markdown, blocks }: WrittenMarkdown, at: number) =>
    markdown.slice(blocks[at - 1]?.end ?? 0, blocks[at]?.start ?? markdown.length)
  const all = Array.from({ length: before.blocks.length + 1 }, (_, at) => at)
  return all.filter((at) => gap(before, at) !== gap(after, at))
}

/** The text of each block, by its index. */
function sidesOf(written: WrittenMarkdown): (block: number) => Side {
  const things = thingsByBlock(written)
  const { markdown, blocks } = written
  return (at) => ({ markdown, block: blocks[at] ?? { start: 0, end: 0 }, things: things[at] ?? [] })
}

type Placed = { fix: Fix; span: Span | null; taken: Span }

/** Where each fix's words are in both texts. What is taken out leaves a place between two characters. */
function startingRegions(inBlock: Placed[], before: WrittenMarkdown, after: WrittenMarkdown): Region<Fix>[] {
  let shift = 0
  return inBlock.map(({ fix, span, taken }) => {
    const old = { start: before.at(taken.start), end: before.behind(taken.end) }
    if (span) {
      shift = span.end - taken.end
      return { of: [fix], old, new: { start: after.at(span.start), end: after.behind(span.end) } }
    }
    const at = Math.max(after.behind(taken.start + shift), after.blocks[fix.block]?.start ?? 0)
    shift -= taken.end - taken.start
    return { of: [fix], old, new: { start: at, end: at } }
  })
}

function changeOf(region: Region<Fix>, before: WrittenMarkdown, after: WrittenMarkdown, failed: Set<Fix>): Change[] {
  const is = after.markdown.slice(region.new.start, region.new.end)
  const isOurs = is.search(DELIMITERS) < 0 && !holdsDelimiter(before.markdown, region.old)
  if (!isOurs) for (const fix of region.of) failed.add(fix)
  return isOurs ? [{ ...region.old, claimIds: region.of.map(({ claimId }) => claimId), after: is }] : []
}

/** Whether a stretch has a part of CriticMarkup of the article's own: none is longer than three characters. */
function holdsDelimiter(markdown: string, { start, end }: Stretch): boolean {
  const from = Math.max(0, start - 2)
  return Array.from(markdown.slice(from, end + 2).matchAll(DELIMITERS)).some(
    ({ 0: { length }, index }) => from + index < end && from + index + length > start,
  )
}
