/** From one scale back to all of them. */
import { ArrowLeft } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"

export async function BackLink({ href }: { href: string }) {
  const t = await getTranslations("settings.scales")
  return (
    <Link href={href} className="inline-flex items-center gap-1.5 self-start text-ui text-ink-2 hover:text-ink">
      <ArrowLeft aria-hidden className="size-3.5" />
      {t("all")}
    </Link>
  )
}
