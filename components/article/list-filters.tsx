"use client"
/** What the list of articles can be asked for besides a group. */
import { useTranslations } from "next-intl"
import { useAsked } from "@/components/listing/asked"
import { ClearFilters } from "@/components/listing/clear-filters"
import { FilterSelect } from "@/components/listing/filter-select"
import { SearchBox } from "@/components/listing/search-box"
import { SortSelect } from "@/components/listing/sort-select"
import type { ArticleKind } from "@/lib/domain/article"
import type { ArticleSort, DueTime } from "@/lib/domain/article-list"
import type { Person } from "@/lib/domain/workspace"

export interface ListFiltersProps {
  sections: string[]
  /** Empty where the reader has no list over the whole desk. */
  checkers: Person[]
}

const filters = ["q", "section", "person", "due", "kind"] as const
const dueTimes: DueTime[] = ["overdue", "today", "week"]
const kinds: ArticleKind[] = ["copy", "factcheck"]
// Written out by type, so that the list can't miss an order and needs none of the domain's parsers here.
const sorts = Object.keys({
  newest: true,
  oldest: true,
  due: true,
  latest: true,
  title: true,
  title_down: true,
  least_done: true,
  most_done: true,
} satisfies Record<ArticleSort, true>) as ArticleSort[]

export function ListFilters({ sections, checkers }: ListFiltersProps) {
  const t = useTranslations("articles")
  const { asked } = useAsked()
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <SearchBox label={t("search")} hint={t("searchHint")} />
      <FilterSelect
        name="due"
        label={t("filter.due")}
        any={t("filter.anyDue")}
        options={dueTimes.map((due) => ({ value: due, label: t(`filter.dueTime.${due}`) }))}
      />
      {(sections.length > 0 || asked.section) && (
        <FilterSelect
          name="section"
          label={t("filter.section")}
          any={t("filter.anySection")}
          options={sections.map((section) => ({ value: section, label: section }))}
          unlisted="itself"
        />
      )}
      {checkers.length > 0 && (
        <FilterSelect
          name="person"
          label={t("filter.person")}
          any={t("filter.anyPerson")}
          options={checkers.map(({ id, name }) => ({ value: id, label: name }))}
          unlisted="inWords"
        />
      )}
      <FilterSelect
        name="kind"
        label={t("filter.kind")}
        any={t("filter.anyKind")}
        options={kinds.map((kind) => ({ value: kind, label: t(`filter.kinds.${kind}`) }))}
      />
      <ClearFilters names={filters} label={t("filter.clear")} />
      <span className="flex-1" />
      <SortSelect label={t("sort.label")} options={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))} />
    </div>
  )
}
