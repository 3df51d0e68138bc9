import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isBoundary } from "../anchor/graphemes"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { canonicalText } from "./canonical"
import { changesIn } from "./editorial-fixes"
import { editorialMarkdown } from "./editorial-markdown"
import { acceptMarks, DELIMITERS, ownMarks } from "./editorial-marks"
import { ownFrontMatter } from "./front-matter"
import { cleanLine } from "./normalise"
import { readMarkdown } from "./read-markdown"
import { replaceSpans } from "./replace-spans"
import { shownClaims, type Shown } from "./shown-claims"
import { strip } from "./strip"
import { articleOf, claimOn, fixOf, ratingOf } from "./testing/annotated"
import { annotatedArticle, withFixes } from "./testing/annotated-arbitraries"
import { writeMarkdown } from "./write-markdown"

const internal = { profile: "internal", publishNames: false } as const
const open = { profile: "public", publishNames: false } as const

/** An exported file, taken apart by Stet's own reader. */
function read(exported: string) {
  const front = ownFrontMatter(exported)
  if (!front) throw new Error("no front matter of ours")
  const body = exported.slice(front.bodyAt)
  return { body, prefix: front.prefix.is, marks: ownMarks(body, front.prefix.is) }
}

/** What an article's claims and fixes are in its Markdown. */
function known(article: AnnotatedArticle) {
  const { document, text } = article.revision
  const written = writeMarkdown(document)
  const placed = shownClaims(article, internal).filter(({ places }) => places.length > 0)
  const changed = new Set(changesIn(document, written, placed).flatMap(({ claimIds }) => claimIds))
  return { document, text, written, placed, changed, blocks: canonicalText(document).blocks }
}

const hostile = withFixes(annotatedArticle())

describe("laws", () => {
  test.each(["public", "internal"] as const)("rejecting all of a %s export gives the body byte for byte", (profile) => {
    fc.assert(
      fc.property(hostile, (article) => {
        const exported = editorialMarkdown(article, { profile, publishNames: true })
        const body = writeMarkdown(article.revision.document).markdown
        expect({ body: strip(exported), exported }).toEqual({ body, exported })
      }),
      { numRuns: 100 },
    )
  })

  test("accepting every change gives the fixed body", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const { document, placed, changed } = known(article)
        const replacements = placed.flatMap(({ claim, places: [place] }) =>
          changed.has(claim.id) && claim.fix && place ? [{ ...place, wording: claim.fix.wording }] : [],
        )
        const fixed = writeMarkdown(replaceSpans(document, replacements).document).markdown
        const exported = editorialMarkdown(article, internal)
        const { body, prefix } = read(exported)
        expect({ body: acceptMarks(body, prefix), exported }).toEqual({ body: fixed, exported })
      }),
      { numRuns: 100 },
    )
  })

  test("a fix within one block of text stands as a change", () => {
    const [possible, standing] = [{ count: 0 }, { count: 0 }]
    fc.assert(
      fc.property(hostile, (article) => {
        const all = known(article)
        for (const one of all.placed.filter((claim) => canStand(claim, all))) {
          possible.count += 1
          if (all.changed.has(one.claim.id)) standing.count += 1
        }
      }),
      { numRuns: 150, seed: 7 },
    )
    // Where words of two constructs run together, now and then nothing but a comment is left.
    expect(standing.count).toBeGreaterThan(possible.count * 0.95)
    expect(possible.count).toBeGreaterThan(15)
  })

  test("no mark crosses a block, holds a part of a construct, or cuts a grapheme", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const { written } = known(article)
        const { marks } = read(editorialMarkdown(article, internal))
        let added = 0
        for (const { kind, start, end, before } of marks) {
          const mark = { start: start - added, end: start - added + before.length }
          added += end - start - before.length
          if (kind === "apart") continue
          expect(written.markdown.slice(mark.start, mark.end)).toBe(before)
          expect([isBoundary(written.markdown, mark.start), isBoundary(written.markdown, mark.end)]).toEqual([
            true,
            true,
          ])
          expect(written.blocks.some((block) => block.start <= mark.start && mark.end <= block.end)).toBe(true)
          for (const { kind: construct, inner, ...thing } of written.things) {
            const isWithin = construct === "open" && inner.start <= mark.start && mark.end <= inner.end
            const isApart = mark.end <= thing.start || thing.end <= mark.start
            const isAround = mark.start <= thing.start && thing.end <= mark.end
            expect({ before, is: isWithin || isApart || isAround }).toEqual({ before, is: true })
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test("every claim has its number at each of its words, and its note once", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const exported = editorialMarkdown(article, internal)
        const { body, prefix, marks } = read(exported)
        for (const { claim } of shownClaims(article, internal)) {
          expect(marks.some(({ claims }) => claims.includes(claim.number))).toBe(true)
          expect(body.split(`{>>${prefix}${claim.number} `)).toHaveLength(2)
        }
      }),
      { numRuns: 60 },
    )
  })

  test("the same article gives the same bytes, whatever order its claims come in", () => {
    fc.assert(
      fc.property(hostile, (article) => {
        const reversed = { ...structuredClone(article), claims: article.claims.toReversed() }
        expect(editorialMarkdown(reversed, internal)).toBe(editorialMarkdown(article, internal))
      }),
      { numRuns: 30 },
    )
  })
})

/** Whether nothing that the format names stands against a fix: code, several blocks, overlaps, bars, CriticMarkup. */
function canStand({ claim: { id, fix }, anchors, places: [place] }: Shown, all: ReturnType<typeof known>): boolean {
  if (!fix || !place || anchors.length > 1) return false
  const at = all.blocks.findLastIndex(({ start }) => start <= place.start)
  const [block, written] = [all.blocks[at], all.written.blocks[at]]
  if (!block || written?.kind !== "text") return false
  const meets = ({ claim, places }: Shown) =>
    claim.id !== id && claim.fix && places.some(({ start, end }) => start < place.end && place.start < end)
  const hindrances = [
    place.end > block.end || block.type === "figure",
    fix.wording === "" && place.end - place.start === block.end - block.start,
    all.written.markdown.slice(written.start, written.end).search(DELIMITERS) >= 0,
    fix.wording.search(DELIMITERS) >= 0 || cleanLine(fix.wording) !== fix.wording,
    block.type.startsWith("table") && fix.wording.includes("|"),
    all.placed.some(meets),
  ]
  return !hindrances.includes(true)
}

/** The marked body of an article with a claim on each passage, and other wording for it where there is any. */
function bodyOf(
  markdown: string,
  passages: [words: string, fix?: string][],
  options: { profile: "internal" | "public" } = internal,
) {
  const { document } = readMarkdown(markdown, {})
  const claims = passages.map(([words, fix], at) => ({
    ...claimOn(document, words, at + 1),
    fix: fix === undefined ? null : fixOf(at + 1, fix),
  }))
  return read(editorialMarkdown(articleOf(document, claims), { ...options, publishNames: false })).body
}

describe("the shape of the file", () => {
  test("overlapping claims are cut at every boundary, notes stand where their words end", () => {
    expect(bodyOf("# T\n\nOne two three four.", [["two three"], ["One two"], ["four"]])).toBe(
      "# T\n\n{==One ==}{>>#2<<}{==two==}{>>#2 Open<<}{>>#1<<}{== three==}{>>#1 Open<<} {==four==}{>>#3 Open<<}.\n",
    )
  })

  test("fixes are changes, words to be taken out are cut with their space", () => {
    expect(
      bodyOf("# T\n\nThe **old mayor** fell in May.", [
        ["old mayor", "new mayor"],
        ["in May", ""],
      ]),
    ).toBe("# T\n\nThe **{~~old mayor~>new mayor~~}{>>#1 Open<<}** fell{-- in May--}{>>#2 Open<<}.\n")
  })

  test("where fixes overlap, and in code, they are comments", () => {
    expect(
      bodyOf("# T\n\nOne two three.", [
        ["One two", "1 2"],
        ["two three", "2 3"],
      ]),
    ).toBe(
      '# T\n\n{==One ==}{>>#1<<}{==two==}{>>#1 Open: Proposed: "1 2".<<}{>>#2<<}{== three==}{>>#2 Open: Proposed: "2 3".<<}.\n',
    )
    expect(bodyOf("# T\n\n> ```\n> x = 1\n> ```\n\nEnd.", [["x = 1", "x = 2"]])).toBe(
      '# T\n\n> ```\n> x = 1\n> ```\n>\n> {>>#1 Open: Proposed: "x = 2".<<}\n\nEnd.\n',
    )
  })

  test("a cell's note holds no bar, and a fix with one is a comment", () => {
    const table = "# T\n\n| a | b |\n| --- | --- |\n| old | 2 |"
    expect(bodyOf(table, [["old", "new"]])).toContain("| {~~old~>new~~}{>>#1 Open<<} | 2 |")
    expect(bodyOf(table, [["old", "n|w"]])).toContain('| {==old==}{>>#1 Open: Proposed: "n\\|w".<<} | 2 |')
  })

  test("the article's own marks stay, and ours are told from them", () => {
    const own = "# T\n\nSee {==this==}{>>#1 mine<<} and {>>stet-1 that<<}."
    const { document } = readMarkdown(own, {})
    const exported = editorialMarkdown(
      articleOf(document, [claimOn(document, "this", 1), claimOn(document, "See", 2)]),
      internal,
    )
    expect(exported).toContain('mark_prefix: "stet-2-"')
    expect(exported).toContain("{==See==}{>>stet-2-2 Open<<} {=={==this==}{>>stet-2-1 Open<<}==}{>>#1 mine<<}")
    expect(strip(exported)).toBe(writeMarkdown(document).markdown)
  })

  test("claims without a place come last, with their words; in public nothing of them, and no fix", () => {
    const { document } = readMarkdown("# T\n\nWords here.", {})
    const lost = claimOn(document, "Words", 1)
    lost.anchors = lost.anchors.map((anchor) => ({ ...anchor, placement: "stale" }))
    const fixed = { ...claimOn(document, "here", 2), fix: fixOf(2, "there", "It moved.") }
    const article = articleOf(document, [lost, fixed])
    expect(read(editorialMarkdown(article, internal)).body).toBe(
      '# T\n\nWords {~~here~>there~~}{>>#2 Open: Why: It moved.<<}.\n\n{>>#1 Open: "Words"<<}\n',
    )
    expect(read(editorialMarkdown(article, open)).body).toBe("# T\n\nWords here.\n")
  })
})

test("another reader of CriticMarkup finds the body and the fixed body too", () => {
  const exported = bodyOf("# T\n\nThe _old_ mayor **fell** in May, it says.", [
    ["old mayor", "new mayor"],
    ["in May", ""],
    ["it says"],
  ])
  const others = (accept: boolean) =>
    exported
      .replace(/\{>>.*?<<\}/gs, "")
      .replace(/\{==(.*?)==\}/gs, "$1")
      .replace(/\{~~(.*?)~>(.*?)~~\}/gs, accept ? "$2" : "$1")
      .replace(/\{--(.*?)--\}/gs, accept ? "" : "$1")
  expect(others(false)).toBe("# T\n\nThe _old_ mayor **fell** in May, it says.\n")
  expect(others(true)).toBe("# T\n\nThe _new_ mayor **fell**, it says.\n")
})

test("what stands in lines of its own elsewhere is parted by stops in a comment", () => {
  const { document } = readMarkdown("# T\n\nIt fell.", {})
  const verdict = {
    ...ratingOf("true"),
    conclusion: "It did",
    explanation: "By a third!",
    workingNote: "rang the clerk",
  }
  const claim = claimOn(document, "fell", 1, { state: "approved", verdict: { ...verdict, of: ratingOf("true") } })
  const { body } = read(editorialMarkdown(articleOf(document, [claim]), internal))
  expect(body).toContain("It did. By a third! Working note: rang the clerk. Checked by Checker")
})
