"use client"
/** What the search of the whole desk can be narrowed by. */
import { useTranslations } from "next-intl"
import { useAsked } from "@/components/listing/asked"
import { ClearFilters } from "@/components/listing/clear-filters"
import { FilterSelect } from "@/components/listing/filter-select"
import { SearchBox } from "@/components/listing/search-box"
import { Chips } from "@/components/ui/chip"
import type { FoundKind } from "@/lib/domain/full-text"
import type { Person } from "@/lib/domain/workspace"
import { useLanguageNames } from "./found-list"

export interface SearchFiltersProps {
  counts: Record<FoundKind, number>
  more: readonly FoundKind[]
  /** Whom what is found may be by; none for whoever is told no names. */
  people: Person[]
  articles: { id: string; title: string }[]
  sections: string[]
  languages: string[]
}

const filters = ["kind", "article", "section", "language", "by", "since"] as const
const ages = ["week", "month", "year"] as const

export function SearchFilters({ counts, more, people, articles, sections, languages }: SearchFiltersProps) {
  const t = useTranslations("search")
  const nameOf = useLanguageNames()
  return (
    <div className="mb-3 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label={t("label")} hint={t("hint")} />
        {articles.length > 1 && (
          <FilterSelect
            name="article"
            label={t("article.label")}
            any={t("article.any")}
            options={articles.map(({ id, title }) => ({ value: id, label: title }))}
            unlisted="inWords"
          />
        )}
        {sections.length > 0 && (
          <FilterSelect
            name="section"
            label={t("section.label")}
            any={t("section.any")}
            options={sections.map((section) => ({ value: section, label: section }))}
            unlisted="itself"
          />
        )}
        {languages.length > 1 && (
          <FilterSelect
            name="language"
            label={t("language.label")}
            any={t("language.any")}
            options={languages.map((language) => ({ value: language, label: nameOf(language) }))}
          />
        )}
        <ByPerson people={people} />
        <FilterSelect
          name="since"
          label={t("since.label")}
          any={t("since.any")}
          options={ages.map((age) => ({ value: age, label: t(`since.${age}`) }))}
        />
        <ClearFilters names={filters} label={t("clear")} />
      </div>
      <Kinds counts={counts} more={more} />
    </div>
  )
}

/** Who marked, wrote or added what is found. */
function ByPerson({ people }: Pick<SearchFiltersProps, "people">) {
  const t = useTranslations("search")
  if (people.length < 2) return null
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return <FilterSelect name="by" label={t("by.label")} any={t("by.any")} options={options} unlisted="inWords" />
}

/** Of which kind, and how many there are of each. */
function Kinds({ counts, more }: Pick<SearchFiltersProps, "counts" | "more">) {
  const t = useTranslations("search")
  const { asked, ask } = useAsked()
  const kinds = Object.keys(counts) as FoundKind[]
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0)
  return (
    <Chips
      label={t("kinds")}
      value={kinds.find((kind) => kind === asked.kind) ?? "all"}
      onChoose={(kind) => ask({ kind: kind === "all" ? "" : kind })}
      options={[
        { value: "all" as const, label: t("everything"), count: all, isMore: more.length > 0 },
        ...kinds.map((kind) => ({
          value: kind,
          label: t(`of.${kind}`),
          count: counts[kind],
          isMore: more.includes(kind),
        })),
      ]}
    />
  )
}
