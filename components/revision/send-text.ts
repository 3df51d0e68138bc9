/** Sends a text that is to stand in an article's place, or only to be compared with it. */
import { send, type Sent } from "@/components/import/send-import"
import type { ImportFormat } from "@/lib/domain/article"

/** What was pasted, or a file. */
export type GivenText = { content: string; format: ImportFormat; head: "keep" | "read" } | { file: File }

/** `baseId` is the revision that its sender saw. */
export function sendText<Value>(route: string, given: GivenText, baseId: string): Promise<Sent<Value>> {
  const body = new FormData()
  for (const [name, value] of Object.entries(given)) body.set(name, value)
  body.set("baseId", baseId)
  return send<Value>(route, body)
}
