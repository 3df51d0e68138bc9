/** How the lanes of comments look: never by colour alone. */
import type { Tone } from "@/components/ui/badge"
import type { CommentKind } from "@/lib/domain/comment"

export const laneLooks: Record<CommentKind, { tone: Tone; shape: string }> = {
  query: { tone: "review", shape: "?" },
  note: { tone: "open", shape: "✎" },
  legal: { tone: "false", shape: "§" },
}
