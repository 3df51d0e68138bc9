"use client"
/** What the list of claims can be asked for. What is seldom asked for is folded away until it is. */
import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { claimTypes, jobs, priorities } from "@/components/claim/choices"
import { useAsked } from "@/components/listing/asked"
import { FilterSelect } from "@/components/listing/filter-select"
import { SearchBox } from "@/components/listing/search-box"
import { Button } from "@/components/ui/button"
import { Chips } from "@/components/ui/chip"
import type { Option } from "@/components/ui/select"
import type { ClaimState } from "@/lib/domain/claim"
import type { Rating } from "@/lib/domain/scale"
import { ratingLabel } from "@/lib/domain/shown"
import type { Person } from "@/lib/domain/workspace"

export interface ClaimFiltersProps {
  counts: Record<ClaimState, number>
  checkers: Person[]
  articles: { id: string; title: string }[]
  sections: string[]
  ratings: Pick<Rating, "code" | "label">[]
}

const states = ["open", "in_review", "changes_requested", "checked", "approved"] as const satisfies ClaimState[]

/** Folded away while none of them asks for anything. */
const seldom = ["section", "job", "type", "rating", "article", "otherwise"] as const
type SeldomName = (typeof seldom)[number]

/** Those that may be asked for what is not listed: articles of long ago, ratings of former scales. */
const unlisted: Partial<Record<SeldomName, "itself" | "inWords">> = {
  section: "itself",
  rating: "inWords",
  article: "inWords",
}

export function ClaimFilters({ counts, checkers, ...choices }: ClaimFiltersProps) {
  const t = useTranslations("claims")
  return (
    <div className="mb-3 flex flex-col gap-2.5">
      <States counts={counts} />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label={t("search")} hint={t("searchHint")} />
        <FilterSelect
          name="assignee"
          label={t("assignee.label")}
          any={t("assignee.any")}
          options={[
            { value: "me", label: t("assignee.me") },
            { value: "nobody", label: t("assignee.nobody") },
            ...checkers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          unlisted="inWords"
        />
        <FilterSelect
          name="due"
          label={t("due.label")}
          any={t("due.any")}
          options={(["overdue", "today", "week", "none"] as const).map((due) => ({
            value: due,
            label: t(`due.${due}`),
          }))}
        />
        <FilterSelect
          name="waiting"
          label={t("waiting.label")}
          any={t("waiting.any")}
          options={[
            { value: "any", label: t("waiting.all") },
            { value: "overdue", label: t("waiting.overdue") },
          ]}
        />
        <FilterSelect
          name="look"
          label={t("look.label")}
          any={t("look.any")}
          options={[{ value: "yes", label: t("look.yes") }]}
        />
        <Seldom {...choices} />
      </div>
    </div>
  )
}

function States({ counts }: { counts: Record<ClaimState, number> }) {
  const t = useTranslations("claims")
  const claim = useTranslations("claim")
  const { asked, ask } = useAsked()
  const all = states.reduce((sum, state) => sum + counts[state], 0)
  return (
    <Chips
      label={t("states")}
      value={states.find((state) => state === asked.state) ?? ""}
      options={[
        { value: "", label: t("all"), count: all },
        ...states.map((state) => ({ value: state, label: claim(`filter.${state}`), count: counts[state] })),
      ]}
      onChoose={(state) => ask({ state })}
    />
  )
}

type SeldomProps = Pick<ClaimFiltersProps, "articles" | "sections" | "ratings">

function Seldom(choices: SeldomProps) {
  const t = useTranslations("claims")
  const claim = useTranslations("claim")
  const { asked, ask } = useAsked()
  const [open, setOpen] = useState<"yes" | "no">(seldom.some((name) => asked[name]) ? "yes" : "no")
  const filtered = Object.keys(asked).some((name) => name !== "sort" && name !== "after" && asked[name])
  return (
    <>
      <FilterSelect
        name="priority"
        label={t("priority.label")}
        any={t("priority.any")}
        options={priorities.map(({ value, label }) => ({ value, label: claim(label) }))}
      />
      {open === "yes" ? (
        <Unfolded {...choices} />
      ) : (
        <Button look="quiet" size="small" aria-expanded={false} onClick={() => setOpen("yes")}>
          {t("more")}
        </Button>
      )}
      {filtered && (
        <Button look="quiet" size="small" onClick={() => ask(nothing(asked))}>
          {t("clear")}
        </Button>
      )}
    </>
  )
}

function Unfolded({ articles, sections, ratings }: SeldomProps) {
  const t = useTranslations("claims")
  const claim = useTranslations("claim")
  const locale = useLocale()
  const types = claimTypes.filter(({ value }) => value !== "")
  const options: Record<SeldomName, Option[]> = {
    section: sections.map((section) => ({ value: section, label: section })),
    job: jobs.map(({ value, label }) => ({ value, label: claim(label) })),
    type: types.map(({ value, label }) => ({ value, label: claim(label) })),
    rating: ratings.map((rating) => ({ value: rating.code, label: ratingLabel(rating, locale) })),
    article: articles.map(({ id, title }) => ({ value: id, label: title })),
    otherwise: [{ value: "yes", label: t("otherwise.yes") }],
  }
  return seldom.map((name) => (
    <FilterSelect
      key={name}
      name={name}
      label={t(`${name}.label`)}
      any={t(`${name}.any`)}
      options={options[name]}
      {...(unlisted[name] && { unlisted: unlisted[name] })}
    />
  ))
}

/** The same order, and nothing else asked for. */
function nothing(asked: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(asked).map((name) => [name, name === "sort" ? (asked[name] ?? "") : ""]))
}
