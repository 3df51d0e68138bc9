"use client"
/** Leads to the part of a long text before the one in sight, and to the one after it. */
import Link from "next/link"
import { usePathname, useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { buttonClasses } from "@/components/ui/button"
import type { TextWindow } from "@/lib/domain/viewing"

/** The address of this screen from another place of its text on. */
export function useAddressFrom(): (from: number) => string {
  const path = usePathname()
  const asked = useSearchParams()
  return (from) => {
    const query = new URLSearchParams(asked)
    query.set("from", String(from))
    return `${path}?${query}`
  }
}

export function WindowPager({ window: { before, after } }: { window: TextWindow }) {
  const t = useTranslations("viewer")
  const addressFrom = useAddressFrom()
  if (before === null && after === null) return null
  const button = buttonClasses("plain", "small")
  return (
    <nav aria-label={t("parts")} className="my-3 flex gap-2">
      {before !== null && (
        <Link href={addressFrom(before)} className={button}>
          {t("before")}
        </Link>
      )}
      {after !== null && (
        <Link href={addressFrom(after)} className={button}>
          {t("after")}
        </Link>
      )}
    </nav>
  )
}
