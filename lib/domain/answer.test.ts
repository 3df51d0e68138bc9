import { expect, test } from "vitest"
import { byField } from "./answer"

test.each([
  ["title", "title"],
  ["readers.0", "readers"],
  ["fields.authors.0.name", "authors"],
  ["fields.sourceUrl", "sourceUrl"],
  ["source.url", "url"],
  ["source.readers.3", "readers"],
  ["evidence.excerpt", "excerpt"],
  ["verdict.conclusion", "conclusion"],
  ["source", "source"],
])("what is wrong at %s is said at %s", (path, field) => {
  expect(byField({ [path]: "No." })).toEqual({ [field]: "No." })
})
