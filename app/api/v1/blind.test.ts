/** What the API answers somebody who may not see the first verdict of a claim: to the byte the same, whatever becomes of it. */
import { expect, vi } from "vitest"
import { addEvidence } from "@/lib/desk/evidence"
import { askOpinion, lookIn } from "@/lib/desk/opinions"
import { newSource, test } from "@/lib/desk/testing/desk"
import { take, type Verdict } from "@/lib/desk/testing/first-verdict"
import { settledLog } from "@/lib/desk/testing/settled-log"
import { clientOf, type ApiClaim } from "./testing/http"
import { addressOf, entries, thingsOf } from "./testing/table"

vi.mock("next-intl/server", () => import("./testing/translator"))

const STEPS = [
  "draftFalse",
  "weigh",
  "call",
  "sum",
  "send",
  "note",
  "legal",
  "approve",
  "draftMixed",
  "send",
  "request",
]

test("every answer and its entity tag are the same before and after each step of the first verdict", async ({
  desk,
}) => {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  const evidence = { stance: "refutes", locator: "page 3", excerpt: "It fell." } as const
  const cited = await addEvidence(desk.checker, { claimId, source: newSource(), evidence })
  await askOpinion(desk.editor, { claimId })
  for (const who of [desk.checker, desk.editor]) await lookIn(who, { claimId })
  const ids = { articleId: article.id, claimId, sourceId: cited.claim.evidence[0]?.source.id ?? "" }
  const things = { ...(await thingsOf(desk)), ...ids, evidenceId: cited.evidenceId }
  const blind = [await clientOf(desk.secondChecker), await clientOf(desk.owner), await clientOf(desk.viewer)]
  const reads = async () => {
    await settledLog(desk.owner)
    const answers: string[] = []
    for (const client of blind)
      for (const { method, path } of entries.filter((entry) => entry.method === "GET"))
        for (const query of path.endsWith("/export") ? ["", "?profile=internal"] : [""]) {
          const { status, headers, text } = await client.get(`${addressOf(path, { ...things })}${query}`)
          // A place in the log is sealed anew each time, so that two of them can't be compared.
          const told = path === "/events" ? text.replace(/"next":"[^"]+"/, "") : text
          answers.push(`${method} ${path}${query} ${status} ${headers.get("etag")} ${told}`)
        }
    return answers
  }
  const before = await reads()
  const at: Verdict = { desk, claimId, articleId: article.id, planted: [] }
  for (const step of STEPS) await take(at, step)
  expect(at.planted.length).toBeGreaterThan(12)
  expect(await reads()).toEqual(before)
  // What they try is answered the same as well.
  const [checker] = blind
  const tried = await checker?.put(`/claims/${claimId}/verdict`, { body: { rating: "true" }, version: "*" })
  expect(tried).toMatchObject({ status: 409, json: { code: "conflict" } })
  expect(tried?.json).not.toHaveProperty("current")
})

test("a second opinion is asked for, given and decided on", async ({ desk }) => {
  const { id } = await desk.sentClaim()
  const [checker, second, editor] = [
    await clientOf(desk.checker),
    await clientOf(desk.secondChecker),
    await clientOf(desk.editor),
  ]
  const asked = await checker.post<ApiClaim>(`/claims/${id}/second-opinion`)
  expect(asked).toMatchObject({ status: 200, json: { secondOpinion: { phase: "asked", blind: false } } })
  const blind = await second.get<ApiClaim>(`/claims/${id}`)
  expect(blind.json).toMatchObject({ state: "open", verdict: null, round: null, evidence: [{ stance: null }] })
  const given = await second.post<ApiClaim>(`/claims/${id}/second-opinion`, { body: { rating: "mixed" } })
  expect(given.json.secondOpinion).toMatchObject({ phase: "differ", first: { rating: "false" } })
  const body = { rating: "mixed", reason: "Both are right." }
  const proposed = await second.post<ApiClaim>(`/claims/${id}/adjudication`, { body })
  const agreeTo = proposed.json.secondOpinion?.proposal?.id
  expect(await editor.post(`/claims/${id}/adjudication`, { body: { agreeTo } })).toMatchObject({ status: 403 })
  const agreed = await checker.post<ApiClaim>(`/claims/${id}/adjudication`, { body: { agreeTo } })
  expect(agreed.json).toMatchObject({ state: "changes_requested", secondOpinion: { phase: "adjudicated" } })
})
