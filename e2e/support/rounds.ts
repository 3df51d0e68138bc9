/** Verdicts in review to begin a browser test with, made over the API by the checker of the sample desk. */
import { ask } from "./api"
import { rows, type DemoRole } from "./desk"

export interface SentArticle {
  id: string
  title: string
  /** The words of each claim, and the round it was sent in. */
  claims: { words: string; roundId: string }[]
}

/** An article with a claim in review for each priority, in their order. */
export async function articleInReview(name: string, priorities: (1 | 2 | 3)[]): Promise<SentArticle> {
  const title = `${name} ${Date.now()}`
  const words = priorities.map((_, at) => `counted ${100 + at} trees along the harbour road`)
  const text = words.map((these, at) => `In district ${at + 1} the council ${these}, more than ever.`).join("\n\n")
  const article = { format: "markdown", kind: "factcheck", title, content: `${text}\n` }
  const { id } = await ask<{ id: string }>("checker", "POST", "/articles", { body: article })
  const claims = []
  for (const [at, priority] of priorities.entries())
    claims.push({ words: words[at] ?? "", roundId: await sentRound(id, words[at] ?? "", priority) })
  return { id, title, claims }
}

async function sentRound(articleId: string, words: string, priority: number): Promise<string> {
  const selectors = [{ type: "TextQuoteSelector", exact: words }]
  const claim = await ask<{ id: string }>("checker", "POST", `/articles/${articleId}/claims`, {
    body: { selectors, priority },
  })
  const source = { title: "Count of trees (sample)", url: "https://example.org/trees" }
  const evidence = { stance: "supports", locator: "page 3", source }
  await ask("checker", "POST", `/claims/${claim.id}/evidence`, { body: evidence })
  const verdict = { rating: "true", conclusion: "The count has the same number." }
  await ask("checker", "PUT", `/claims/${claim.id}/verdict`, { body: verdict, version: 2 })
  return (await ask<{ id: string }>("checker", "POST", `/claims/${claim.id}/rounds`)).id
}

/** An article with one claim whose verdict is drafted and not sent. */
export async function draftedArticle(
  name: string,
  verdict: { rating: string; conclusion: string },
): Promise<{ id: string; title: string; words: string }> {
  const title = `${name} ${Date.now()}`
  const words = "counted 112 trees along the harbour road"
  const article = { format: "markdown", kind: "factcheck", title, content: `The council ${words} that spring.\n` }
  const { id } = await ask<{ id: string }>("checker", "POST", "/articles", { body: article })
  const selectors = [{ type: "TextQuoteSelector", exact: words }]
  const claim = await ask<{ id: string }>("checker", "POST", `/articles/${id}/claims`, { body: { selectors } })
  const source = { title: "Count of trees (sample)", url: "https://example.org/trees" }
  const evidence = { stance: "supports", locator: "page 3", source }
  await ask("checker", "POST", `/claims/${claim.id}/evidence`, { body: evidence })
  await ask("checker", "PUT", `/claims/${claim.id}/verdict`, { body: verdict, version: 2 })
  return { id, title, words }
}

/** A decision of somebody else, at once. */
export async function decide(role: DemoRole, roundId: string, decision: "approve" | "request_changes"): Promise<void> {
  await ask(role, "POST", `/rounds/${roundId}/reviews`, { body: { decision, note: "Which district?" } })
}

/** Gives the first claim of an article another verdict, which the editor approves. */
export async function approveAnew(articleId: string, rating: string): Promise<void> {
  const path = `/articles/${articleId}?include=claims`
  const { claims } = await ask<{ claims: { id: string; version: number }[] }>("checker", "GET", path)
  const [claim] = claims
  if (!claim) throw new Error(`article ${articleId} has no claim`)
  const body = { rating, conclusion: "The count has another number." }
  await ask("checker", "PUT", `/claims/${claim.id}/verdict`, { body, version: claim.version })
  const round = await ask<{ id: string }>("checker", "POST", `/claims/${claim.id}/rounds`)
  await decide("editor", round.id, "approve")
}

/** Where each claim of an article stands, in the order of their numbers. */
export async function statesOf(articleId: string): Promise<string[]> {
  const query = `SELECT "state" FROM "Claim" WHERE "articleId" = $1 ORDER BY "number"`
  return (await rows<{ state: string }>(query, [articleId])).map((row) => row.state)
}

/** How many reviews of an article's claims there are. */
export async function reviewCount(articleId: string): Promise<number> {
  const query = `SELECT r."id" FROM "Review" r JOIN "Round" o ON o."id" = r."roundId"
    JOIN "Claim" c ON c."id" = o."claimId" WHERE c."articleId" = $1`
  return (await rows(query, [articleId])).length
}
