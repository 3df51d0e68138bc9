"use client"
/** What the figures can be asked for: a time, a section, a job. */
import { useTranslations } from "next-intl"
import { jobs } from "@/components/claim/choices"
import { useAsked } from "@/components/listing/asked"
import { FilterSelect } from "@/components/listing/filter-select"
import { Button } from "@/components/ui/button"
import { Chips } from "@/components/ui/chip"
import type { FigurePeriod } from "@/lib/domain/figures"

const periods = ["7", "30", "90", "all"] as const satisfies FigurePeriod[]

/** What nobody has to ask for. */
const USUAL: FigurePeriod = "30"

export function FigureFilters({ sections }: { sections: string[] }) {
  const t = useTranslations("figures")
  const claim = useTranslations("claim")
  const { asked, ask } = useAsked()
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <Chips
        label={t("period.label")}
        value={periods.find((period) => period === asked.period) ?? USUAL}
        options={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
        onChoose={(period) => ask({ period: period === USUAL ? "" : period })}
      />
      <div className="flex flex-wrap items-center gap-2">
        {(sections.length > 0 || asked.section) && (
          <FilterSelect
            name="section"
            label={t("section.label")}
            any={t("section.any")}
            options={sections.map((section) => ({ value: section, label: section }))}
            unlisted="itself"
          />
        )}
        <FilterSelect
          name="job"
          label={t("job.label")}
          any={t("job.any")}
          options={jobs.map(({ value, label }) => ({ value, label: claim(label) }))}
        />
        {(asked.section || asked.job) && (
          <Button look="quiet" size="small" onClick={() => ask({ section: "", job: "" })}>
            {t("clear")}
          </Button>
        )}
      </div>
    </div>
  )
}
