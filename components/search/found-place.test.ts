import { expect, test } from "vitest"
import type { FoundText } from "@/lib/domain/full-text"
import { pathTo, titleOf } from "./found-place"

const article = { id: "a", title: "A call", language: "en" }
const claim = { number: 3, job: "theirs", article } as const
const source = { id: "s", title: "Readout" }

test("everything that is found leads to where it stands, and has a name", () => {
  const found = { id: "x", pieces: [] }
  const each: [FoundText, string, string][] = [
    [
      { ...found, kind: "article", article, publisher: null, publishedOn: null, archived: false },
      "/articles/a",
      "A call",
    ],
    [
      { ...found, kind: "claim", claim, words: "It was so.", state: "open", rating: null },
      "/articles/a?claim=3",
      "It was so.",
    ],
    [{ ...found, kind: "evidence", claim, source, stance: "context", locator: null }, "/articles/a?claim=3", "Readout"],
    [{ ...found, kind: "source", source: { ...source, kind: "other" }, publisher: null }, "/sources/s", "Readout"],
    [{ ...found, kind: "file", source }, "/sources/s/read?file=x", "Readout"],
    [
      { ...found, kind: "comment", comment: "note", article, claim: null, by: "Ann" },
      "/articles/a?comment=x",
      "A call",
    ],
    [{ ...found, kind: "comment", comment: "query", article, claim: 3, by: "Ann" }, "/articles/a?comment=x", "A call"],
  ]
  for (const [one, path, title] of each) expect([pathTo(one), titleOf(one)], one.kind).toEqual([path, title])
})
