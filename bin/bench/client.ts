/** The desk over HTTP, as a script of a newsroom would call it. */

interface Created {
  id: string
}

export type Client = ReturnType<typeof client>

/** Calls the REST API with a token; whatever is not answered with success ends the benchmark. */
export function client(url: string, token: string) {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const response = await fetch(`${url}/api/v1${path}`, { ...init, headers })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    return text
  }
  const post = async (path: string, body: object) =>
    JSON.parse(await call(path, { method: "POST", body: JSON.stringify(body) })) as Created
  const position = (start: number) => ({ selectors: [{ type: "TextPositionSelector", start, end: start + 30 }] })
  return {
    get: call,
    importArticle: (content: string) => post("/articles", { format: "text", content }),
    markClaim: (articleId: string, start: number) => post(`/articles/${articleId}/claims`, position(start)),
    /** Overlapping ones, spread evenly over the article. */
    markClaims: (articleId: string, count: number) =>
      post(`/articles/${articleId}/claims`, { claims: Array.from({ length: count }, (_, n) => position(20 + n * 25)) }),
    exported: (articleId: string) => call(`/articles/${articleId}/export?format=markdown`),
  }
}

const SAMPLE =
  "the council of Wendmouth said on Monday that the ferry carried 4,120 people in May and that fares rose by 3 per cent".split(
    " ",
  )
const PARAGRAPH = 80

/** So many words in paragraphs, another text for each name. */
export function sampleArticle(words: number, name: string): string {
  const word = (n: number) => `${SAMPLE[(n * 7 + Math.floor(n / 23)) % SAMPLE.length]}${n % 16 === 15 ? "." : ""}`
  const paragraph = (_: unknown, p: number) =>
    Array.from({ length: PARAGRAPH }, (_, i) => word(p * PARAGRAPH + i)).join(" ")
  return [`Figures of the ferry, ${name}`, ...Array.from({ length: words / PARAGRAPH }, paragraph)].join("\n\n")
}
