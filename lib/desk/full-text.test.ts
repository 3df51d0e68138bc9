/** Searching all that is written: what is found by which words, and what nobody finds who may not see it. */
import * as fc from "fast-check"
import { v7 as newId } from "uuid"
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { MOST_OF_A_KIND, TextFilters, type FoundText } from "../domain/full-text"
import { editClaim, withdrawClaim } from "./claims"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { searchTexts } from "./full-text"
import { decideRemark } from "./remarks"
import { addSource, editSource } from "./sources"
import { newSource, openDesk, test, type Desk, type Name } from "./testing/desk"
import { remarkOn } from "./testing/remarks"
import { draftVerdict } from "./verdicts"

const search = (actor: Desk["viewer"], q: string, more: Partial<TextFilters> = {}) =>
  searchTexts(actor, { ...TextFilters.parse({ q }), ...more })

const kinds = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).items.map(({ kind }) => kind).sort()

/** The words that stand out of what was found. */
const hits = ({ pieces }: FoundText) => pieces.filter(({ kind }) => kind === "hit").map(({ text }) => text)

/** What a file says, as it is kept once it was read. */
async function keepText({ workspaceId, checker }: Desk, sourceId: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  const id = newId()
  await db().file.create({
    data: {
      id,
      workspaceId,
      sha256: sha256(bytes),
      type: "text/plain",
      size: bytes.length,
      bytes,
      createdById: checker.id,
    },
  })
  await db().fileText.create({
    data: { fileId: id, workspaceId, state: "read", text, sha256: sha256(text), readAt: new Date() },
  })
  await db().source.update({ where: { id: sourceId }, data: { fileId: id, fileName: "report.txt" } })
}

/** A word in everything that can be searched: on an article of the author's, its source open or confidential. */
async function everywhere(desk: Desk, word: string, source: { confidential?: boolean } = {}) {
  const article = await desk.article({
    title: `Title ${word}`,
    text: `The ${word} stood in the harbour.`,
    authors: [{ membershipId: desk.author.id }],
  })
  const claim = await desk.claim({ article, words: "in the harbour", fields: { statement: `A ${word} was there.` } })
  await draftVerdict(desk.checker, {
    claimId: claim.id,
    verdict: { rating: "true", explanation: `The ${word} it was.` },
  })
  const row = await addSource(desk.checker, newSource({ title: `The register of the ${word}`, ...source }))
  const evidence = { stance: "context", excerpt: `the ${word}, it says`, note: `note on ${word}` } as const
  const { evidenceId } = await addEvidence(desk.checker, { claimId: claim.id, source: { id: row.id }, evidence })
  await keepText(desk, row.id, `Page one.\n${"Lines of nothing. ".repeat(9000)}The ${word} is on the last page.`)
  const remarkId = await remarkOn(article, `about the ${word}`)
  await decideRemark(desk.checker, { remarkId, outcome: "note" })
  return { article, claim, sourceId: row.id, evidenceId }
}

describe("words", () => {
  test("are found in everything, with their forms, without accents and by the beginning of the last one", async ({
    desk,
  }) => {
    await everywhere(desk, "freighter")
    const all = ["article", "claim", "comment", "evidence", "file", "source"]
    for (const q of ["freighter", "Freighters", "freigh", "the FREIGHTER"])
      expect(await kinds(desk.checker, q), q).toEqual(all)
    const { items, counts } = await search(desk.checker, "freighter")
    for (const item of items.filter(({ kind }) => kind !== "source"))
      expect(hits(item), item.kind).toContain("freighter")
    expect(Object.values(counts)).toEqual([1, 1, 1, 1, 1, 1])
    expect(await kinds(desk.checker, "freighter submarine")).toEqual([])
    expect(await kinds(desk.checker, "")).toEqual([])
  })

  test("are cut in the language of their article", async ({ desk }) => {
    await desk.article({ title: "Häuser", text: "Die Krankenhäuser schlossen ihre Türen.", language: "de" })
    await desk.article({ title: "Maisons", text: "Les élèves ont chanté.", language: "fr" })
    for (const q of ["Krankenhaus", "krankenhäusern", "Tür", "eleve", "chanter"])
      expect(await kinds(desk.viewer, q), q).toEqual(["article"])
    expect(await kinds(desk.viewer, "Krankenhaus", { language: "fr" })).toEqual([])
  })

  test("in quotation marks stand together, and those with a minus are nowhere in it", async ({ desk }) => {
    await desk.article({ title: "One", text: "The red ferry left the harbour." })
    await desk.article({ title: "Two", text: "The ferry was painted red, in the harbour." })
    expect(await kinds(desk.viewer, "red ferry")).toHaveLength(2)
    expect(await kinds(desk.viewer, '"red ferry"')).toHaveLength(1)
    expect(await kinds(desk.viewer, "ferry -painted")).toHaveLength(1)
    for (const odd of ['"', "-", "&|!:*()<>'\\", "a:*", "\u{1F4A5}", "or or", '"red'])
      expect(Array.isArray((await search(desk.viewer, odd)).items), odd).toBe(true)
  })

  test("that look like markup are words", async ({ desk }) => {
    await desk.article({ title: "Markup", text: "He wrote <script>alert('ferry')</script> & \uE000left\uE001 it." })
    const { items } = await search(desk.viewer, "ferry")
    expect(items[0]?.pieces.map(({ text }) => text).join("")).toContain("<script>alert('ferry')</script> &")
    expect(items[0] && hits(items[0])).toEqual(["ferry"])
  })

  test("can be asked for by kind, article, section and age, a page at a time", async ({ desk }) => {
    const { article } = await everywhere(desk, "freighter")
    await desk.article({ title: "Freighter again", section: "Sea" })
    expect(await kinds(desk.checker, "freighter", { kind: "claim" })).toEqual(["claim"])
    expect((await search(desk.checker, "freighter", { kind: "claim" })).counts).toMatchObject({ article: 2, claim: 1 })
    expect(await kinds(desk.checker, "freighter", { article: article.id })).toEqual([
      "article",
      "claim",
      "comment",
      "evidence",
    ])
    expect(await kinds(desk.checker, "freighter", { section: "Sea" })).toEqual(["article"])
    expect(await kinds(desk.checker, "freighter", { since: "week" })).toHaveLength(7)
    const seen: string[] = []
    for (let cursor: string | undefined, page = 0; page < 4; page += 1) {
      const { items, next } = await searchTexts(desk.checker, TextFilters.parse({ q: "freighter" }), {
        cursor,
        limit: 2,
      })
      seen.push(...items.map(({ kind, id }) => `${kind} ${id}`))
      cursor = next ?? undefined
    }
    expect(new Set(seen).size).toBe(7)
  })

  test("are found as they are now: edited, withdrawn, taken off, of a newer text", async ({ desk }) => {
    const { claim, evidenceId, sourceId } = await everywhere(desk, "freighter")
    await editClaim(desk.checker, { claimId: claim.id, fields: { statement: "A submarine was there." } })
    expect(await kinds(desk.checker, "submarine")).toEqual(["claim"])
    await editEvidence(desk.checker, { evidenceId, evidence: { excerpt: "the barge", note: null } })
    expect(await kinds(desk.checker, "barge")).toEqual(["evidence"])
    await editSource(desk.checker, { sourceId, source: { title: "Register of tugs" } })
    expect(await kinds(desk.checker, "tug")).toEqual(["source"])
    await removeEvidence(desk.checker, { evidenceId })
    expect(await kinds(desk.checker, "barge")).toEqual([])
    await withdrawClaim(desk.editor, { claimId: claim.id, reason: "Twice." })
    expect(await kinds(desk.checker, "submarine")).toEqual([])
  })
})

/** So many entries of one kind, as triggers would have written them: the newest last. */
async function manyEntries({ workspaceId, checker }: Desk, kind: string, count: number, ids: string[] = []) {
  const [articleId = null, sourceId = null] = ids
  await db().$executeRaw`
    INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "sourceId", "byId", "config", "vector")
    SELECT ${workspaceId}::uuid, ${kind}, gen_random_uuid(), ${articleId}::uuid, ${sourceId}::uuid, ${checker.id}::uuid,
      'stet_english', to_tsvector('stet_english', 'a common freighter') FROM generate_series(1, ${count}::int)`
}

describe("a word that is everywhere", () => {
  test("is counted no further than is looked at; older kinds are found beside the many, and by whom they are", async ({
    desk,
  }) => {
    const { article, sourceId } = await everywhere(desk, "freighter")
    const { counts: few, more: none } = await search(desk.checker, "freighter")
    expect([few.claim, none]).toEqual([1, []])
    await manyEntries(desk, "claim", MOST_OF_A_KIND + 20, [article.id])
    const { counts, more } = await search(desk.checker, "freighter")
    expect(counts).toEqual({ ...few, claim: MOST_OF_A_KIND })
    expect(more).toEqual(["claim"])
    const sources = await search(desk.checker, "freighter", { kind: "source" })
    expect(sources.items.map(({ id }) => id)).toEqual([sourceId])
    expect(await kinds(desk.checker, "freighter", { by: desk.editor.id })).toEqual([])
    const own = await search(desk.checker, "freighter", { by: desk.checker.id })
    expect(own.counts).toMatchObject({ source: 1, evidence: 1, file: 1 })
    expect(own.items.length).toBeGreaterThan(0)
  })

  test("of which somebody may see few takes no place from those, and is not counted", async ({ desk }) => {
    const { sourceId } = await everywhere(desk, "freighter")
    const hidden = await addSource(desk.editor, newSource({ title: "Nothing", confidential: true, url: null }))
    const other = await desk.article({ title: "Nothing" })
    await manyEntries(
      desk,
      "source",
      MOST_OF_A_KIND + 20,
      ["", hidden.id].map((id) => id || other.id),
    )
    await manyEntries(desk, "claim", MOST_OF_A_KIND + 20, [other.id])
    const { items, counts, more } = await search(desk.checker, "freighter", { kind: "source" })
    expect([items.map(({ id }) => id), counts.source, more]).toEqual([[sourceId], 1, ["claim"]])
    const author = await search(desk.author, "freighter", { kind: "claim" })
    expect([author.items.length, author.counts.claim, author.more]).toEqual([1, 1, []])
  })
})

describe("what somebody may not see is neither found nor counted", () => {
  test("for each role", async ({ desk }) => {
    await everywhere(desk, "freighter", { confidential: true })
    const other = await desk.article({ title: "Other freighter" })
    await desk.claim({ article: other, fields: { statement: "Another freighter." } })
    const open = ["article", "article", "claim", "claim"]
    const table: Record<Exclude<Name, "secondEditor">, string[]> = {
      owner: [...open, "comment", "evidence", "file", "source"],
      editor: [...open, "comment", "evidence", "file", "source"],
      checker: [...open, "comment", "evidence", "file", "source"],
      secondChecker: [...open, "comment"],
      viewer: open,
      author: ["article", "claim"],
    }
    for (const [name, found] of Object.entries(table)) {
      const { items, counts } = await search(desk[name as Name], "freighter")
      expect(items.map(({ kind }) => kind).sort(), name).toEqual(found)
      expect(
        Object.values(counts).reduce((sum, count) => sum + count, 0),
        name,
      ).toBe(found.length)
    }
    expect(await kinds((await desk.otherWorkspace()).owner, "freighter")).toEqual([])
  })

  test("an author finds what their own articles rest on, no page of the ledger and no note", async ({ desk }) => {
    const { evidenceId } = await everywhere(desk, "freighter")
    await addSource(desk.checker, newSource({ title: "A freighter of nobody's" }))
    expect(await kinds(desk.author, "freighter")).toEqual(["article", "claim", "evidence", "file"])
    await editEvidence(desk.checker, { evidenceId, evidence: { excerpt: "it says", note: "about the zeppelin" } })
    expect(await kinds(desk.checker, "zeppelin")).toEqual(["evidence"])
    for (const who of [desk.author, desk.viewer]) {
      expect(await kinds(who, "zeppelin")).toEqual([])
      const { items } = await search(who, "says", { kind: "evidence" })
      expect(JSON.stringify(items)).not.toContain("zeppelin")
    }
  })

  test("whatever the words are, and whatever else they stand in", async () => {
    const desk = await openDesk()
    const word = fc.stringMatching(/^[bcdfg][aeiou][klmnp][aeiou][rstvz]{1,3}$/)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 2, maxLength: 2 }), async ([secret = "", shared = ""]) => {
        const { claim } = await everywhere(desk, `${shared}q`)
        const hidden = {
          title: `${secret}x ${shared}q`,
          confidential: true,
          author: `${secret}x`,
          publisher: `${secret}x`,
        }
        const source = await addSource(desk.editor, newSource({ ...hidden, url: null }))
        const evidence = {
          stance: "context",
          excerpt: `${secret}x ${shared}q`,
          locator: `${secret}x`,
          note: `${secret}x`,
        } as const
        await addEvidence(desk.editor, { claimId: claim.id, source: { id: source.id }, evidence })
        await keepText(desk, source.id, `${secret}x and ${shared}q, ${newId()}`)
        for (const who of [desk.checker, desk.secondChecker, desk.viewer, desk.author]) {
          expect(await search(who, `${secret}x`)).toMatchObject({ items: [], next: null })
          const told = JSON.stringify(await search(who, `${shared}q`))
          expect(told).not.toContain(`${secret}x`)
          expect(told).not.toContain(source.id)
        }
        expect((await search(desk.editor, `${secret}x`)).counts).toMatchObject({ source: 1, evidence: 1, file: 1 })
      }),
      { numRuns: 3 },
    )
  }, 60_000)
})
