/** Articles and claims by way of the REST API, for tests that are about how they are shown. */
import { account } from "./desk"
import { myDesk, urlOf } from "./desks"

export interface Marked {
  id: string
  number: number
}

/** Imports Markdown as the checker; a last line makes it another text each time. Answers the article's id. */
export async function importMarkdown(content: string): Promise<string> {
  const { id } = await post<{ id: string }>("/articles", {
    format: "markdown",
    content: `${content}\n\nSample text ${Date.now()}-${Math.random()}.\n`,
  })
  return id
}

/** Brings another text for an article, all of it body, as the checker. */
export async function reviseMarkdown(articleId: string, content: string): Promise<void> {
  await post(`/articles/${articleId}/revisions`, { format: "markdown", content })
}

/** Marks spans of an article, in code points of its text, or words that stand in it once. */
export async function markAll(
  articleId: string,
  places: ({ start: number; end: number } | string)[],
): Promise<Marked[]> {
  const claims = places.map((place) =>
    typeof place === "string"
      ? { selectors: [{ type: "TextQuoteSelector", exact: place }] }
      : { selectors: [{ type: "TextPositionSelector", ...place }] },
  )
  return (await post<{ items: Marked[] }>(`/articles/${articleId}/claims`, { claims })).items
}

/** Rests a claim on a source, as the checker. */
export async function cite(claimId: string, evidence: { locator: string; source: { title: string } }): Promise<void> {
  await post(`/claims/${claimId}/evidence`, { stance: "supports", ...evidence })
}

/** Puts a new text in the place of an article's body, as the checker. */
export async function revise(articleId: string, content: string): Promise<void> {
  await post(`/articles/${articleId}/revisions`, { format: "markdown", content })
}

export const addressOf = (articleId: string) => `/w/sample-desk/articles/${articleId}`

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`${urlOf(myDesk())}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${account("checker").token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
