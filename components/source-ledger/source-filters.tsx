"use client"
/** What the ledger can be asked for. */
import { useTranslations } from "next-intl"
import { ClearFilters } from "@/components/listing/clear-filters"
import { FilterSelect } from "@/components/listing/filter-select"
import { SearchBox } from "@/components/listing/search-box"
import { kindNames } from "@/components/source/source-fields"

const filters = ["q", "kind", "primary", "confidential", "cited", "group", "link"] as const

/** `confidential` only for whom there can be such sources. */
export function SourceFilters({ sees, groups }: { sees: "confidential" | "open"; groups: string[] }) {
  const t = useTranslations("sources")
  const source = useTranslations("source")
  const names = (["primary", "confidential", "cited"] as const).filter(
    (name) => name !== "confidential" || sees === "confidential",
  )
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox label={t("search")} hint={t("searchHint")} />
      <FilterSelect
        name="kind"
        label={source("kindLabel")}
        any={t("kind.any")}
        options={kindNames.map((kind) => ({ value: kind, label: source(`kind.${kind}`) }))}
      />
      {names.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(`${name}.label`)}
          any={t(`${name}.any`)}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`${name}.${value}`) }))}
        />
      ))}
      {groups.length > 0 && (
        <FilterSelect
          name="group"
          label={t("field.independenceGroup")}
          any={t("group.any")}
          options={groups.map((group) => ({ value: group, label: group }))}
          unlisted="itself"
        />
      )}
      <FilterSelect
        name="link"
        label={t("linkFilter.label")}
        any={t("linkFilter.any")}
        options={(["reachable", "changed", "redirected", "gone"] as const).map((state) => ({
          value: state,
          label: t(`link.is.${state}`),
        }))}
      />
      <ClearFilters names={filters} label={t("noMatch.action")} />
    </div>
  )
}
