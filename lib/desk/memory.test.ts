/** Earlier checks: what is remembered, how near it is, and who is reminded of what. */
import { claimsThatDisagree } from "./disagreements"
import { v7 as newId } from "uuid"
import { describe, expect } from "vitest"
import { meanAveragePrecision, memorySet } from "../../bin/bench/memory-set"
import { db } from "../db"
import { ClaimFilters } from "../domain/claim-list"
import { MOST_COUNTED } from "../domain/earlier-check"
import type { Actor } from "../domain/workspace"
import { findClaims } from "./claim-list"
import { editClaim, restoreClaim, withdrawClaim } from "./claims"
import { earlierInArticle, findEarlier } from "./earlier-in-texts"
import { countKnownChecks, importKnownChecks, listKnownChecks, removeKnownChecks, settleCounts } from "./known-checks"
import { dismissEarlier, earlierOfClaim, likeStatements, matchStatement } from "./memory"
import { askOpinion, lookIn } from "./opinions"
import { refused, test, WORDS, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"

const known = (externalId: string, statement: string, more: object = {}) => ({ externalId, statement, ...more })

/** Known checks, as an editor brings them in. */
const remind = (desk: Desk, ...checks: ReturnType<typeof known>[]) => importKnownChecks(desk.editor, { checks })

const statements = async (actor: Desk["viewer"], statement: string, language?: string) =>
  (await matchStatement(actor, { statement, language })).map((check) => check.statement)

/** The words that are counted, beside how many entries hold them: both must always be the same. */
async function counts({ workspaceId }: Desk) {
  const [kept, held] = await Promise.all([
    db().$queryRaw<{ word: string; n: number }[]>`
      SELECT "word", sum("entries")::int AS n FROM "MemoryCount" WHERE "workspaceId" = ${workspaceId}::uuid
      GROUP BY 1 HAVING sum("entries") <> 0 ORDER BY 1`,
    db().$queryRaw<{ word: string; n: number }[]>`
      SELECT * FROM (
        SELECT "word", count(*)::int AS n FROM "MemoryWord" WHERE "workspaceId" = ${workspaceId}::uuid GROUP BY 1
        UNION ALL SELECT '', count(*)::int FROM "MemoryEntry" WHERE "workspaceId" = ${workspaceId}::uuid
      ) w WHERE n > 0 ORDER BY 1`,
  ])
  return { kept, held }
}

describe("a statement", () => {
  test("finds what says the same in other words, the nearest first", async ({ desk }) => {
    await remind(
      desk,
      known("a", "Unemployment in Ashford fell to 4 percent in 2019.", { publisher: "The Courier", rating: "True" }),
      known("b", "Unemployment in Barnby fell to 9 percent in 2011."),
      known("c", "A whale was seen in the harbour of Ashford."),
    )
    const [first, ...rest] = await matchStatement(desk.viewer, {
      statement: "In 2019 Ashford's unemployment had fallen to 4 percent",
    })
    expect(first).toMatchObject({ kind: "check", externalId: "a", publisher: "The Courier", rating: "True" })
    expect(first?.score).toBeGreaterThan(0.6)
    expect(rest.map(({ score }) => score)).toEqual(rest.map(({ score }) => score).sort((a, b) => b - a))
    expect(await statements(desk.viewer, "The museum bought a painting")).toEqual([])
  })

  test("is cut into words in its own language, and without accents", async ({ desk }) => {
    await remind(
      desk,
      known("de", "Die Krankenhäuser der Stadt haben ihre Betten geschlossen.", { language: "de" }),
      known("fr", "Les hôpitaux de la ville ont fermé leurs lits.", { language: "fr" }),
      known("guessed", "Das Rathaus ist in der Nacht mit allen Akten verbrannt."),
      known("zh", "柏林市長在週二辭職", { language: "zh" }),
    )
    expect(await statements(desk.viewer, "Ein Krankenhaus der Stadt schließt Betten", "de")).toHaveLength(1)
    expect(await statements(desk.viewer, "un hopital de la ville ferme des lits", "fr")).toHaveLength(1)
    expect(await statements(desk.viewer, "Rathaus mit Akten in der Nacht verbrannt")).toHaveLength(1)
    expect(await statements(desk.viewer, "市長辭職", "zh")).toEqual(["柏林市長在週二辭職"])
  })

  test("finds the paraphrase among hundreds that are about the same", async ({ desk }) => {
    const { checks, questions } = memorySet(600, 6)
    await importKnownChecks(desk.editor, { checks })
    const ids = new Map((await db().knownCheck.findMany()).map(({ id, externalId }) => [id, externalId]))
    const places: (number | null)[] = []
    const none: number[] = []
    for (const { statement, language, answer } of questions) {
      const hits = await likeStatements(desk.checker, { statements: [statement], language, limit: 5 })
      const place = hits.findIndex(({ id }) => ids.get(id) === answer)
      if (answer) places.push(place < 0 ? null : place + 1)
      else none.push(hits.length)
    }
    expect(meanAveragePrecision(places)).toBeGreaterThan(0.8)
    expect(none.filter((hits) => hits > 0).length / none.length).toBeLessThan(0.05)
  }, 60_000)

  test("may be as long and odd as it likes", async ({ desk }) => {
    const long = "A bridge of 1931 and more words. ".repeat(300)
    expect(await remind(desk, known("long", long))).toMatchObject({ added: 1 })
    expect(await statements(desk.viewer, long)).toHaveLength(1)
    for (const odd of ["%%% & | ! :* ()", "'; DROP", "👩‍👩‍👧", "a".repeat(9000), "…"])
      expect(await statements(desk.viewer, odd), odd).toEqual([])
    const { id } = await desk.claim()
    expect(await editClaim(desk.checker, { claimId: id, fields: { statement: "x".repeat(2000) } })).toMatchObject({
      id,
    })
  })
})

describe("own claims", () => {
  const BRIDGE = "The bridge over the Elm opened in 1931."

  test("are remembered while they have a verdict, with their state and date, and by their words without a statement", async ({
    desk,
  }) => {
    const { id: claimId } = await desk.claim({ words: "The bridge opened in 1931" })
    expect(await statements(desk.viewer, "The bridge opened in 1931")).toEqual([])
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", asOf: "2024-11-15" } })
    expect(await matchStatement(desk.viewer, { statement: "The bridge opened in 1931" })).toMatchObject([
      { kind: "claim", id: claimId, state: "open", rating: { code: "true" }, asOf: "2024-11-15", score: 1 },
    ])
    await editClaim(desk.checker, { claimId, fields: { statement: BRIDGE } })
    expect(await statements(desk.viewer, BRIDGE)).toEqual([BRIDGE])
    await withdrawClaim(desk.editor, { claimId, reason: "Twice." })
    expect(await statements(desk.viewer, BRIDGE)).toEqual([])
    await restoreClaim(desk.editor, { claimId })
    expect(await statements(desk.viewer, BRIDGE)).toEqual([BRIDGE])
    await editClaim(desk.checker, { claimId, fields: { job: "ours" } })
    expect(await statements(desk.viewer, BRIDGE)).toEqual([])
    const { kept, held } = await counts(desk)
    expect(kept).toEqual(held)
  })

  test("of an article that an author did not write are none for them; what others published is", async ({ desk }) => {
    const mine = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const other = await desk.article()
    for (const article of [mine, other]) await desk.sentClaim({ article, fields: { statement: BRIDGE } })
    await remind(desk, known("k", BRIDGE))
    for (const [who, found] of [
      ["owner", 3],
      ["editor", 3],
      ["checker", 3],
      ["viewer", 3],
      ["author", 2],
    ] as const)
      expect(await statements(desk[who], BRIDGE), who).toHaveLength(found)
    expect(await statements((await desk.otherWorkspace()).owner, BRIDGE)).toEqual([])
  })

  test("that may not be seen weigh nothing: no score of another hit moves by them", async ({ desk }) => {
    await remind(desk, known("k", "The ferry of Ashford sank in the harbour."))
    const asked = { statements: ["A ferry sank near the harbour of Barnby"], language: "en", limit: 5 }
    const scores = async (who: Actor) => (await likeStatements(who, asked, 0)).map(({ score }) => score)
    const before = await scores(desk.secondChecker)
    expect(before).toHaveLength(1)
    for (const words of [WORDS.quote, WORDS.fact, WORDS.other]) {
      const { id: claimId } = await desk.claim({ words, fields: { statement: "The ferry is red." } })
      await askOpinion(desk.checker, { claimId })
      await lookIn(desk.checker, { claimId })
      await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "It is blue." } })
    }
    expect(await scores(desk.secondChecker)).toEqual(before)
    // To whoever sees them, a ferry is rare no more.
    const seen = await scores(desk.checker)
    expect(seen).not.toEqual(before)
    expect(seen).toHaveLength(4)
  })

  test("are no earlier check of themselves, and can be put aside for one claim", async ({ desk }) => {
    const earlier = await desk.sentClaim({ fields: { statement: BRIDGE } })
    const { id: claimId } = await desk.sentClaim({ fields: { statement: BRIDGE } })
    expect(await earlierOfClaim(desk.viewer, { claimId })).toMatchObject({
      checks: [{ id: earlier.id }],
      dismissed: [],
    })
    const aside = { claimId, earlierId: earlier.id, dismissed: true }
    expect(await dismissEarlier(desk.checker, aside)).toEqual({ dismissed: true })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "earlier.dismissed", subjects: { claim: claimId } }])
    expect(await earlierOfClaim(desk.viewer, { claimId })).toMatchObject({
      checks: [],
      dismissed: [{ id: earlier.id }],
    })
    expect(await earlierOfClaim(desk.viewer, { claimId: earlier.id })).toMatchObject({ checks: [{ id: claimId }] })
    await dismissEarlier(desk.checker, { ...aside, dismissed: false })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "earlier.recalled" }])
    await refused(() => dismissEarlier(desk.checker, { ...aside, earlierId: newId() }), "not-found", "memory.notFound")
  })

  test("that say otherwise on the same statement are flagged on both, until they agree", async ({ desk }) => {
    const verdict = (rating: string) => ({ verdict: { rating } })
    const one = await desk.approvedClaim({ fields: { statement: "The ferry sank." }, ...verdict("false") })
    const other = await desk.sentClaim({ fields: { statement: "the ferry  SANK" }, ...verdict("true") })
    await desk.sentClaim({ fields: { statement: "The ferry did not sank." }, ...verdict("true") })
    const { disagreements } = await earlierOfClaim(desk.viewer, { claimId: one.id })
    expect(disagreements).toMatchObject([{ claimId: other.id, rating: { code: "true" }, state: "in_review" }])
    expect((await claimsThatDisagree(desk.viewer)).sort()).toEqual([one.id, other.id].sort())
    expect(await claimsThatDisagree(desk.author)).toEqual([])
    const filters = ClaimFilters.parse({ otherwise: "yes" })
    const listed = await findClaims(desk.viewer, filters, { now: new Date(), zone: "UTC" })
    expect(listed.items.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort())
    await draftVerdict(desk.checker, { claimId: one.id, verdict: { rating: "true" } })
    expect(await claimsThatDisagree(desk.viewer)).toEqual([])
  })
})

test("each sentence of a text is held against the memory; what was found is for those who may see it", async ({
  desk,
}) => {
  const told = await desk.sentClaim({ fields: { statement: "The bridge over the Elm opened in 1931." } })
  await remind(desk, known("k", "Unemployment in Ashford fell to 4 percent in 2019."))
  const text =
    "Nobody knows why.\n\nThe bridge over the Elm was opened in 1931. In Ashford, unemployment fell to 4 percent.\n"
  const article = await desk.article({ title: "New", text, authors: [{ membershipId: desk.author.id }] })
  expect((await earlierInArticle(desk.checker, article.id)).passages).toEqual([])
  for (let times = 0; times < 2; times += 1) await findEarlier({ revisionId: article.revision.id })
  const { passages } = await earlierInArticle(desk.checker, article.id)
  expect(
    passages.map(({ words, checks }) => [words, checks.map(({ id, kind }) => (kind === "claim" ? id : kind))]),
  ).toEqual([
    ["The bridge over the Elm was opened in 1931.", [told.id]],
    ["In Ashford, unemployment fell to 4 percent.", ["check"]],
  ])
  expect((await earlierInArticle(desk.author, article.id)).passages).toHaveLength(1)
  const own = await desk.sentClaim({ article, words: "Nobody knows why." })
  await findEarlier({ revisionId: article.revision.id })
  expect(JSON.stringify(await earlierInArticle(desk.checker, article.id))).not.toContain(own.id)
})

describe("known checks", () => {
  test("come in all or none; the same one again is an update, and nothing new tells nothing", async ({ desk }) => {
    const check = known("a", "The mayor resigned.", { url: "https://example.org/a", checkedOn: "2024-02-01" })
    expect(await remind(desk, check, known("b", "The ferry sank."))).toEqual({ added: 2, updated: 0, unchanged: 0 })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "known_checks.imported", payload: { added: 2, updated: 0, unchanged: 0 } },
    ])
    const changed = { ...check, statement: "The bishop resigned.", rating: "False" }
    expect(await remind(desk, changed, known("b", "The ferry sank."))).toEqual({ added: 0, updated: 1, unchanged: 1 })
    const before = await desk.eventCount()
    expect(await remind(desk, changed)).toEqual({ added: 0, updated: 0, unchanged: 1 })
    expect(await desk.eventCount()).toBe(before)
    expect(await statements(desk.viewer, "The mayor")).toEqual([])
    expect(await statements(desk.viewer, "Bishop resigned")).toEqual(["The bishop resigned."])
    const { kept, held } = await counts(desk)
    expect(kept).toEqual(held)
  })

  test("are counted no further than is told", async ({ desk }) => {
    await remind(desk, ...Array.from({ length: MOST_COUNTED + 9 }, (_, n) => known(`${n}`, `Ferry ${n} sank.`)))
    expect(await countKnownChecks(desk.viewer, { q: "" })).toBe(MOST_COUNTED + 1)
    expect(await countKnownChecks(desk.viewer, { q: "ferry 77" })).toBe(11)
  })

  test("are listed, found by their words and taken out, and their words with them", async ({ desk }) => {
    await remind(desk, known("a", "The mayor resigned."), known("b", "The ferry sank.", { publisher: "Harbour Post" }))
    const { items } = await listKnownChecks(desk.viewer, { q: "harbour" })
    expect(items).toMatchObject([{ externalId: "b", publisher: "Harbour Post" }])
    const pages = await listKnownChecks(desk.viewer, { q: "" }, { limit: 1 })
    expect((await listKnownChecks(desk.viewer, { q: "" }, { limit: 1, cursor: pages.next ?? "" })).items).toHaveLength(
      1,
    )
    const ids = items.map(({ id }) => id)
    expect(await removeKnownChecks(desk.owner, { ids })).toEqual({ removed: 1 })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "known_checks.removed", payload: { count: 1 } }])
    expect(await statements(desk.viewer, "The ferry sank.")).toEqual([])
    const { kept, held } = await counts(desk)
    expect(kept).toEqual(held)
    await settleCounts()
    expect((await counts(desk)).kept).toEqual(held)
  })

  test("of two imports at once are all there, and none waits for the other for ever", async ({ desk }) => {
    const some = (name: string) =>
      Array.from({ length: 300 }, (_, n) =>
        known(`${name}-${n % 200}`, `Word${n % 7} and word${n % 11} of the town ${n}.`),
      )
    const imports = ["a", "b", "a"].map((name, at) =>
      importKnownChecks(desk.editor, { checks: at === 2 ? some(name).reverse() : some(name) }),
    )
    await Promise.all(imports)
    expect((await listKnownChecks(desk.viewer, { q: "" }, { limit: 500 })).items).toHaveLength(400)
    const { kept, held } = await counts(desk)
    expect(kept).toEqual(held)
  })
})
