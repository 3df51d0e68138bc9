/** Where claims stand after a new text: carried, waiting for a look, said yes to, put on other words. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { positions } from "../document/canonical"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { Actor } from "../domain/workspace"
import { readArticle } from "./articles"
import { markClaim, readClaim, withdrawClaim } from "./claims"
import { confirmPlace, readPlacing, reanchorClaim } from "./placements"
import { decideReview } from "./reviews"
import { editText, reviseArticle } from "./revising"
import { refused, test, typed, type Desk } from "./testing/desk"

const TEXT = [
  "The minister spoke",
  "",
  "The minister said that taxes fell by nine percent in 2023. Nobody in the room objected to that.",
  "",
  "The bridge over the river opened in 1931, the council says. It is 412 metres long.",
].join("\n")

/** The body of the text with some words replaced. */
const body = (...changes: [from: string, to: string][]) =>
  changes.reduce((text, [from, to]) => text.replace(from, to), TEXT.slice(TEXT.indexOf("\n") + 2))

function revise(by: Actor, { id: articleId }: AnnotatedArticle, text: string) {
  const bytes = new TextEncoder().encode(text)
  return reviseArticle(by, { articleId, bytes, format: "text", origin: "paste", head: "keep", given: {} })
}

const write = (desk: Desk) => desk.article({ text: TEXT })

test("claims on the same words are carried with their approval, wherever the words went", async ({ desk }) => {
  const article = await write(desk)
  const first = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
  const second = await desk.approvedClaim({ article, words: "412 metres long" })
  const { placements } = await revise(desk.checker, article, `A new beginning.\n\n${body()}`)
  expect(placements).toEqual({ exact: 2, moved: 0, stale: 0, lost: 0, contextChanged: 0 })
  for (const { id } of [first, second]) {
    const claim = await readClaim(desk.checker, id)
    const now = await readArticle(desk.checker, article.id)
    expect(claim).toMatchObject({ state: "approved", anchors: [{ placement: "exact", revisionId: now.revision.id }] })
    const [anchor] = claim.anchors
    expect(now.revision.text.slice(anchor?.start ?? 0, anchor?.end ?? 0)).toBe(anchor?.quote)
  }
})

test("other words end an approval and a round in review, and wait with a proposal", async ({ desk }) => {
  const article = await write(desk)
  const approved = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
  const sent = await desk.sentClaim({ article, words: "opened in 1931" })
  await revise(desk.editor, article, body(["nine", "seven"], ["1931", "1913"]))
  const claim = await readClaim(desk.checker, approved.id)
  expect(claim).toMatchObject({
    state: "open",
    round: null,
    anchors: [{ placement: "stale", quote: "taxes fell by nine percent" }],
  })
  expect(await readClaim(desk.checker, sent.id)).toMatchObject({ state: "open", anchors: [{ placement: "stale" }] })
  const events = await desk.lastEvents(5)
  expect(events.map(({ act }) => act)).toEqual([
    "revision.added",
    "claim.stale",
    "approval.withdrawn",
    "claim.stale",
    "round.overtaken",
  ])
  await refused(
    () => decideReview(desk.editor, { roundId: sent.round.id, decision: "approve" }),
    "conflict",
    "review.roundOver",
  )
})

test("what is gone is listed, and found again when it comes back", async ({ desk }) => {
  const article = await write(desk)
  const claim = await desk.approvedClaim({ article, words: "412 metres long" })
  await revise(desk.checker, article, body([" It is 412 metres long.", ""]))
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({
    state: "open",
    anchors: [{ placement: "lost", start: null }],
  })
  const placing = await readPlacing(desk.checker, article.id)
  expect(placing.items).toMatchObject([
    { reason: "lost", number: 1, spans: [{ before: { words: "412 metres long" }, now: null }] },
  ])
  await revise(desk.checker, article, body())
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({ state: "open", anchors: [{ placement: "exact" }] })
})

test("a changed sentence around unchanged words keeps the approval and waits for a look", async ({ desk }) => {
  const article = await write(desk)
  const claim = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
  await revise(desk.checker, article, body(["said that", "denied that"]))
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({
    state: "approved",
    anchors: [{ contextChanged: true }],
  })
  expect((await readPlacing(desk.checker, article.id)).items).toMatchObject([{ reason: "context" }])
  await confirmPlace(desk.secondChecker, { claimId: claim.id })
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({
    state: "approved",
    anchors: [{ contextChanged: false }],
  })
  expect((await readPlacing(desk.checker, article.id)).items).toEqual([])
  expect((await desk.lastEvents(1))[0]).toMatchObject({ act: "claim.placed", payload: { words: "same" } })
})

test("a new context that nobody has looked at is asked about again after the next text", async ({ desk }) => {
  const article = await write(desk)
  const claim = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
  await revise(desk.checker, article, body(["said that", "denied that"]))
  await revise(desk.checker, article, body(["said that", "denied that"], ["412", "413"]))
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({ anchors: [{ contextChanged: true }] })
  await revise(desk.checker, article, body())
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({
    anchors: [{ placement: "exact", contextChanged: false }],
  })
})

describe("a stale claim", () => {
  const stale = async (desk: Desk) => {
    const article = await write(desk)
    const claim = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
    await revise(desk.editor, article, body(["nine", "seven"]))
    return { article, claimId: claim.id }
  }

  test("stands on the proposed words once a person has said yes, who is then an author of its next round", async ({
    desk,
  }) => {
    const { claimId } = await stale(desk)
    const claim = await confirmPlace(desk.secondChecker, { claimId })
    expect(claim).toMatchObject({
      state: "open",
      anchors: [{ placement: "exact", quote: "taxes fell by seven percent" }],
    })
    expect(claim.authorIds).toContain(desk.secondChecker.id)
    expect((await desk.lastEvents(1))[0]).toMatchObject({ act: "claim.placed", payload: { words: "other" } })
    await refused(() => confirmPlace(desk.checker, { claimId }), "conflict", "placement.nothingToConfirm")
  })

  test("is put on other words", async ({ desk }) => {
    const { article, claimId } = await stale(desk)
    const { revision } = await readArticle(desk.checker, article.id)
    const start = revision.text.indexOf("412")
    const spans = [{ start, end: start + 3 }]
    const claim = await reanchorClaim(desk.secondChecker, { claimId, revisionId: revision.id, spans })
    expect(claim).toMatchObject({ anchors: [{ placement: "exact", quote: "412", start }] })
    expect(claim.authorIds).toContain(desk.secondChecker.id)
    const old = { claimId, revisionId: article.revision.id, spans }
    await refused(() => reanchorClaim(desk.checker, old), "conflict", "article.newerRevision")
  })

  test("that is lost can't be said yes to", async ({ desk }) => {
    const article = await write(desk)
    const { id: claimId } = await desk.claim({ article, words: "412 metres long" })
    await revise(desk.checker, article, body([" It is 412 metres long.", ""]))
    await refused(() => confirmPlace(desk.checker, { claimId }), "conflict", "placement.lost")
  })
})

test("other words for an approved claim withdraw the approval; in review they are refused", async ({ desk }) => {
  const article = await write(desk)
  const approved = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
  const sent = await desk.sentClaim({ article, words: "opened in 1931" })
  const there = { revisionId: article.revision.id, spans: [{ start: 0, end: 12 }] }
  await reanchorClaim(desk.checker, { claimId: approved.id, ...there })
  expect(await readClaim(desk.checker, approved.id)).toMatchObject({
    state: "open",
    anchors: [{ quote: "The minister" }],
  })
  await refused(() => reanchorClaim(desk.checker, { claimId: sent.id, ...there }), "conflict", "claim.inReview")
})

test("put on the words that it stands on, a claim keeps its approval, and a new context has been looked at", async ({
  desk,
}) => {
  const article = await write(desk)
  const { id: claimId } = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
  const onItsWords = async () => {
    const { revision } = await readArticle(desk.checker, article.id)
    const start = revision.text.indexOf("taxes fell")
    const spans = [{ start: start - 1, end: start + "taxes fell by nine percent".length }]
    return reanchorClaim(desk.secondChecker, { claimId, revisionId: revision.id, spans })
  }
  const before = { version: (await readClaim(desk.checker, claimId)).version, events: await desk.eventCount() }
  expect(await onItsWords()).toMatchObject({ state: "approved", version: before.version, anchors: [{ ordinal: 0 }] })
  expect(await desk.eventCount()).toBe(before.events)
  await revise(desk.checker, article, body(["said that", "denied that"]))
  expect(await onItsWords()).toMatchObject({ state: "approved", anchors: [{ contextChanged: false }] })
  expect((await desk.lastEvents(1))[0]).toMatchObject({ act: "claim.placed", payload: { words: "same" } })
})

test("what has to be looked at is shown as what it is: the claim's own words, and what differs around them", async ({
  desk,
}) => {
  const text = "The bridge\n\nHe said that nine boats sank and that nine boats came home.\n\nThe toll was 5 crowns.\n"
  const article = await desk.article({ text })
  const start = article.revision.text.lastIndexOf("nine boats")
  const spans = [{ start, end: start + "nine boats".length }]
  const about = { articleId: article.id, revisionId: article.revision.id, fields: {} }
  await markClaim(desk.checker, { ...about, spans })
  await desk.claim({ article, words: "5 crowns" })
  await revise(
    desk.checker,
    article,
    "He denied that nine boats sank and that nine boats came home.\n\nThe toll was 6 crowns.",
  )
  const { items } = await readPlacing(desk.checker, article.id)
  const same = (words: string) => ({ kind: "same", text: words })
  expect(items).toMatchObject([
    {
      reason: "stale",
      spans: [
        {
          before: { words: "5 crowns", sentence: "The toll was 5 crowns.", at: 13 },
          now: {
            because: "wording",
            head: [same("The toll was ")],
            words: [{ kind: "removed", text: "5" }, { kind: "added", text: "6" }, same(" crowns")],
          },
        },
      ],
    },
    {
      reason: "context",
      spans: [
        {
          before: { words: "nine boats", at: 38 },
          now: { because: null, words: [same("nine boats")], tail: [same(" came home.")] },
        },
      ],
    },
  ])
  const [head, ...rest] = items[1]?.spans[0]?.now?.head.filter(({ kind }) => kind !== "same") ?? []
  expect([head?.text.trim(), ...rest.map((piece) => piece.text.trim())]).toEqual(["said", "denied"])
})

test("words that stand in two places are proposed as what they are: not certain, though they read the same", async ({
  desk,
}) => {
  const article = await write(desk)
  await desk.claim({ article, words: "It is 412 metres long." })
  const twice = "It is 412 metres long. It is 412 metres long."
  await revise(desk.checker, article, `${twice}\n\n${body([" It is 412 metres long.", ""])}\n\n${twice}`)
  const { items } = await readPlacing(desk.checker, article.id)
  expect(items).toMatchObject([{ reason: "stale", spans: [{ now: { because: "ambiguous" } }] }])
})

test("a claim that is to be cut keeps its approval when its passage goes", async ({ desk }) => {
  const article = await desk.article({ text: TEXT, kind: "copy" })
  const claim = await desk.approvedClaim({ article, words: "It is 412 metres long.", verdict: { rating: "cut" } })
  expect(await readArticle(desk.checker, article.id)).toMatchObject({ standing: "in_progress" })
  await revise(desk.checker, article, body([" It is 412 metres long.", ""]))
  expect(await readClaim(desk.checker, claim.id)).toMatchObject({ state: "approved", anchors: [{ placement: "lost" }] })
  expect((await readPlacing(desk.checker, article.id)).items).toEqual([])
})

describe("an edit in Stet", () => {
  /** The ProseMirror position of some words of an article: its title stands at 1, and each block costs two. */
  const at = ({ revision: { document } }: AnnotatedArticle, words: string) => {
    const { text, posAt } = positions(document)
    return posAt(text.indexOf(words))
  }

  test("leads claims along its steps, to the same words and to no others", async ({ desk }) => {
    const article = await write(desk)
    const kept = await desk.approvedClaim({ article, words: "412 metres long" })
    const changed = await desk.approvedClaim({ article, words: "taxes fell by nine percent" })
    const nine = at(article, "nine")
    const steps = [typed("seven", nine, nine + 4), typed("Each day ", at(article, "Nobody") + 1)]
    const about = { articleId: article.id, baseId: article.revision.id }
    const { placements } = await editText(desk.editor, { ...about, steps })
    expect(placements).toMatchObject({ exact: 1, stale: 1 })
    expect(await readClaim(desk.checker, kept.id)).toMatchObject({
      state: "approved",
      anchors: [{ placement: "exact" }],
    })
    const { revision } = await readArticle(desk.checker, article.id)
    const { anchors } = await readClaim(desk.checker, changed.id)
    expect(revision.text.slice(anchors[0]?.start ?? 0, anchors[0]?.end ?? 0)).toBe("taxes fell by seven percent")
    await refused(() => editText(desk.checker, { ...about, steps }), "conflict", "revision.overtaken")
  })

  test("that began before another text came is put over that only by who has been told of it", async ({ desk }) => {
    const article = await write(desk)
    const { id: claimId } = await desk.claim({ article, words: "412 metres long" })
    const about = { articleId: article.id, baseId: article.revision.id, steps: [typed("We say: ", 1)] }
    const first = { ...about, steps: [typed("They say: ", 1)] }
    const { revision } = await editText(desk.secondChecker, first)
    const { placements } = await editText(desk.checker, { ...about, over: revision.id })
    expect(placements).toMatchObject({ exact: 1 })
    expect(await readArticle(desk.viewer, article.id)).toMatchObject({
      title: expect.stringMatching(/^We say: /),
      revision: { number: 3 },
    })
    expect(await readClaim(desk.viewer, claimId)).toMatchObject({ anchors: [{ placement: "exact" }] })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "revision.added", payload: { origin: "edit", revision: 3 } },
    ])
    await refused(() => editText(desk.checker, { ...about, over: revision.id }), "conflict", "revision.overtaken")
  })

  test("is refused where its steps don't fit the text", async ({ desk }) => {
    const { id: articleId, revision } = await write(desk)
    const steps = [typed("x", 90_000)]
    await refused(
      () => editText(desk.checker, { articleId, baseId: revision.id, steps }),
      "invalid",
      "revision.brokenSteps",
    )
  })
})

test("withdrawn claims come along, so that they are in their place when they come back", async ({ desk }) => {
  const article = await write(desk)
  const { id } = await desk.claim({ article, words: "412 metres long" })
  await withdrawClaim(desk.checker, { claimId: id, reason: "Marked by mistake." })
  await revise(desk.checker, article, `A new beginning.\n\n${body()}`)
  const rows = await db().anchor.findMany({ where: { claimId: id }, orderBy: { revision: { number: "asc" } } })
  expect(rows.map(({ placement }) => placement)).toEqual(["exact", "exact"])
})

test("a claim marked while a new text was read is carried too", async ({ desk }) => {
  const article = await write(desk)
  const start = article.revision.text.indexOf("412")
  const marking = {
    articleId: article.id,
    revisionId: article.revision.id,
    spans: [{ start, end: start + 3 }],
    fields: {},
  }
  const [{ placements }, claim] = await Promise.all([
    revise(desk.checker, article, body(["nine", "seven"])),
    markClaim(desk.editor, marking).catch(() => null),
  ])
  // Marked before the new text, it came along; after it, marking was refused: never is there a claim without its place.
  expect(placements.exact).toBe(claim ? 1 : 0)
  const claims = await db().claim.findMany({ where: { articleId: article.id }, include: { anchors: true } })
  expect(claims.map(({ anchors }) => anchors.length)).toEqual(claim ? [2] : [])
})
