/** What a pasted text names, and what catalogues say of it. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkDigit, citationOfBook, citationOfWork, oldCheckDigit, referenceIn } from "./citation"

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const digits = (length: number) => fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(""))
const isbn13 = fc
  .tuple(fc.constantFrom("978", "979"), digits(9))
  .map(([prefix, rest]) => `${prefix}${rest}${checkDigit(`${prefix}${rest}`)}`)

/** With signs between its digits, as books print it. */
const printed = (isbn: string, gap: string) => isbn.split("").join(gap)

describe("a pasted text", () => {
  const DOI = "10.1371/journal.pone.0000308"
  test.each([
    [DOI, DOI],
    [`doi:${DOI}`, DOI],
    [`DOI: ${DOI.toUpperCase()}`, DOI],
    [`https://doi.org/${DOI}`, DOI],
    [`http://dx.doi.org/${DOI}?utm_source=x`, DOI],
    [`doi.org/${DOI}.`, DOI],
    ["https://doi.org/10.1002%2F(SICI)1097-0258", "10.1002/(sici)1097-0258"],
    ["10.1016/S0140-6736(05)17709-5", "10.1016/s0140-6736(05)17709-5"],
    ["10.1000/a(b)", "10.1000/a(b)"],
    ["10.1000/ab),", "10.1000/ab"],
  ])("%s is a DOI", (pasted, doi) => expect(referenceIn(pasted)).toEqual({ kind: "doi", doi }))

  test.each([
    ["978-3-16-148410-0", "9783161484100"],
    ["ISBN 978 3 16 148410 0", "9783161484100"],
    ["ISBN-13: 9783161484100", "9783161484100"],
    ["0-306-40615-2", "9780306406157"],
    ["080442957X", "9780804429573"],
    ["ISBN-10 0-8044-2957-x", "9780804429573"],
    ["979–10–90636–07–1", "9791090636071"],
  ])("%s is an ISBN", (pasted, isbn) => expect(referenceIn(pasted)).toEqual({ kind: "isbn", isbn }))

  test.each(["978-3-16-148410-1", "0-306-40615-3", "1234567890", "10.12/x", "10.1000/", "nine percent", "", "doi:"])(
    "%j is neither",
    (pasted) => expect(referenceIn(pasted)).toBeNull(),
  )

  test("with a scheme of the web is an address", () => {
    const url = "https://example.org/10.1371/journal"
    expect(referenceIn(` ${url} `)).toEqual({ kind: "address", url })
    expect(referenceIn("javascript:alert(1)")).toBeNull()
  })

  test("is the same ISBN however its digits are set apart", () => {
    fc.assert(
      fc.property(isbn13, fc.constantFrom("", "-", " ", "–"), (isbn, gap) => {
        expect(referenceIn(printed(isbn, gap))).toEqual({ kind: "isbn", isbn })
      }),
    )
  })

  test("with one digit wrong, or two neighbours of ten exchanged, is no ISBN", () => {
    fc.assert(
      fc.property(isbn13, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (isbn, at, by) => {
        const wrong = `${isbn.slice(0, at)}${(Number(isbn[at]) + by) % 10}${isbn.slice(at + 1)}`
        expect(referenceIn(wrong)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 7 }), (nine, at) => {
        fc.pre(nine[at] !== nine[at + 1])
        const isbn = `${nine}${oldCheckDigit(nine)}`
        const turned = `${isbn.slice(0, at)}${isbn[at + 1]}${isbn[at]}${isbn.slice(at + 2)}`
        expect(referenceIn(turned)?.kind).not.toBe("isbn")
      }),
    )
  })

  test("of ten digits names the same book as its thirteen", () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const thirteen = `978${nine}${checkDigit(`978${nine}`)}`
        expect(referenceIn(`${nine}${oldCheckDigit(nine)}`)).toEqual(referenceIn(thirteen))
      }),
    )
  })

  test("is recognised or not, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `https://doi.org/10.1000/${rest}`),
        ),
        (pasted) => {
          expect(["doi", "isbn", "address", undefined]).toContain(referenceIn(pasted)?.kind)
        },
      ),
    )
  })
})

describe("a catalogue's answer", () => {
  const work = {
    title: ["Effects of <i>E. coli</i> &amp; others"],
    subtitle: ["A trial"],
    author: [{ given: "Ann", family: "Lee" }, { name: "The Group" }, { family: "Roe" }],
    "container-title": ["The Journal"],
    publisher: "The House",
    type: "journal-article",
    published: { "date-parts": [[2024, 3, 9]] },
  }

  test("on a DOI fills in what a reader would look for", () => {
    expect(citationOfWork({ message: work }, "10.1000/a<b")).toEqual({
      title: "Effects of E. coli & others: A trial",
      author: "Ann Lee, The Group, Roe",
      publisher: "The Journal",
      publishedOn: "2024-03-09",
      url: "https://doi.org/10.1000/a%3Cb",
      kind: "study",
    })
  })

  test("that knows a year alone, or nothing, leaves the rest open", () => {
    const bare = { message: { type: "dataset", publisher: "The House", issued: { "date-parts": [[2024]] } } }
    expect(citationOfWork(bare, "10.1000/a")).toMatchObject({
      ...{ title: null, author: null, publisher: "The House", publishedOn: null, kind: "dataset" },
    })
    for (const odd of [null, "x", {}, { message: 3 }, []]) expect(citationOfWork(odd, "10.1000/a")).toBeNull()
  })

  test("on an ISBN fills in the book", () => {
    const isbn = "9783161484100"
    const book = {
      ...{ title: "Taxes", subtitle: "A history", authors: [{ name: "Ann Lee" }, { name: "Bo Roe" }] },
      ...{ publishers: [{ name: "The House" }], publish_date: "March 2004", url: "https://openlibrary.org/x" },
    }
    expect(citationOfBook({ [`ISBN:${isbn}`]: book }, isbn)).toEqual({
      ...{ title: "Taxes: A history", author: "Ann Lee, Bo Roe", publisher: "The House" },
      ...{ publishedOn: null, url: null, kind: "document" },
    })
    for (const odd of [{}, null, [], { [`ISBN:${isbn}`]: {} }]) expect(citationOfBook(odd, isbn)).toBeNull()
  })
})
