"use client"
/** What a scale is called: by its desk, or by the catalogue where it ships. */
import { useTranslations } from "next-intl"
import type { Scale } from "@/lib/domain/scale"

export function useScaleName(): (scale: Pick<Scale, "name" | "job">) => string {
  const t = useTranslations("settings.scales")
  return ({ name, job }) => name ?? t(`shipped.${job}`)
}
