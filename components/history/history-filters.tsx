"use client"
/** What a history can be asked for: whose acts, of what kind, from which day to which. */
import { useTranslations } from "next-intl"
import { useAsked } from "@/components/listing/asked"
import { ClearFilters } from "@/components/listing/clear-filters"
import { FilterSelect } from "@/components/listing/filter-select"
import type { HistoryKind } from "@/lib/domain/history"
import type { Person } from "@/lib/domain/workspace"

const KINDS: Record<HistoryKind, true> = {
  text: true,
  claims: true,
  sources: true,
  verdicts: true,
  words: true,
  desk: true,
}
const kinds = Object.keys(KINDS) as HistoryKind[]

/** All that narrows a history down. */
const NAMES = ["who", "kind", "from", "to"] as const

export function HistoryFilters({ people }: { people: Person[] }) {
  const t = useTranslations("history")
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <FilterSelect
        name="who"
        label={t("who.label")}
        any={t("who.any")}
        options={[
          { value: "me", label: t("who.me") },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: "stet", label: t("who.stet") },
        ]}
        unlisted="inWords"
      />
      <FilterSelect
        name="kind"
        label={t("kind.label")}
        any={t("kind.any")}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <DayBox name="from" />
      <DayBox name="to" />
      <ClearFilters names={NAMES} label={t("clear")} />
    </div>
  )
}

/** A day that the period begins or ends with. */
function DayBox({ name }: { name: "from" | "to" }) {
  const t = useTranslations("history")
  const { asked, ask } = useAsked()
  const value = asked[name] ?? ""
  return (
    <label className="inline-flex items-center gap-1.5 text-ui text-ink-2">
      {t(name)}
      <input
        // Going back changes the address without typing: the box follows.
        key={value}
        type="date"
        defaultValue={value}
        max="9999-12-31"
        onChange={({ target }) => target.validity.valid && ask({ [name]: target.value })}
        className="min-h-8 rounded-lg border border-edge bg-raised px-2 py-1 text-ui text-ink"
      />
    </label>
  )
}
