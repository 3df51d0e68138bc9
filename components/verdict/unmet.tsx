"use client"
/** What a claim lacks before it can be sent, and why it goes without: of a must in words, else by a reason of the list. */
import { useTranslations } from "next-intl"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { WAIVER_REASONS, type ChecklistItem } from "@/lib/domain/checklist"
import { waivedBy, type Missing, type Waiving, type WaivingAll } from "./missing"

export interface UnmetProps {
  missing: Missing[]
  /** Null for those who may not go without. */
  waiving: WaivingAll | null
  /** Whether words of one's own are needed. */
  must: "yes" | "no"
  onWaive: (item: ChecklistItem, waiving: Waiving) => void
}

export default function Unmet({ missing, waiving, must, onWaive }: UnmetProps) {
  const t = useTranslations("checklist")
  return (
    <div role="group" aria-label={t("title")} className="rounded-lg bg-open-soft px-3 py-2 text-xs">
      <p className="font-semibold text-open">{t("title")}</p>
      <ul className="mt-1 flex flex-col gap-2.5">
        {missing.map((item) => (
          <li key={item}>
            <p className="text-ink">{t(`missing.${item}`)}</p>
            {item !== "rating" && waiving && (
              <Without
                item={t(`item.${item}`)}
                waiving={waiving[item] ?? { listed: "", words: "" }}
                must={must}
                onWaive={(typed) => onWaive(item, typed)}
              />
            )}
          </li>
        ))}
      </ul>
      {!waiving && missing.some((item) => item !== "rating") && <p className="mt-2 text-ink-2">{t("editorWaives")}</p>}
    </div>
  )
}

interface WithoutProps {
  item: string
  waiving: Waiving
  must: "yes" | "no"
  onWaive: (waiving: Waiving) => void
}

function Without({ item, waiving, must, onWaive }: WithoutProps) {
  const t = useTranslations("checklist")
  const options = [
    { value: "", label: t("goesNot") },
    ...WAIVER_REASONS.map((value) => ({ value: value as string, label: t(`reason.${value}`) })),
    { value: "other", label: t("reason.other") },
  ]
  const inWords = must === "yes" || waiving.listed === "other"
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      {must === "no" && (
        <Select
          label={t("why", { item })}
          options={options}
          value={waiving.listed}
          onChoose={(listed) => onWaive({ ...waiving, listed })}
        />
      )}
      {inWords && (
        <TextField
          label={must === "yes" ? t("whyMust", { item }) : t("ownWords", { item })}
          value={waiving.words}
          maxLength={1000}
          error={waiving.listed === "other" && waivedBy(waiving, must) === null ? t("sayWhy") : undefined}
          onChange={(event) => onWaive({ ...waiving, words: event.target.value })}
        />
      )}
    </div>
  )
}
