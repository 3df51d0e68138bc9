/** Beside the queue of verdicts: the way to the second opinions, and how many wait. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"

export async function OpinionsWaiting({ href, count }: { href: string; count: number }) {
  const t = await getTranslations("opinion.list")
  return (
    <Link href={href} prefetch={false} className="ml-auto rounded-sm text-ui text-ink-2 underline hover:text-ink">
      {t("waiting", { count })}
    </Link>
  )
}
