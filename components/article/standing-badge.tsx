/** Where an article stands, with a shape and a word. */
import { getTranslations } from "next-intl/server"
import { Badge, type Tone } from "@/components/ui/badge"
import type { Standing } from "@/lib/domain/article"

const looks: Record<Standing | "untouched", { tone: Tone; shape: string }> = {
  untouched: { tone: "unproven", shape: "○" },
  in_progress: { tone: "review", shape: "◔" },
  ready: { tone: "true", shape: "✓" },
  signed_off: { tone: "unproven", shape: "●" },
  released: { tone: "mixed", shape: "△" },
  under_review: { tone: "mixed", shape: "◑" },
}

export interface StandingBadgeProps {
  standing: Standing
  claims: number
  /** How many of them are not done. */
  open: number
}

export async function StandingBadge({ standing, claims, open }: StandingBadgeProps) {
  const t = await getTranslations("articles.standing")
  const shown = standing === "in_progress" && claims === 0 ? "untouched" : standing
  return <Badge {...looks[shown]}>{t(shown, { open })}</Badge>
}
