import { expect, test } from "vitest"
import { filledIn, referenceOf } from "./reference"
import { freshFrom } from "./typed-source"

test.each([
  ["https://doi.org/10.1000/x", "doi"],
  ["doi:10.1000/x", "doi"],
  ["10.1000/x", "doi"],
  ["ISBN 978-3-16-148410-0", "isbn"],
  ["080442957X", "isbn"],
  ["https://paper.example/a", "address"],
  ["Taxes fell by nine percent", undefined],
])("%s looks like %s", (pasted, kind) => expect(referenceOf(freshFrom(pasted))?.kind).toBe(kind))

const citation = {
  ...{ title: "Bridges", author: "Ann Lee", publisher: "Gazette", publishedOn: "2024-03-09" },
  ...{ url: "https://doi.org/10.1000/x", kind: "study" as const },
}

test("what was typed stays, what is open is filled in", () => {
  const typed = { ...freshFrom("doi:10.1000/x"), publisher: "My own" }
  expect(filledIn(typed, "doi:10.1000/x", citation)).toMatchObject({ ...citation, publisher: "My own" })
  const kept = filledIn({ ...typed, title: "Mine", kind: "media" }, "doi:10.1000/x", { ...citation, author: null })
  expect(kept).toMatchObject({ title: "Mine", kind: "media", author: "" })
})

test("an ISBN is no address", () => {
  const typed = { ...freshFrom(""), url: "978-3-16-148410-0" }
  expect(filledIn(typed, typed.url, { ...citation, url: null })).toMatchObject({ url: "", title: "Bridges" })
})
