/** What a claim still lacks before its verdict can be sent, and what of it is gone without. Pure. */
import { unmetItems, type Checkable, type Checklist, type ChecklistItem } from "@/lib/domain/checklist"
import type { WaiverInput } from "@/lib/domain/round"

export type Missing = "rating" | ChecklistItem

/** Why an item is gone without, as it is chosen and typed: `listed` is a reason of the list, `other`, or nothing. */
export interface Waiving {
  listed: string
  words: string
}
export type WaivingAll = Partial<Record<ChecklistItem, Waiving>>

/** A rating can't be waived; everything else on the list can. */
export function missingFor(claim: Checkable, checklist: Checklist): Missing[] {
  const unmet = unmetItems(claim, checklist)
  return claim.verdict ? unmet : ["rating", ...unmet]
}

/** The reason that is given; null as long as none is. Of a must only words count. */
export function waivedBy({ listed, words }: Waiving, must: "yes" | "no"): string | null {
  if (must === "yes" || listed === "other") return words.trim() || null
  return listed || null
}

/** The waivers for what is missing, as far as reasons are given. */
export function waiversFrom(waiving: WaivingAll, missing: readonly Missing[], must: "yes" | "no"): WaiverInput[] {
  return missing.flatMap((item) => {
    const given = item === "rating" ? undefined : waiving[item]
    const reason = given ? waivedBy(given, must) : null
    return item === "rating" || reason === null ? [] : [{ item, reason }]
  })
}
