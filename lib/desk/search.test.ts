/** Searching the whole desk: what is found, in which order, and what nobody finds who may not see it. */
import { describe, expect } from "vitest"
import { archiveArticle } from "./archive"
import { editClaim, withdrawClaim } from "./claims"
import { addEvidence } from "./evidence"
import { searchDesk } from "./search"
import { addSource } from "./sources"
import { newSource, openDesk, test, type Desk } from "./testing/desk"

/** What somebody finds, by its words. */
async function found(actor: Desk["viewer"], query: string, articleId?: string) {
  const { articles, claims, sources } = await searchDesk(actor, { query, articleId })
  return {
    articles: articles.map((article) => article.title),
    claims: claims.map((claim) => claim.statement ?? claim.quote),
    sources: sources.map((source) => source.title),
  }
}

const nothing = { articles: [], claims: [], sources: [] }

describe("by words", () => {
  test("finds articles by title, publisher and byline, in whatever order and case", async ({ desk }) => {
    await desk.article({ title: "A call to Moscow", publisher: "The Courier", byline: "Ada Quill" })
    const titles = { ...nothing, articles: ["A call to Moscow"] }
    expect(await found(desk.viewer, "moscow CALL")).toEqual(titles)
    expect(await found(desk.viewer, "courier")).toEqual(titles)
    expect(await found(desk.viewer, "quill moscow")).toEqual(titles)
    expect(await found(desk.viewer, "moscow kyiv")).toEqual(nothing)
  })

  test("finds claims by their statement and by their words in the text", async ({ desk }) => {
    const article = await desk.article({ title: "Town halls", text: "The mayor resigned on Friday." })
    await desk.claim({ article, words: "resigned on Friday" })
    await desk.claim({ article, words: "The mayor", fields: { statement: "The mayor is Jo Finch." } })
    expect((await found(desk.viewer, "friday resigned")).claims).toEqual(["resigned on Friday"])
    expect((await found(desk.viewer, "finch")).claims).toEqual(["The mayor is Jo Finch."])
    expect((await found(desk.viewer, "the mayor")).claims).toEqual(["The mayor is Jo Finch."])
  })

  test("tells which claim of which article it is", async ({ desk }) => {
    const article = await desk.article({ title: "Town halls", text: "The mayor resigned on Friday." })
    const claim = await desk.claim({ article, words: "resigned on Friday" })
    const { claims } = await searchDesk(desk.viewer, { query: "resigned" })
    const { id, number, job, state, statement } = claim
    const at = { id: article.id, title: "Town halls" }
    expect(claims).toEqual([{ id, number, job, state, statement, quote: "resigned on Friday", article: at }])
  })

  test("finds sources by title, author, publisher and address", async ({ desk }) => {
    const url = "https://example.org/readout"
    await addSource(desk.checker, newSource({ title: "Readout of the call", author: "Press office", url }))
    for (const query of ["readout call", "press OFFICE", "example.org/read"])
      expect((await found(desk.viewer, query)).sources, query).toEqual(["Readout of the call"])
  })

  test("takes what was typed as it stands", async ({ desk }) => {
    await desk.article({ title: "Half of it, or 50%" })
    await desk.article({ title: "Half of it, or 500" })
    expect((await found(desk.viewer, "50%")).articles).toEqual(["Half of it, or 50%"])
    expect(await found(desk.viewer, "_____ \0")).toEqual(nothing)
  })

  test("puts the closest first, then the newest, and shows no more than a glance takes in", async ({ desk }) => {
    for (const title of ["Forest", "The rest of it", "Rest in peace", "Arrest", "Unrest", "Crest", "Restless"])
      await desk.article({ title })
    expect((await found(desk.viewer, "rest")).articles).toEqual([
      "Restless",
      "Rest in peace",
      "The rest of it",
      "Crest",
      "Unrest",
      "Arrest",
    ])
  })

  test("finds an archived article, which says so, and no withdrawn claim", async ({ desk }) => {
    const article = await desk.article({ title: "Town halls", text: "The mayor resigned." })
    const claim = await desk.claim({ article, words: "mayor resigned" })
    await withdrawClaim(desk.editor, { claimId: claim.id, reason: "Not checkable." })
    await archiveArticle(desk.editor, { articleId: article.id })
    const { articles, claims } = await searchDesk(desk.viewer, { query: "town halls" })
    expect(articles).toMatchObject([{ title: "Town halls", archived: true }])
    expect(claims).toEqual([])
  })
})

describe("by number", () => {
  test("finds the claim of the open article before all that hold the digits", async ({ desk }) => {
    const article = await desk.article({ title: "Numbers", text: "It took 2 years. It cost 2 pounds." })
    await desk.claim({ article, words: "It took 2 years" })
    await desk.claim({ article, words: "It cost" })
    expect((await found(desk.viewer, "2", article.id)).claims).toEqual(["It cost", "It took 2 years"])
    expect((await found(desk.viewer, "#2", article.id)).claims).toEqual(["It cost"])
    expect((await found(desk.viewer, "#2")).claims).toEqual([])
  })

  test("finds none in another article", async ({ desk }) => {
    await desk.claim({ article: await desk.article({ title: "First" }) })
    const other = await desk.article({ title: "Other" })
    expect((await found(desk.viewer, "#1", other.id)).claims).toEqual([])
  })
})

describe("for nothing typed", () => {
  test("shows what one last worked on, the latest first, and the newest articles", async ({ desk }) => {
    const [first, second] = [await desk.article({ title: "First" }), await desk.article({ title: "Second" })]
    await desk.article({ title: "Third", by: desk.secondChecker })
    const claim = await desk.claim({ article: second, fields: { statement: "Of the second." } })
    await desk.claim({ article: first, fields: { statement: "Of the first." } })
    await editClaim(desk.checker, { claimId: claim.id, fields: { claimant: "Somebody" } })
    expect(await found(desk.checker, "")).toMatchObject({
      articles: ["Second", "First", "Third"],
      claims: ["Of the second.", "Of the first."],
    })
    expect(await found(desk.viewer, "")).toEqual({ ...nothing, articles: ["Third", "Second", "First"] })
  })

  test("leaves out what is archived", async ({ desk }) => {
    const article = await desk.article({ title: "Done" })
    await archiveArticle(desk.editor, { articleId: article.id })
    expect((await found(desk.editor, "")).articles).toEqual([])
  })
})

describe("what somebody may not see does not exist for them", () => {
  test("a confidential source is found by those it is for", async ({ desk }) => {
    await addSource(desk.checker, newSource({ title: "A leaked memo", confidential: true }))
    const seeing = [desk.owner, desk.editor, desk.checker]
    const blind = [desk.secondChecker, desk.viewer, desk.author]
    for (const actor of seeing) expect((await found(actor, "leaked")).sources).toEqual(["A leaked memo"])
    for (const actor of blind) expect(await found(actor, "leaked")).toEqual(nothing)
  })

  test("an author finds their own articles and claims, and no page of the ledger", async ({ desk }) => {
    const mine = await desk.article({ title: "Ferry mine", authors: [{ membershipId: desk.author.id }] })
    const other = await desk.article({ title: "Ferry other" })
    const claim = await desk.claim({ article: mine, fields: { statement: "Ferry claim of mine." } })
    await desk.claim({ article: other, fields: { statement: "Ferry claim of another." } })
    const source = await addSource(desk.checker, newSource({ title: "Ferry timetable" }))
    await addSource(desk.checker, newSource({ title: "Ferry memo", url: null }))
    const evidence = { stance: "context" } as const
    await addEvidence(desk.checker, { claimId: claim.id, source: { id: source.id }, evidence })
    expect(await found(desk.author, "ferry")).toEqual({
      articles: ["Ferry mine"],
      claims: ["Ferry claim of mine."],
      sources: [],
    })
    expect(await found(desk.author, "#1", other.id)).toEqual(nothing)
    expect((await found(desk.author, "")).articles).toEqual(["Ferry mine"])
  })

  test("another desk finds nothing of this one", async ({ desk }) => {
    const article = await desk.article({ title: "A yellow bird" })
    await desk.claim({ article, fields: { statement: "A yellow bird sings." } })
    await addSource(desk.checker, newSource({ title: "A yellow bird book" }))
    const stranger = await openDesk()
    for (const query of ["yellow bird", "#1", ""])
      expect(await found(stranger.owner, query, article.id), query).toEqual(nothing)
  })
})
