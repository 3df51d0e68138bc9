/** A fetch that failed, and a link's state, in the reader's words. */
import type { LinkFailure, LinkState } from "@/lib/domain/link"
import type { Tone } from "@/components/ui/badge"

/** The shape is decoration, the word beside it says it. */
export const linkLooks: Record<LinkState, { tone: Tone; shape: string }> = {
  reachable: { tone: "true", shape: "●" },
  changed: { tone: "mixed", shape: "◐" },
  redirected: { tone: "open", shape: "→" },
  gone: { tone: "false", shape: "✕" },
}

type Translate = ((key: string, values?: LinkFailure["detail"]) => string) & { has: (key: string) => boolean }

/** Why a look failed; `t` is that of `refusal.fetch`. */
export function failureWords(t: Translate, { step, detail }: LinkFailure): string {
  return t(t.has(step) ? step : "connection", detail)
}
