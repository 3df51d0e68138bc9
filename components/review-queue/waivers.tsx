"use client"
/** What the sender went without, and why. */
import { useTranslations } from "next-intl"
import type { WaiverInput } from "@/lib/domain/round"

export function Waivers({ waivers }: { waivers: WaiverInput[] }) {
  const t = useTranslations("reviews")
  if (waivers.length === 0) return null
  return (
    <section className="rounded-[10px] border-l-3 border-mixed bg-mixed-soft p-3">
      <h3 className="mb-1 text-xs font-semibold text-mixed">
        <span aria-hidden>△ </span>
        {t("waivers")}
      </h3>
      <ul className="flex flex-col gap-1 text-ui text-ink">
        {waivers.map(({ item, reason }) => (
          <li key={item}>{t("waiverReason", { item: t(`waiver.${item}`), reason })}</li>
        ))}
      </ul>
    </section>
  )
}
