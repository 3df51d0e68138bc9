/** Articles and claims by way of the REST API, for tests that are about how they are shown. */
import { account, type DemoRole } from "./desk"
import { myDesk, urlOf } from "./desks"

export interface Marked {
  id: string
  number: number
}

/** Imports Markdown as the checker. Answers the article's id. */
export function importMarkdown(content: string): Promise<string> {
  return importAs({ format: "markdown", content })
}

/** Imports plain text as the checker. Answers the article's id. */
export function importText(content: string, kind: "factcheck" | "copy" = "factcheck"): Promise<string> {
  return importAs({ format: "text", content, kind })
}

/** A last line makes it another text each time: the same one would be recognised. */
async function importAs({ content, ...article }: { content: string; format: string; kind?: string }): Promise<string> {
  const unlike = `${content}\n\nSample text ${Date.now()}-${Math.random()}.\n`
  return (await post<{ id: string }>("/articles", { ...article, content: unlike })).id
}

/** Puts another text in the place of an article's, all of it body, as the checker. */
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

/** The address of the text of a source that has a file of its own, opened at a paragraph; once it can be read. */
export async function addressOfText(words: string[], at: number): Promise<string> {
  const form = new FormData()
  form.set("file", new File([words.join("\n\n")], "minutes-of-the-council.txt", { type: "text/plain" }))
  const { id: fileId } = await post<{ id: string }>("/files", form)
  const { id } = await post<{ id: string }>("/sources", { title: `Minutes of the council ${Date.now()}`, fileId })
  return `/w/sample-desk/sources/${id}/read?at=${encodeURIComponent(`¶ ${at}`)}`
}

/** The address of an article of the sample desk. */
export async function addressOfSample(title: string): Promise<string> {
  const { items } = await ask<{ items: { id: string; title: string }[] }>("checker", "GET", "/articles?limit=200")
  const found = items.find((article) => article.title.startsWith(title))
  if (!found) throw new Error(`the sample desk has no article called ${title}`)
  return addressOf(found.id)
}

export const addressOf = (articleId: string) => `/w/sample-desk/articles/${articleId}`

/** Asks the API as somebody of the sample desk; a form goes as it is, anything else as JSON. */
export async function ask<Answer>(
  role: DemoRole,
  method: string,
  path: string,
  { body, version }: { body?: object; version?: number } = {},
): Promise<Answer> {
  const isForm = body instanceof FormData
  const headers = {
    authorization: `Bearer ${account(role).token}`,
    ...(!isForm && { "content-type": "application/json" }),
    ...(version && { "if-match": `"${version}"` }),
  }
  const response = await fetch(`${urlOf(myDesk())}/api/v1${path}`, {
    method,
    headers,
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

const post = <T>(path: string, body: object) => ask<T>("checker", "POST", path, { body })
