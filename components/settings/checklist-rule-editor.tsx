"use client"
/** Of which claims one item of the checklist is asked: by job, priority and type. */
import { useTranslations } from "next-intl"
import { typeNames } from "@/components/claim/choices"
import type { ChecklistItem } from "@/lib/domain/checklist"
import { isOff } from "@/lib/domain/rule-changes"
import type { Checklist } from "@/lib/domain/rules"
import { Boxes } from "./boxes"

type Rule = Checklist[ChecklistItem]

export interface ChecklistRuleEditorProps {
  item: ChecklistItem
  rule: Rule
  onRule: (rule: Rule) => void
}

const JOBS = ["theirs", "ours"] as const
const PRIORITIES = [1, 2, 3] as const

export function ChecklistRuleEditor({ item, rule, onRule }: ChecklistRuleEditorProps) {
  const t = useTranslations("settings.rules")
  const items = useTranslations("checklist.item")
  const claim = useTranslations("claim")
  return (
    <li className="border-b border-line py-3.5">
      <fieldset className="flex min-w-0 flex-col gap-2.5">
        <legend className="float-left mb-2 flex w-full flex-wrap items-baseline justify-between gap-x-3 font-[550]">
          {items(item)}
          {isOff(rule) && <span className="text-xs font-normal text-ink-3">{t("off")}</span>}
        </legend>
        <Boxes
          label={t("jobs")}
          all={JOBS}
          chosen={rule.jobs}
          nameOf={(job) => claim(`job.${job}`)}
          onChoose={(jobs) => onRule({ ...rule, jobs })}
        />
        <Boxes
          label={t("priorities")}
          all={PRIORITIES}
          chosen={rule.priorities}
          nameOf={(priority) => claim(`priority.${priority}`)}
          onChoose={(priorities) => onRule({ ...rule, priorities })}
        />
        <details className="min-w-0">
          <summary className="cursor-pointer text-xs text-ink-2">
            {t("types", {
              count: rule.types.length,
              names: rule.types.map((type) => claim(`type.${type}`)).join(", "),
            })}
          </summary>
          <div className="mt-2">
            <Boxes
              label={t("typesHint")}
              all={typeNames}
              chosen={rule.types}
              nameOf={(type) => claim(`type.${type}`)}
              onChoose={(types) => onRule({ ...rule, types })}
            />
          </div>
        </details>
      </fieldset>
    </li>
  )
}
