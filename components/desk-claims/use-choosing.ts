"use client"
/** Choosing claims of the page, one or many at once; how many are chosen is said when it was many. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { nothingChosen, toggled, toggledAll, toggledUpTo, type Choice } from "@/components/listing/choosing"

export interface Choosing {
  chosen: ReadonlySet<string>
  /** One; with the ids of the page, all from the one pressed last. */
  toggle: (id: string, upTo: readonly string[] | null) => void
  toggleAll: (ids: readonly string[]) => void
  drop: () => void
}

export function useChoosing(): Choosing {
  const t = useTranslations("claims")
  const announce = useAnnounce()
  const [choice, setChoice] = useState(nothingChosen)
  const chooseMany = (next: Choice) => {
    setChoice(next)
    announce(t("chosen", { count: next.chosen.size }))
  }
  return {
    chosen: choice.chosen,
    toggle: (id, upTo) => (upTo ? chooseMany(toggledUpTo(choice, id, upTo)) : setChoice(toggled(choice, id))),
    toggleAll: (ids) => chooseMany(toggledAll(choice, ids)),
    drop: () => setChoice(nothingChosen),
  }
}
