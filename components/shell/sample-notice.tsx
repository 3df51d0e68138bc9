/** A thin line that says that this desk is a sample, and how to get one's own. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"

export async function SampleNotice({ ownDesk }: { ownDesk: string | null }) {
  const t = await getTranslations("workspace")
  return (
    <aside
      aria-label={t("sampleLabel")}
      className="flex shrink-0 flex-wrap justify-center gap-x-3 border-b border-line bg-panel px-4 py-1.5 text-center text-xs text-ink-2 print:hidden"
    >
      <span>{t("sample")}</span>
      {ownDesk && (
        <Link href={ownDesk} prefetch={false} className="font-semibold text-ink underline underline-offset-2">
          {t("sampleLink")}
        </Link>
      )}
    </aside>
  )
}
