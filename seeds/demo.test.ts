import { beforeAll, describe, expect, test } from "vitest"
import { listArticles } from "../lib/desk/article-list"
import { readArticle } from "../lib/desk/articles"
import { listThreads } from "../lib/desk/comment-list"
import { findClaims } from "../lib/desk/claim-list"
import { verifyEvents } from "../lib/desk/events"
import { readPublicReport } from "../lib/desk/public-reports"
import { reviewQueue } from "../lib/desk/reviews"
import { readSignOffs } from "../lib/desk/sign-off-views"
import { signIn } from "../lib/desk/sign-in"
import { actorByToken } from "../lib/desk/tokens"
import type { AnnotatedArticle } from "../lib/domain/annotated-article"
import { ClaimFilters } from "../lib/domain/claim-list"
import { scopesOf, type Actor } from "../lib/domain/workspace"
import { seedDemo } from "./demo"
import type { Account, Post } from "./people"

let accounts: Account[]
const actors = new Map<Post, Actor>()
let call: AnnotatedArticle
let copy: AnnotatedArticle

const as = (post: Post): Actor => {
  const actor = actors.get(post)
  if (!actor) throw new Error(`the sample desk has no ${post}`)
  return actor
}

async function sampleArticle(query: string): Promise<AnnotatedArticle> {
  const { items } = await listArticles(as("owner"), { query })
  return readArticle(as("owner"), items[0]?.id ?? "")
}

beforeAll(async () => {
  accounts = (await seedDemo()).accounts
  for (const { role, token } of accounts) actors.set(role, (await actorByToken(token)).actor)
  call = await sampleArticle("A call to Moscow")
  copy = await sampleArticle("Borrow a tomato")
})

describe("the sample desk", () => {
  test("has an account for every role, and a second editor", () => {
    expect(accounts.map(({ role }) => role)).toEqual([
      "owner",
      "editor",
      "second_editor",
      "checker",
      "author",
      "viewer",
    ])
  })

  test("lets everybody in by password, and by a token with all scopes of their role", async () => {
    for (const { role, email, password, token } of accounts) {
      expect(await signIn({ email, password })).toMatchObject({ id: as(role).userId })
      expect((await actorByToken(token)).scopes).toEqual(scopesOf(as(role).role))
    }
  })

  test("is left as it is by a second run", async () => {
    expect(await seedDemo()).toEqual({ accounts: [] })
    expect((await listArticles(as("owner"))).items).toHaveLength(3)
  })

  test("has whole chains of events", async () => {
    expect(await verifyEvents(as("owner").workspaceId)).toMatchObject({ faults: [] })
  })

  test("has work waiting for everybody who reviews", async () => {
    for (const post of ["owner", "editor", "second_editor", "checker"] as const) {
      expect(await reviewQueue(as(post))).not.toHaveLength(0)
    }
  })
})

describe("the sample desk’s claims", () => {
  const asked = async (filters: object) => {
    const clock = { now: new Date(), zone: "UTC" }
    return (await findClaims(as("owner"), ClaimFilters.parse(filters), clock, { limit: 200 })).items
  }

  test("have somebody to check them, and times, of which one has passed", async () => {
    const all = await asked({})
    expect(new Set(all.flatMap(({ assignee }) => assignee?.name ?? [])).size).toBe(3)
    expect(all.filter(({ dueAt }) => dueAt !== null)).toHaveLength(5)
    expect(await asked({ due: "overdue" })).toHaveLength(1)
  })

  test("wait for answers, one of which it is time to ask for again", async () => {
    expect((await asked({ waiting: "any" })).map(({ waiting }) => waiting?.on)).toEqual([
      "claimant",
      "source",
      "author",
    ])
    expect(await asked({ waiting: "overdue" })).toHaveLength(1)
  })
})

describe("the sample fact-check", () => {
  test("has claims in every state and many verdicts", () => {
    expect(call.counts).toEqual({ total: 16, open: 4, in_review: 3, changes_requested: 1, checked: 0, approved: 8 })
    const ratings = new Set(call.claims.map(({ verdict }) => verdict?.rating.code ?? "none"))
    expect(ratings.size).toBeGreaterThanOrEqual(9)
  })

  test("has claims in headline and dek, and numbers all in the order of the text", () => {
    const starts = call.claims.map(({ anchors }) => anchors[0]?.start ?? -1)
    const end = (number: number) => call.claims[number - 1]?.anchors[0]?.end
    expect(starts.slice().sort((a, b) => a - b)).toEqual(starts)
    expect(end(1)).toBeLessThanOrEqual(call.title.length)
    expect(end(2)).toBeLessThan(call.revision.bodyStart)
  })

  test("has one claim of our own among other people’s, and one of several spans", () => {
    expect(call.claims.filter(({ job }) => job === "ours")).toHaveLength(1)
    expect(call.claims.filter(({ anchors }) => anchors.length > 1)).toHaveLength(1)
  })

  test("shows a confidential source to the checker who brought it, and not to a viewer", async () => {
    const confidential = async (post: Post) => {
      const { claims } = await readArticle(as(post), call.id)
      return claims.flatMap(({ evidence }) => evidence).filter(({ source }) => source.confidential)
    }
    expect(await confidential("checker")).toHaveLength(1)
    expect(await confidential("viewer")).toHaveLength(0)
  })

  test("rests on made-up pages alone, and says so", () => {
    const sources = [...call.claims, ...copy.claims].flatMap(({ evidence }) => evidence.map(({ source }) => source))
    for (const { title, url } of sources) {
      expect(title).toContain("(sample)")
      if (url) expect(new URL(url).hostname).toBe("example.org")
    }
  })
})

describe("the sample that has gone out", () => {
  test("is signed off whole, by somebody who had no part in it, and public with its two verdicts", async () => {
    const { items } = await listArticles(as("owner"), { query: "night bus" })
    const articleId = items[0]?.id ?? ""
    expect(await readSignOffs(as("viewer"), articleId)).toMatchObject({
      signOffs: [{ number: 1, kind: "signed_off", signedBy: { id: as("second_editor").id } }],
    })
    const report = await readPublicReport("sample-desk", articleId)
    expect(report).toMatchObject({ kind: "shown", page: { notes: [{ hasPage: true }, { hasPage: true }] } })
    for (const text of JSON.stringify(report).match(/https:\/\/[^"]+/g) ?? [])
      expect(new URL(text).hostname).toBe("example.org")
  })
})

describe("the sample of our own copy", () => {
  test("is by the desk’s author, who sees it and nothing else", async () => {
    expect(copy).toMatchObject({ kind: "copy", authors: [{ membershipId: as("author").id }] })
    expect((await listArticles(as("author"))).items.map(({ id }) => id)).toEqual([copy.id])
  })

  test("has been looked at in part: sentences are in all four states", () => {
    const { untouched, in_work, checked, nothing_to_check } = copy.coverage
    expect([untouched, in_work, checked, nothing_to_check].every((count) => count > 0)).toBe(true)
    expect(nothing_to_check).toBe(2)
  })

  test("has a query that its author has answered", async () => {
    const { threads } = await listThreads(as("author"), copy.id)
    expect(threads).toMatchObject([{ kind: "query", waitingSince: null, comments: [{}, { answer: true }] }])
  })

  test("is ticked, not judged", () => {
    expect(copy.claims.every(({ job }) => job === "ours")).toBe(true)
    expect(copy.counts).toEqual({ total: 7, open: 1, in_review: 1, changes_requested: 1, checked: 0, approved: 4 })
  })
})
