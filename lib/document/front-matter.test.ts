import * as fc from "fast-check"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { frontMatter, ownFrontMatter, type Heading } from "./front-matter"
import { articleOf } from "./testing/annotated"

const bare = articleOf({ type: "doc", content: [{ type: "title", content: [{ type: "text", text: "T" }] }] }, [])
const heading: Heading = { claims: [], profile: "public", bodySha256: "6f1c", prefix: { kind: "note", is: "claim-" } }

test("any title is the same title to a reader of YAML", () => {
  const lines = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.constantFrom("---", "no", "1984", "a: b"),
  )
  fc.assert(
    fc.property(lines, lines, (title, publisher) => {
      const written = frontMatter({ ...bare, title, publisher }, heading)
      const values = parse(written.slice(4, -4)) as Record<string, unknown>
      expect([values.title ?? "", values.publisher ?? ""]).toEqual([title, publisher])
      expect(ownFrontMatter(`${written}\nbody`)).toEqual({ prefix: heading.prefix, bodyAt: written.length + 1 })
    }),
  )
})

test("what does not exist is left out", () => {
  const none = { publisher: null, publishedOn: null, sourceUrl: null, signedOffAt: null, standing: "ready" } as const
  expect(frontMatter({ ...bare, ...none }, heading)).toBe(
    `---\ntitle: "T"\nlanguage: "en"\nkind: factcheck\nrevision: 2\nbody_sha256: "6f1c"\nnote_prefix: "claim-"\nprofile: public\n` +
      `standing: "ready"\nclaims: {approved: 0}\n---\n`,
  )
})

test("what went out with open items says so, and to the desk how many they are", () => {
  const counts = { ...bare.counts, total: 4, approved: 1 }
  const released = { ...bare, counts, standing: "released" } as const
  expect(frontMatter(released, { ...heading, profile: "internal" })).toContain(`standing: "released, 3 open"\n`)
  expect(frontMatter(released, heading)).toContain(`standing: "released"\n`)
})

test("front matter of other files is not ours", () => {
  for (const text of [
    "",
    "---\n",
    "---\ntitle: x\n---\n\nbody",
    '---\nnote_prefix: "a"\n---\n\nbody',
    "# T\n\n---\n\na",
  ])
    expect(ownFrontMatter(text)).toBeNull()
})
