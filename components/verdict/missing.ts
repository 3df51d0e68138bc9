/** What a claim still lacks before its verdict can be sent. Pure. */
import { unmetItems } from "@/lib/domain/checklist"
import type { ClaimView } from "@/lib/domain/claim"
import type { WaiverInput } from "@/lib/domain/round"

export type Missing = "rating" | WaiverInput["item"]

/** A rating can't be waived; everything else on the list can. */
export function missingFor(claim: Pick<ClaimView, "job" | "verdict" | "evidence" | "contacts">): Missing[] {
  return claim.verdict ? unmetItems(claim) : ["rating", ...unmetItems(claim)]
}
