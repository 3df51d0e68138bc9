/** The desk over HTTP, as a script of a newsroom would call it. */

/** Code points of an article's text, end exclusive. */
export interface Span {
  start: number
  end: number
}

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
  const position = ({ start, end }: Span) => ({ selectors: [{ type: "TextPositionSelector", start, end }] })
  return {
    get: call,
    post,
    importArticle: (content: string) => post("/articles", { format: "text", content }),
    markClaim: (articleId: string, start: number) =>
      post(`/articles/${articleId}/claims`, position({ start, end: start + 30 })),
    markClaims: (articleId: string, spans: Span[]) =>
      post(`/articles/${articleId}/claims`, { claims: spans.map(position) }),
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

/** One within another, twice the same, two that cross, a long one under all of them. */
const GROUP = [
  { start: 0, end: 110 },
  { start: 20, end: 60 },
  { start: 20, end: 60 },
  { start: 45, end: 150 },
  { start: 5, end: 300 },
  { start: 170, end: 180 },
  { start: 175, end: 260 },
]

/** So many spans that overlap in all ways there are, over all of a sample article; every eighth lies over two paragraphs. */
export function overlappingSpans(article: string, count: number): Span[] {
  const text = article.replaceAll("\n\n", "\n")
  const each = GROUP.length + 1
  const step = Math.floor((text.length - 400) / Math.ceil(count / each))
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor(n / each) * step
    const span = GROUP[n % each]
    const edge = text.indexOf("\n", from + 50)
    return span ? { start: from + span.start, end: from + span.end } : { start: edge - 40, end: edge + 40 }
  })
}
