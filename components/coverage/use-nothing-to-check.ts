"use client"
/** Marks what is selected, or the sentence at the caret, as holding nothing to check, and takes that back. */
import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import type { SheetHandle } from "@/components/galley/sheet"
import { useAnnounce } from "@/components/ui/announcer"
import { toast } from "@/components/ui/toast"
import { planMarks, type MarkPlan } from "@/lib/domain/coverage"
import type { Mark } from "./coverage-store"
import { sentencesIn } from "./sentence-places"
import type { Coverage } from "./use-coverage"

/**
 * One toast for all that can be undone, since whoever reads on presses often; another where there is nothing to undo. A
 * toast says nothing where the same words stood in it before, so all of it is announced as well.
 */
const DONE = "coverage"
const REFUSED = "coverage-refused"
const UNDO_MS = 8_000

/** `lead` brings the caret in sight and says where it is: nobody marks what they don't see. */
export function useNothingToCheck(
  { sentences, statesNow, looseIn, store }: Coverage,
  sheet: RefObject<SheetHandle | null>,
  lead: (ordinal: number) => void,
): () => void {
  const t = useTranslations("galley.coverage")
  const announce = useAnnounce()
  const press = async (ordinals: readonly number[], mark: Mark) => {
    const refusal = await store.press({ ordinals, mark })
    if (refusal === null) return
    toast.dismiss(DONE)
    toast.error(refusal, { id: REFUSED, duration: UNDO_MS })
    announce(refusal)
  }
  const words = useWords()
  const missing = useTranslations("ui")
  const begin = async () => {
    const selection = sheet.current?.selection()
    if (!selection) return
    const asked = sentencesIn(sentences, selection)
    const [first] = asked
    if (first === undefined) return
    if (selection.start === selection.end && selection.focus === "out") return lead(first)
    const loose = await looseIn(asked).catch(() => null)
    if (loose === null) return void toast.error(missing("notFetched"), { id: REFUSED })
    const plan = planMarks(asked, statesNow(), (ordinal) => (loose.get(ordinal) ?? []).length > 0)
    const [said, more] = words(plan)
    announce([said, more].filter(Boolean).join(" "))
    toast.dismiss(plan.ordinals.length === 0 ? DONE : REFUSED)
    if (plan.ordinals.length === 0) return void toast(said, { id: REFUSED, description: more })
    const undo = () => {
      announce(t(plan.mark ? "unmarked" : "marked", { count: plan.ordinals.length }))
      void press(plan.ordinals, plan.mark ? null : "nothing_to_check")
    }
    const action = { label: t("undo"), onClick: undo }
    toast(said, { id: DONE, description: more, duration: UNDO_MS, action })
    void press(plan.ordinals, plan.mark)
  }
  return () => void begin()
}

/** What was done, and what was left alone. */
function useWords(): (plan: MarkPlan) => [said: string, more: string | undefined] {
  const t = useTranslations("galley.coverage")
  return ({ mark, ordinals, skipped }) => {
    const left = skipped.claimed + skipped.loose > 0 ? t("skipped", skipped) : undefined
    if (mark === null) return [t("unmarked", { count: ordinals.length }), undefined]
    if (ordinals.length > 0) return [t("marked", { count: ordinals.length }), left]
    return skipped.claimed + skipped.loose === 1 ? [t("hasClaim"), undefined] : [t("noneMarked"), left]
  }
}
