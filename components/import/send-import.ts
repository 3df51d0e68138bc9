/** Sends one article to the import route and says what became of it, also when no answer of Stet's came back. */
import { connection, look, notice } from "@/components/ui/connection"
import type { Answer } from "@/lib/domain/answer"
import type { ImportFormat, ArticleKind, ImportResult } from "@/lib/domain/article"
import type { ImportProgress, ImportView } from "@/lib/domain/import"

/** What can come of it besides an answer: each has words of its own under `import.refusal`. */
export type Unanswered = "unreachable" | "tooLarge" | "signedOut" | "taken" | "stopped"
export type Sent<Value = ImportResult> = Answer<Value> | Unanswered
export type Received = Sent<ImportView>

/** A pasted article. */
export interface Pasted {
  content: string
  format: ImportFormat
  title: string
  /** Where it stands, if somebody said so. */
  url: string
  kind: ArticleKind
}

export function sendFile(route: string, file: File, signal: AbortSignal): Promise<Received> {
  const body = new FormData()
  body.set("file", file)
  return send(route, body, signal)
}

export function sendPasted(route: string, { title, url, ...pasted }: Pasted): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of Object.entries(pasted)) body.set(name, value)
  if (title.trim()) body.set("title", title.trim())
  if (url.trim()) body.set("url", url.trim())
  return send(route, body)
}

/** Has a page fetched and imported. */
export function sendLink(route: string, { url, kind }: { url: string; kind: ArticleKind }): Promise<Sent> {
  const body = new FormData()
  body.set("url", url.trim())
  body.set("kind", kind)
  return send(route, body)
}

/** What became of the files that Stet has: of those that ended since, and of those waited for; null where it does not say. */
export async function askProgress(
  route: string,
  since: string | null,
  waiting: readonly string[],
): Promise<ImportProgress | null> {
  const asked = new URLSearchParams({ ...(since !== null && { since }), waiting: waiting.join(",") })
  try {
    const response = await fetch(`${route}?${asked}`)
    const answer = (await response.json()) as Answer<ImportProgress>
    notice(answer)
    return answer.ok ? answer.value : null
  } catch {
    void look()
    return null
  }
}

/** Sends a form. Its answer is a value or a refusal, or why there was none. */
export async function send<Value = ImportResult>(
  route: string,
  body: FormData,
  signal?: AbortSignal,
): Promise<Sent<Value>> {
  // It would go in under another person's name.
  if (connection() === "taken") return "taken"
  try {
    const response = await fetch(route, { method: "POST", body, ...(signal && { signal }) })
    const answer = await answerOf<Value>(response)
    if (typeof answer === "object") notice(answer)
    return answer
  } catch {
    void look()
    return signal?.aborted ? "stopped" : "unreachable"
  }
}

async function answerOf<Value>(response: Response): Promise<Sent<Value>> {
  if (response.headers.get("content-type")?.includes("json")) return (await response.json()) as Answer<Value>
  if (response.status === 413) return "tooLarge"
  return response.redirected || response.status === 401 ? "signedOut" : "unreachable"
}
