/** Check final: a text that is about to go out, beside the words that were checked. Nothing is written. */
import { describe, expect } from "vitest"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { Actor } from "../domain/workspace"
import { readArticle } from "./articles"
import { checkFinal } from "./final-checks"
import type { OtherText } from "./in-place"
import { reopen } from "./reopenings"
import { reviseArticle } from "./revising"
import { signOffArticle } from "./sign-offs"
import { everything, refused, test, type Desk } from "./testing/desk"

const encoder = new TextEncoder()

const [BRIDGE, TAXES, MAYOR, HARBOUR] = [
  "The bridge opened in 1931 after nine years.",
  "Taxes fell by nine percent in the spring.",
  "Our mayor resigned on a rainy Tuesday.",
  "Ships from Lisbon brought oranges to the harbour.",
]
const TITLE = "Mayor resigned in the rain"
const paragraphs = (...all: string[]) => all.join("\n\n")

const pasted = (text: string) => ({ bytes: encoder.encode(text), format: "text", origin: "paste", given: {} }) as const

function checked(actor: Actor, { id: articleId }: AnnotatedArticle, text: string, rest: Partial<OtherText> = {}) {
  return checkFinal(actor, { articleId, ...pasted(text), head: "read", ...rest })
}

/** An article with a checked fact in each sentence, and one that is not checked. */
async function town(desk: Desk) {
  const article = await desk.article({ title: TITLE, text: paragraphs(BRIDGE, TAXES, MAYOR, HARBOUR) })
  for (const words of ["opened in 1931", "nine percent in the spring", "resigned on a rainy Tuesday", "oranges"])
    await desk.approvedClaim({ article, words })
  await desk.claim({ article, words: "Lisbon" })
  return article
}

describe("a text is what was checked", () => {
  test("whatever its typography, and nothing is written", async ({ desk }) => {
    const article = await desk.article({ title: TITLE, text: paragraphs(`He said: "${BRIDGE}"`, TAXES) })
    await desk.approvedClaim({ article, words: "opened in 1931" })
    const before = await everything()
    const text = paragraphs(TITLE, `He  said: “${BRIDGE}”`, TAXES.replace("nine percent", "nine\u00a0percent"))
    expect(await checked(desk.viewer, article, text)).toMatchObject({
      revision: { number: 1, signedOff: "not yet" },
      words: { removed: 0, added: 0, differing: 0 },
      facts: 1,
      touched: [],
      headline: "unchanged",
    })
    expect(await everything()).toBe(before)
  })

  test("or not: which facts are touched, and how", async ({ desk }) => {
    const article = await town(desk)
    const text = paragraphs(
      "Mayor resigned in the snow",
      BRIDGE,
      TAXES.replace("nine percent", "twelve percent"),
      HARBOUR.replace("Ships from Lisbon", "Nobody says that ships from Lisbon"),
    )
    const final = await checked(desk.checker, article, text)
    expect(final).toMatchObject({ facts: 4, headline: "unchecked" })
    expect(final.touched).toMatchObject([
      {
        number: 2,
        touch: "changed",
        before: "nine percent in the spring",
        now: expect.stringContaining("percent in the spring"),
      },
      { number: 3, touch: "gone", before: "resigned on a rainy Tuesday", now: null },
      {
        number: 4,
        touch: "context",
        before: HARBOUR,
        now: "Nobody says that ships from Lisbon brought oranges to the harbour.",
      },
    ])
    expect(final.words.differing).toBeGreaterThan(8)
  })
})

describe("the headline", () => {
  test("is missing where the text has none, which is then no difference", async ({ desk }) => {
    const article = await town(desk)
    const body = paragraphs(BRIDGE, TAXES, MAYOR, HARBOUR)
    const whole = { headline: "missing", words: { differing: 0 }, touched: [] }
    expect(await checked(desk.checker, article, body, { head: "keep" })).toMatchObject(whole)
    expect(await checked(desk.checker, article, body, { fileName: "final.txt" })).toMatchObject(whole)
  })

  test("is another that was checked where all of its words stand in checked facts", async ({ desk }) => {
    const article = await desk.article({ title: "The old bridge", text: paragraphs(BRIDGE, "Bridge opened late") })
    await desk.approvedClaim({ article, words: "Bridge opened late" })
    const final = await checked(desk.checker, article, paragraphs("Bridge opened late", BRIDGE))
    expect(final).toMatchObject({ headline: "changed", touched: [] })
  })
})

test("a fact that was to be cut is touched while it stands, and not once it is gone", async ({ desk }) => {
  const article = await desk.article({ kind: "copy", title: TITLE, text: paragraphs(BRIDGE, TAXES, MAYOR) })
  await desk.approvedClaim({ article, words: TAXES, verdict: { rating: "cut" } })
  const still = await checked(desk.checker, article, paragraphs(TITLE, BRIDGE, TAXES, MAYOR))
  expect(still.touched).toMatchObject([{ number: 1, touch: "uncut", before: TAXES, now: TAXES }])
  expect((await checked(desk.checker, article, paragraphs(TITLE, BRIDGE, MAYOR))).touched).toEqual([])
})

test("what was signed off is compared with, whatever came after it", async ({ desk }) => {
  const article = await town(desk)
  const { id: articleId } = article
  await signOffArticle(desk.secondEditor, { articleId, openItems: { reason: "At six." }, notices: [] })
  for (const claimId of (await readArticle(desk.viewer, articleId)).claims.flatMap(({ id, signOffId }) =>
    signOffId ? id : [],
  ))
    await reopen(desk.editor, { articleId, claimId, kind: "factual", reason: "It is other." })
  await reviseArticle(desk.checker, { articleId, ...pasted(paragraphs(BRIDGE, MAYOR)), head: "keep" })
  const text = paragraphs(TITLE, BRIDGE, TAXES, MAYOR, HARBOUR)
  expect(await checked(desk.viewer, article, text)).toMatchObject({
    revision: { number: 1, signedOff: "yes" },
    words: { differing: 0 },
    headline: "unchanged",
  })
})

test("is refused what can't be read, and what its reader may not see", async ({ desk }) => {
  const article = await town(desk)
  await refused(() => checked(desk.checker, article, " "), "invalid", "import.empty")
  await refused(() => checked(desk.author, article, BRIDGE), "not-found", "article.notFound")
})
