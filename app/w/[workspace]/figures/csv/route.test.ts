/** The figures as files: what is in them, and who gets none. */
import { describe, expect, vi } from "vitest"
import { signedInUser } from "@/lib/auth"
import { assignClaims } from "@/lib/desk/arrangements"
import { askOpinion, giveOpinion } from "@/lib/desk/opinions"
import { test, type Desk, type Name } from "@/lib/desk/testing/desk"
import { GET } from "./route"

vi.mock("next-intl/server", async () => ({
  ...(await import("@/app/api/v1/testing/translator")),
  getNow: () => Promise.resolve(new Date()),
  getTimeZone: () => Promise.resolve("Europe/Berlin"),
  getLocale: () => Promise.resolve("en"),
}))
vi.mock("@/lib/auth", () => ({ signedInUser: vi.fn() }))

async function ask(
  desk: Desk,
  query: string,
  { by = "viewer", slug = desk.slug }: { by?: Name | null; slug?: string } = {},
) {
  const userId = by && desk[by].userId
  vi.mocked(signedInUser).mockResolvedValue(
    userId
      ? { id: userId, email: "e@example.org", name: "E", sessionEpoch: 0, sessionId: "s", secondFactor: "off" }
      : null,
  )
  const request = new Request(`http://stet.test/w/${slug}/figures/csv?${query}`)
  const response = await GET(request, { params: Promise.resolve({ workspace: slug }) })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const lines = new TextDecoder().decode(bytes).split("\r\n")
  return { status: response.status, headers: response.headers, bytes, lines }
}

describe("the table behind a figure", () => {
  test("is a file in UTF-8 that spreadsheets take for such, named after figure and day", async ({ desk }) => {
    await desk.approvedClaim({ verdict: { rating: "mostly_true" } })
    const { status, headers, bytes, lines } = await ask(desk, "figure=verdicts")
    expect(status).toBe(200)
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present")
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="(verdict-mix-\d{4}-\d\d-\d\d\.csv)"; filename\*=UTF-8''\1$/,
    )
    expect(headers.get("cache-control")).toBe("private, no-store")
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(lines).toEqual(["Scale,Rating,Claims,Share", "Somebody else’s claim,Mostly true,1,100", ""])
  })

  test("has a line for each day in flight, of the time, section and job that were asked for", async ({ desk }) => {
    await desk.claim({ article: await desk.article({ section: "Local" }) })
    await desk.sentClaim()
    const all = await ask(desk, "figure=flight&period=7")
    expect(all.lines).toHaveLength(9)
    expect(all.lines[0]).toBe("Day,Open,Waiting,In review,Changes,In all")
    expect(all.lines[7]).toMatch(/^\d{4}-\d\d-\d\d,1,0,1,0,2$/)
    const local = await ask(desk, "figure=flight&period=7&section=Local")
    expect(local.lines[7]).toMatch(/,1,0,0,0,1$/)
    expect((await ask(desk, "figure=flight&period=7&section=Local&job=ours")).lines[7]).toMatch(/,0,0,0,0,0$/)
  })

  test("of times to approval ends with all of them, and says nothing of too few", async ({ desk }) => {
    const article = await desk.article()
    for (let at = 0; at < 5; at += 1) await desk.approvedClaim({ article })
    const { lines } = await ask(desk, "figure=approval")
    expect(lines[0]).toBe("Time,Claims,Share,Median (hours),90 % within (hours)")
    expect(lines[1]).toBe("Under 1 hour,5,100,,")
    expect(lines.at(-2)).toBe("In all,5,100,0,")
  })

  test("of agreement has empty cells where there are too few to say", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim({ article: await desk.article({ section: "Local" }) })
    await askOpinion(desk.checker, { claimId })
    await giveOpinion(desk.secondChecker, { claimId, verdict: { rating: "mixed" } })
    const { lines } = await ask(desk, "figure=agreement")
    expect(lines[0]).toBe(
      'Scale,Of,Claims,Same rating,"Krippendorff’s α, nominal","Krippendorff’s α, ordinal","Cohen’s κ, first against second"',
    )
    expect(lines.slice(1, 3)).toEqual([
      "Somebody else’s claim,In all,1,,,,",
      "Somebody else’s claim,Section: Local,1,,,,",
    ])
    expect(lines[3]).toMatch(/^Somebody else’s claim,\d{4}-\d\d,1,,,,$/)
  })

  test("names who and what is late, and no title runs as a formula", async ({ desk }) => {
    const { id: claimId } = await desk.claim({
      article: await desk.article({ title: '=HYPERLINK("https://example.org")' }),
    })
    const dueAt = "2020-01-02T03:04:05.000Z"
    await assignClaims(desk.editor, { claims: [{ claimId }], assigneeId: desk.checker.id, dueAt })
    const { lines: checkers } = await ask(desk, "figure=checkers")
    expect(checkers[1]).toBe(`checker of ${desk.slug},1,${dueAt}`)
    const { lines: articles } = await ask(desk, "figure=articles")
    expect(articles[1]).toBe(`"'=HYPERLINK(""https://example.org"")",1,${dueAt}`)
  })
})

describe("nothing is told", () => {
  test("to who is signed out, or an author", async ({ desk }) => {
    await desk.claim()
    expect((await ask(desk, "figure=flight", { by: null })).status).toBe(401)
    expect((await ask(desk, "figure=flight", { by: "author" })).status).toBe(404)
  })

  test("to another desk, neither at this address nor at its own", async ({ desk }) => {
    await desk.approvedClaim()
    const other = await desk.otherWorkspace()
    expect((await ask(other, "figure=verdicts", { by: "owner", slug: desk.slug })).status).toBe(404)
    expect((await ask(other, "figure=verdicts", { by: "owner" })).lines).toEqual(["Scale,Rating,Claims,Share", ""])
  })

  test("of a figure that there is not", async ({ desk }) => {
    expect((await ask(desk, "figure=salaries")).status).toBe(422)
    expect((await ask(desk, "")).status).toBe(422)
  })
})
