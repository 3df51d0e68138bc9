/** Sends one article to the import route and says what became of it, also when no answer of Stet's came back. */
import { connection, look, notice } from "@/components/ui/connection"
import type { Answer } from "@/lib/domain/answer"
import type { ImportFormat, ArticleKind, ImportResult } from "@/lib/domain/article"

/** What can come of it besides an answer: each has words of its own under `import.refusal`. */
export type Unanswered = "unreachable" | "tooLarge" | "signedOut" | "taken" | "stopped"
export type Sent = Answer<ImportResult> | Unanswered

/** A pasted article. */
export interface Pasted {
  content: string
  format: ImportFormat
  title: string
  kind: ArticleKind
}

export function sendFile(route: string, file: File, signal: AbortSignal): Promise<Sent> {
  const body = new FormData()
  body.set("file", file)
  return send(route, body, signal)
}

export function sendPasted(route: string, { title, ...pasted }: Pasted): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of Object.entries(pasted)) body.set(name, value)
  if (title.trim()) body.set("title", title.trim())
  return send(route, body)
}

async function send(route: string, body: FormData, signal?: AbortSignal): Promise<Sent> {
  // It would go in under another person's name.
  if (connection() === "taken") return "taken"
  try {
    const response = await fetch(route, { method: "POST", body, ...(signal && { signal }) })
    const answer = await answerOf(response)
    if (typeof answer === "object") notice(answer)
    return answer
  } catch {
    void look()
    return signal?.aborted ? "stopped" : "unreachable"
  }
}

async function answerOf(response: Response): Promise<Sent> {
  if (response.headers.get("content-type")?.includes("json")) return (await response.json()) as Answer<ImportResult>
  if (response.status === 413) return "tooLarge"
  return response.redirected || response.status === 401 ? "signedOut" : "unreachable"
}
