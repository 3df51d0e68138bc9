/** All versions of a scale: when each was saved and by whom, and what rests on it. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import { Badge } from "@/components/ui/badge"
import type { ScaleItem, ScaleVersion } from "@/lib/domain/own-scale"

export interface ScaleVersionsProps {
  item: ScaleItem
  /** The version that is shown. */
  shown: number
  versions: ScaleVersion[]
  /** The address of the scale. */
  address: string
}

export async function ScaleVersions({ item, shown, versions, address }: ScaleVersionsProps) {
  const [t, format] = await Promise.all([getTranslations("settings.scales"), getFormatter()])
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="text-sm font-semibold">
        {t("versions")}
      </h2>
      <p className="mt-0.5 text-xs text-pretty text-ink-3">{t("versionsHint")}</p>
      <ol className="mt-2 border-t border-line">
        {versions.map(({ version, at, by, verdicts }) => (
          <li
            key={version}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <p className="flex flex-wrap items-center gap-2 text-ui">
              <Link
                href={`${address}?version=${version}`}
                aria-current={version === shown ? "true" : undefined}
                className="font-[550] underline-offset-3 hover:underline aria-[current]:underline"
              >
                {t("version", { version })}
              </Link>
              {item.offered === version && (
                <Badge tone="true" shape="✓">
                  {t("offeredNow")}
                </Badge>
              )}
            </p>
            <p className="text-xs text-ink-3">
              {[
                format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }),
                by?.name,
                t("verdicts", { count: verdicts }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
