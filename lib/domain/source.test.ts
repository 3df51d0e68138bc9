/** One address for one page, and what is kept of a source that is edited. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonicalAddress, EditSource, FindSources, SourceInput, takenOver } from "./source"

describe("a canonical address", () => {
  test.each([
    ["HTTPS://Example.ORG/Path", "https://example.org/Path"],
    ["https://example.org", "https://example.org/"],
    ["https://example.org:443/a", "https://example.org/a"],
    ["http://example.org:80/a", "http://example.org/a"],
    ["http://example.org:8080/a", "http://example.org:8080/a"],
    ["https://example.org./a", "https://example.org/a"],
    ["https://example.org/a#top", "https://example.org/a"],
    ["https://example.org/a#:~:text=words", "https://example.org/a"],
    ["https://ann:secret@example.org/a", "https://example.org/a"],
    ["https://example.org/a?utm_source=x&utm_campaign=y", "https://example.org/a"],
    ["https://example.org/a?id=3&fbclid=x&page=2", "https://example.org/a?id=3&page=2"],
    ["https://example.org/a?UTM_Source=x&id=3", "https://example.org/a?id=3"],
    ["https://example.org/a?", "https://example.org/a"],
    ["https://example.org/a?&&", "https://example.org/a"],
    ["https://example.org/a/../b", "https://example.org/b"],
    ["https://exämple.org/", "https://xn--exmple-cua.org/"],
  ])("of %s is %s", (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical)
  })

  test("keeps the order and the spelling of what the page is asked for", () => {
    expect(canonicalAddress("https://example.org/?b=c%20d&a=1")).toBe("https://example.org/?b=c%20d&a=1")
    // The same with and without a tracking parameter, or one page would have two addresses.
    expect(canonicalAddress("https://example.org/?b=c%20d&a=1&utm_source=x")).toBe("https://example.org/?b=c%20d&a=1")
    expect(canonicalAddress("https://example.org/?source=utm_source")).toBe("https://example.org/?source=utm_source")
  })

  test("is its own canonical address, whatever follows links around", () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true })
    fc.assert(
      fc.property(address, fc.constantFrom("utm_source", "fbclid", "gclid"), (url, tracker) => {
        const canonical = canonicalAddress(url)
        expect(canonicalAddress(canonical)).toBe(canonical)
        const tracked = new URL(url)
        tracked.search += `${tracked.search ? "&" : "?"}${tracker}=1`
        expect(canonicalAddress(tracked.href)).toBe(canonical)
      }),
      // Addresses are dear to make up.
      { numRuns: 40 },
    )
  })
})

const ID = "01890a5d-ac96-774b-bcce-b302099a8057"

describe("what is typed of a source", () => {
  test("is open, secondary and of another kind unless it says otherwise", () => {
    expect(SourceInput.parse({ title: " Readout " })).toEqual({
      kind: "other",
      title: "Readout",
      primary: false,
      confidential: false,
      readers: [],
      neverRefetch: false,
    })
  })

  test("leaves as it is, in an edit, what is not given: a confidential source is not opened by a new title", () => {
    expect(EditSource.parse({ sourceId: ID, source: { title: "Readout" } })).toEqual({
      sourceId: ID,
      source: { title: "Readout" },
    })
  })

  test("has an address of the web, or none", () => {
    const accepted = (url: string | null) => SourceInput.safeParse({ title: "Readout", url }).success
    expect(accepted(null)).toBe(true)
    expect(accepted("https://example.org/")).toBe(true)
    for (const url of ["ftp://example.org/", "javascript:alert(1)", "file:///etc/passwd", "example.org", ""]) {
      expect(accepted(url)).toBe(false)
    }
  })
})

test("a search of the ledger goes on from an id", () => {
  expect(FindSources.parse({})).toEqual({ query: "", limit: 50 })
  expect(FindSources.safeParse({ cursor: "elsewhere" }).success).toBe(false)
  expect(FindSources.safeParse({ limit: 201 }).success).toBe(false)
})

describe("of two sources that are one", () => {
  const bare = { author: null, publisher: null, publishedOn: null, url: null, independenceGroup: null }
  const known = { ...bare, fileId: null, fileName: null, neverRefetch: false }

  test("the one that is kept takes what it lacks, a file with its name", () => {
    const other = {
      ...known,
      author: "Ann",
      publisher: "The office",
      fileId: ID,
      fileName: "a.pdf",
      neverRefetch: true,
    }
    const { publisher, ...taken } = { ...other }
    const kept = { ...known, publisher: `${publisher} of statistics` }
    expect(takenOver(kept, other)).toEqual({ author: taken.author, fileId: ID, fileName: "a.pdf", neverRefetch: true })
    expect(takenOver(other, kept)).toEqual({})
  })
})
