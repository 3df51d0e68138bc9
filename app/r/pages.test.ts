/** The public pages as they are answered: what everybody gets, what is gone, and that no word of the desk's is among it. */
import * as fc from "fast-check"
import { describe, expect } from "vitest"
import { GET as claimAt } from "@/app/r/[workspace]/claims/[claimId]/route"
import { GET as feedAt } from "@/app/r/[workspace]/feed.xml/route"
import { GET as methodAt } from "@/app/r/[workspace]/method/route"
import { GET as reportAt } from "@/app/r/[workspace]/[articleId]/route"
import { GET as listAt } from "@/app/r/[workspace]/route"
import { GET as sitemapAt } from "@/app/r/[workspace]/sitemap.xml/route"
import { db } from "@/lib/db"
import { publishArticle, unpublishArticle } from "@/lib/desk/publishing"
import { reopen } from "@/lib/desk/reopenings"
import { decideReview } from "@/lib/desk/reviews"
import { sendToReview } from "@/lib/desk/rounds"
import { signOffArticle } from "@/lib/desk/sign-offs"
import { test, type Desk } from "@/lib/desk/testing/desk"
import { IMPRINT, publicClaim, setTo } from "@/lib/desk/testing/publication-acts"
import { carryOut, outsidersOf, plan, type RandomDesk } from "@/lib/desk/testing/random-desk"
import { draftVerdict } from "@/lib/desk/verdicts"

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`https://stet.example.org${path}`, { headers })

const params = <T>(given: T) => ({ params: Promise.resolve(given) })

const reportOf = ({ slug: workspace }: Desk, articleId: string, { query = "", headers = {} } = {}) =>
  reportAt(ask(`/r/${workspace}/${articleId}${query}`, headers), params({ workspace, articleId }))

const claimOf = ({ slug: workspace }: Desk, claimId: string, query = "") =>
  claimAt(ask(`/r/${workspace}/claims/${claimId}${query}`), params({ workspace, claimId }))

describe("a public page", () => {
  test("is answered to everybody, is kept while it is the same, and runs nothing", async ({ desk }) => {
    const { articleId, id } = await publicClaim(desk)
    const answer = await reportOf(desk, articleId)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=60, must-revalidate")
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base/)
    expect(answer.headers.get("set-cookie")).toBeNull()
    const tag = answer.headers.get("etag") ?? ""
    const again = await reportOf(desk, articleId, { headers: { "if-none-match": `"x", W/${tag}` } })
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: "" })
    const claim = await (await claimOf(desk, id)).text()
    expect(claim).toContain('"@type":"ClaimReview"')
    expect(claim).toContain('"alternateName":"False"')
  })

  test("speaks of what is gone, and knows nothing of what never was", async ({ desk }) => {
    const { articleId, id } = await publicClaim(desk)
    const never = "0190e000-0000-7000-8000-000000000001"
    const nowhere = [
      reportOf(desk, never),
      reportOf(desk, "claims"),
      reportOf(desk, articleId, { query: "?version=2" }),
      reportOf(desk, articleId, { query: "?version=x" }),
      reportOf(await desk.otherWorkspace(), articleId),
      claimOf(desk, never),
    ]
    for (const answer of await Promise.all(nowhere)) {
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain(desk.slug)
    }
    await unpublishArticle(desk.editor, { articleId })
    for (const answer of [await reportOf(desk, articleId), await claimOf(desk, id)]) expect(answer.status).toBe(410)
  })
})

/** Each makes a desk of its own. */
const RUNS = 5

test("no word of the desk's to itself is in what everybody can read", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const here = await carryOut(given)
      await publish(here)
      await expectNothingTold(here)
      await rework(here)
      await expectNothingTold(here)
    }),
    { numRuns: RUNS },
  )
})

/** As the plans of random desks send it. */
const FOUND = { rating: "false", conclusion: "They rose." }
const WORKING = "zwworkingwz"
const UNAPPROVED = "zuunapproveduz"
const REASON = "zrreasonrz"

async function publish({ desk, articleId, claimIds }: RandomDesk): Promise<void> {
  await setTo(desk, { ...IMPRINT, method: "We read *everything* twice.", publishes: true })
  await desk.set({ publishes: true })
  const [first = "", ...others] = claimIds
  await approved(desk, first)
  for (const claimId of others) {
    const verdict = { rating: "true", conclusion: UNAPPROVED, workingNote: WORKING }
    if ((await desk.claimRow(claimId)).state === "open") await draftVerdict(desk.checker, { claimId, verdict })
  }
  await signOffArticle(desk.secondEditor, { articleId, notices: [], openItems: { reason: REASON } })
  await publishArticle(desk.editor, { articleId })
}

/** Has a claim approved, wherever it was; with a note of the desk's to itself, which takes no approval from it. */
async function approved(desk: Desk, claimId: string): Promise<void> {
  const state = async () => (await desk.claimRow(claimId)).state
  const draft = () => draftVerdict(desk.checker, { claimId, verdict: { ...FOUND, workingNote: WORKING } })
  const waivers = [{ item: "evidence", reason: "Known to all" } as const]
  if ((await state()) === "approved") await draft()
  if ((await state()) === "open") {
    await draft()
    await sendToReview(desk.checker, { claimId, waivers })
  }
  const { roundId } = await desk.claimRow(claimId)
  if ((await state()) === "in_review") {
    await decideReview(desk.secondEditor, { roundId: roundId ?? "", decision: "approve" })
  }
}

/** Has every claim looked at again, and something else found. */
async function rework({ desk, articleId, claimIds }: RandomDesk): Promise<void> {
  for (const claimId of claimIds) {
    if ((await desk.claimRow(claimId)).signOffId === null) continue
    await reopen(desk.editor, { articleId, claimId, kind: "factual", reason: REASON })
    const verdict = { rating: "true", conclusion: UNAPPROVED, workingNote: WORKING }
    await draftVerdict(desk.checker, { claimId, verdict })
  }
}

async function expectNothingTold(here: RandomDesk): Promise<void> {
  const bytes = await everythingPublic(here)
  const words = [...(await hiddenWords(here)), WORKING, UNAPPROVED, REASON]
  expect(words.filter((word) => bytes.includes(word))).toEqual([])
  expect(bytes).toContain(FOUND.conclusion)
}

async function everythingPublic({ desk, articleId, claimIds }: RandomDesk): Promise<string> {
  const workspace = params({ workspace: desk.slug })
  const answers = await Promise.all([
    ...[listAt, feedAt, sitemapAt, methodAt].map((at) => at(ask(`/r/${desk.slug}`), workspace)),
    ...["", "?version=1"].map((query) => reportOf(desk, articleId, { query })),
    ...claimIds.flatMap((id) => [claimOf(desk, id), claimOf(desk, id, "?version=1")]),
  ])
  expect(answers.slice(0, 6).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  const texts = await Promise.all(answers.map((answer) => answer.text()))
  return texts.join("\n")
}

/** What of a desk is nobody else's business: its people, its words to itself, what is confidential, the ids of it all. */
async function hiddenWords({ desk, planted, asked }: RandomDesk): Promise<string[]> {
  const where = { workspaceId: desk.workspaceId }
  const [people, evidence, calculations, sources, rounds, claims] = await Promise.all([
    db().membership.findMany({ where, include: { user: true } }),
    db().evidence.findMany({ where }),
    db().calculation.findMany({ where }),
    db().source.findMany({ where }),
    db().round.findMany({ where }),
    db().claim.findMany({ where: { ...where, signOffId: null, underReviewSince: null } }),
  ])
  const confidential = new Set<string>()
  for (const { id } of sources) if ((await outsidersOf(id, [desk.viewer])).length > 0) confidential.add(id)
  const words = [
    ...people.flatMap(({ id, userId, user }) => [id, userId, user.name, user.email]),
    ...evidence.flatMap(({ id, excerpt, note }) => [id, excerpt, note]),
    ...calculations.flatMap(({ id, title, note, formula }) => [id, title, note, formula]),
    ...sources.flatMap(({ id, independenceGroup }) => [id, independenceGroup]),
    ...[...rounds, ...claims].map(({ id }) => id),
    ...planted.filter(({ sourceId }) => confidential.has(sourceId)).map(({ word }) => word),
    ...[desk.workspaceId, "Known to all", ...asked],
  ]
  return words.filter((word): word is string => Boolean(word))
}
