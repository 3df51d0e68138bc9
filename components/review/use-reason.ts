"use client"
/** Why an approval was refused, in a sentence. */
import { useTranslations } from "next-intl"
import type { Standing } from "./out-tray"

export type Refused = Extract<Standing, { kind: "refused" }>

export function useReason(): (standing: Refused) => string {
  const t = useTranslations("approvals.because")
  return ({ because, by, message }) => (because === "other" ? message : t(because, { name: by ?? "nobody" }))
}
