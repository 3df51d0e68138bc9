"use client"
/** What was arranged, in a sentence. */
import { useFormatter, useTranslations } from "next-intl"
import type { Arrangement } from "./arranging"

export function useArrangedWords(): (count: number, arrangement: Arrangement) => string {
  const t = useTranslations("claims")
  const format = useFormatter()
  return (count, arrangement) => {
    if (arrangement.kind === "assignee") {
      const { assignee } = arrangement
      return assignee ? t("assigned", { count, name: assignee.name }) : t("unassigned", { count })
    }
    if (arrangement.dueAt === null) return t("dueCleared", { count })
    const when = format.dateTime(new Date(arrangement.dueAt), { dateStyle: "medium", timeStyle: "short" })
    return t("dueSet", { count, when })
  }
}
