/**
 * Whatever comes in, each reader gives a clean article or a refusal. A reader is one line of the table, and has its share of
 * the time; `STET_FUZZ_SECONDS` is the time for all.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Refusal } from "../domain/refusal"
import { decodePage } from "./decode-page"
import { readMarkdown } from "./read-markdown"
import { readPageHere } from "./read-page-here"
import type { Imported } from "./read-result"
import { readText } from "./read-text"
import { readWordHere } from "./read-word-here"
import { keptLink } from "./addresses"
import { parseDocument } from "./schema"
import { mutated } from "./testing/mutations"
import { ACTIVE, BLOG, DOCS_PASTE, NEWS, WORD_PASTE } from "./testing/pages"
import { manuscript } from "./word/testing/manuscript"
import { mutatedWord } from "./word/testing/mutations"
import { writeMarkdown } from "./write-markdown"

const SECONDS = Number(process.env.STET_FUZZ_SECONDS ?? 60)

/** Larger pages take longer to read than they find. */
const LARGEST_SEED = 60_000

interface Reader {
  name: string
  check: fc.IAsyncPropertyWithHooks<[unknown]>
}

function reader<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  read: (input: Input) => Imported | Promise<Imported>,
): Reader {
  return { name, check: fc.asyncProperty(inputs, async (input) => expectClean(() => read(input))) as Reader["check"] }
}

const pages = [NEWS, BLOG, ACTIVE, ...sharedPages()]
const pastes = [WORD_PASTE, DOCS_PASTE, ACTIVE]
const markdown = [NEWS, BLOG].map(
  (html) => writeMarkdown(readPageHere({ html, given: {}, how: "page" }).document).markdown,
)
const given = { sourceUrl: "https://gazette.example/news/1" }

const READERS: Reader[] = [
  reader("page", mutated(pages), (html) => readPageHere({ html, given, how: "page" })),
  reader("paste", mutated(pastes), (html) => readPageHere({ html, given, how: "paste" })),
  reader("markdown", mutated([...markdown, NEWS]), (text) => readMarkdown(text, {})),
  reader("text", mutated([...markdown, NEWS]), (text) => readText(text, {})),
  reader("Word file", mutatedWord([await manuscript()]), (bytes) =>
    readWordHere({ bytes, given: {}, accepted: "all" }),
  ),
]

test.each(READERS)(
  "any $name is a clean article or a refusal",
  { timeout: 10 * SECONDS * 1_000 },
  async ({ check }) => {
    const share = (SECONDS * 1_000) / READERS.length
    await fc.assert(check, { interruptAfterTimeLimit: share, numRuns: 1_000_000 })
  },
)

/** Refused, or stored as it is: a valid document that changes no more, with nothing in it that a browser would run. */
async function expectClean(read: () => Imported | Promise<Imported>): Promise<void> {
  try {
    const { document } = await read()
    expect(parseDocument(document)).toEqual(document)
    JSON.stringify(document, (key, value: unknown) => {
      if (key === "href" || key === "src") expect(keptLink(value)).toBe(value)
      return value
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.code).toBe("invalid")
  }
}

/** Real pages, where they are at hand. */
function sharedPages(): string[] {
  const folder = fileURLToPath(new URL("../../../shared/fixtures/extraction-dev/html/", import.meta.url))
  if (!existsSync(folder)) return []
  const all = readdirSync(folder).map((name) => decodePage(gunzipSync(readFileSync(folder + name)), null))
  return all.filter(({ length }) => length <= LARGEST_SEED)
}
