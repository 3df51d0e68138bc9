/** Sends a text that is to stand in an article's place, or only to be compared with it. */
import { send, type Sent } from "@/components/import/send-import"
import type { ImportFormat } from "@/lib/domain/article"
import type { AcceptedChanges } from "@/lib/domain/import"

/** What was pasted, the address of a page, or a file with what was said of its tracked changes. */
export type GivenText =
  | { content: string; format: ImportFormat; head: "keep" | "read" }
  | { url: string }
  | { file: File; accepted: AcceptedChanges | undefined }

/** `baseId` is the revision that its sender saw. */
export function sendText<Value>(route: string, given: GivenText, baseId: string): Promise<Sent<Value>> {
  const body = new FormData()
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "string" || value instanceof File) body.set(name, value)
    else if (value !== undefined) body.set(name, JSON.stringify(value))
  }
  body.set("baseId", baseId)
  return send<Value>(route, body)
}
