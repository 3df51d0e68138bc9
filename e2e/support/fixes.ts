/** An article of the sample desk's author, with facts whose verdicts ask for other words. */
import { account, rows, type DemoRole } from "./desk"
import { ask } from "./api"

const TEXT = "The bridge opened in 1931.\n\nThe toll was nine crowns.\n"

/** An article of the sample desk's author with one fact. */
export async function articleOfAuthor(content: string, exact: string): Promise<{ id: string; title: string }> {
  const { id, title } = await newArticle(content)
  await ask("checker", "POST", `/articles/${id}/claims`, {
    body: { selectors: [{ type: "TextQuoteSelector", exact }] },
  })
  return { id, title }
}

/** Its first fact waits for a fix; the second has one, and the third another that wants a word of it. */
export async function articleWithFixes(): Promise<{ id: string; title: string }> {
  const { id, title } = await newArticle(TEXT)
  await needsFix(id, "opened in 1931")
  for (const [exact, wording] of [
    ["nine crowns", "ten crowns"],
    ["toll was nine", "fare was nine"],
  ] as const) {
    const claim = await needsFix(id, exact)
    await ask("checker", "POST", `/claims/${claim}/fix`, { body: { wording } })
    await ask("checker", "POST", `/claims/${claim}/rounds`)
  }
  return { id, title }
}

async function newArticle(content: string): Promise<{ id: string; title: string }> {
  const title = `The bridge ${Date.now()}`
  const authors = [{ membershipId: await memberOf("author") }]
  const article = { format: "markdown", kind: "copy", title, authors, content }
  const { id } = await ask<{ id: string }>("checker", "POST", "/articles", { body: article })
  return { id, title }
}

/** Everything of the article that is in review is approved. */
export async function fixedAndApproved(articleId: string): Promise<void> {
  const query = `SELECT "roundId" FROM "Claim" WHERE "articleId" = $1 AND "state" = 'in_review'`
  for (const { roundId } of await rows<{ roundId: string }>(query, [articleId]))
    await ask("editor", "POST", `/rounds/${roundId}/reviews`, { body: { decision: "approve" } })
}

async function needsFix(articleId: string, exact: string): Promise<string> {
  const selectors = [{ type: "TextQuoteSelector", exact }]
  const claim = await ask<{ id: string; version: number }>("checker", "POST", `/articles/${articleId}/claims`, {
    body: { selectors },
  })
  const source = { title: "Chronicle of the bridge (sample)", url: "https://example.org/chronicle" }
  const evidence = { stance: "refutes", locator: "page 3", source }
  await ask("checker", "POST", `/claims/${claim.id}/evidence`, { body: evidence })
  const verdict = { rating: "needs_fix", conclusion: "The chronicle has another number." }
  await ask("checker", "PUT", `/claims/${claim.id}/verdict`, { body: verdict, version: claim.version + 1 })
  return claim.id
}

async function memberOf(role: DemoRole): Promise<string> {
  const query = `SELECT m."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE u."email" = $1`
  const [member] = await rows<{ id: string }>(query, [account(role).email])
  if (!member) throw new Error(`no seat for the ${role}`)
  return member.id
}
