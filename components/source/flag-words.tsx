/** Why evidence wants a look, as a sentence with its sign. */
import { Eye } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import type { EvidenceFlag } from "@/lib/domain/source"

export interface FlagWordsProps {
  flag: EvidenceFlag
  at: string | null
  excerpt: string | null
}

export function FlagWords({ flag, at, excerpt }: FlagWordsProps) {
  const t = useTranslations("source.flag")
  const format = useFormatter()
  return (
    <p className="text-xs text-pretty text-mixed">
      <Eye aria-hidden className="mr-1 mb-px inline size-3.5" />
      <span className="font-semibold">{t("look")}</span> {t(flag, { quoted: excerpt ? "yes" : "no" })}
      {at && (
        <span className="text-ink-3">
          {" "}
          <time dateTime={at} title={format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "short" })}>
            {format.dateTime(new Date(at), { dateStyle: "medium" })}
          </time>
        </span>
      )}
    </p>
  )
}
