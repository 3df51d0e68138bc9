import { expect, test } from "vitest"
import type { SourceView } from "@/lib/domain/source"
import { differences, editFrom, freshSource, typedFrom, typedOver } from "./typed-ledger-source"

const source: SourceView = {
  ...{ id: "s", kind: "dataset", title: "Loans by year", author: null, publisher: "The library", publishedOn: null },
  ...{
    url: null,
    file: null,
    primary: true,
    independenceGroup: null,
    confidential: false,
    neverRefetch: false,
    version: 3,
  },
}
const base = typedFrom(source, [])
const closed = typedFrom({ ...source, confidential: true }, ["b", "a"])

test("an edit holds what was changed and nothing else", () => {
  expect(editFrom(base, base)).toEqual({})
  expect(editFrom({ ...base, title: "Loans by month ", author: " " }, base)).toEqual({ title: "Loans by month" })
  expect(editFrom({ ...base, publisher: "" }, base)).toEqual({ publisher: null })
})

test("who reads it goes along only where that is changed, in whatever order, or where it is closed or opened", () => {
  expect(editFrom({ ...closed, readers: ["a", "b"] }, closed)).toEqual({})
  expect(editFrom({ ...closed, readers: ["a"] }, closed)).toEqual({ readers: ["a"] })
  expect(editFrom({ ...base, confidential: "yes", readers: ["a"] }, base)).toEqual({
    confidential: true,
    readers: ["a"],
  })
  expect(editFrom({ ...base, confidential: "yes" }, base)).toEqual({ confidential: true, readers: [] })
  expect(editFrom({ ...closed, confidential: "no" }, closed)).toEqual({ confidential: false, readers: [] })
})

test("what both changed collides; what they changed alone is only told", () => {
  const there = { ...base, title: "Loans, 2019 to 2023", publisher: "The county" }
  const mine = { ...base, title: "Loans by month", author: "Ann" }
  expect(differences(mine, base, there)).toEqual([
    { name: "title", there, mine },
    { name: "publisher", there, mine: null },
  ])
})

test("both changing it to the same is no collision", () => {
  const both = { ...base, title: "Loans by month" }
  expect(differences(both, base, both)).toEqual([{ name: "title", there: both, mine: null }])
})

test("what was typed lies over what is there now, and sends only itself", () => {
  const there = { ...base, title: "Loans, 2019 to 2023", publisher: "The county" }
  const over = typedOver(there, { ...base, title: "Loans by month" }, base)
  expect(over).toEqual({ ...base, title: "Loans by month", publisher: "The county" })
  expect(editFrom(over, there)).toEqual({ title: "Loans by month" })
})

test("who reads it is there now like everything else: told, kept where it was left alone, in no order", () => {
  const there = { ...closed, readers: ["a", "b", "c"] }
  const mine = { ...closed, title: "Loans by month", readers: ["b", "a"] }
  expect(differences(mine, closed, there)).toEqual([{ name: "readers", there, mine: null }])
  expect(editFrom(typedOver(there, mine, closed), there)).toEqual({ title: "Loans by month" })
  const fewer = { ...closed, readers: ["a"] }
  expect(differences(fewer, closed, there)).toEqual([{ name: "readers", there, mine: fewer }])
  expect(editFrom(typedOver(there, fewer, closed), there)).toEqual({ readers: ["a"] })
})

test("a fresh one has nothing to say", () => {
  expect(editFrom(freshSource, freshSource)).toEqual({})
})
