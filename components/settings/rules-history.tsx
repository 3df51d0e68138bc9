"use client"
/** What was changed of the rules lately: by whom, when, from what to what. */
import { useFormatter, useTranslations } from "next-intl"
import { jobs } from "@/components/claim/choices"
import { CHECKLIST_ITEMS } from "@/lib/domain/checklist"
import { isOff, type RuleChange, type RulesSet, type RuleValue } from "@/lib/domain/rule-changes"

export function RulesHistory({ changes }: { changes: RulesSet[] }) {
  const t = useTranslations("settings.rules")
  const format = useFormatter()
  if (changes.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="heading-group">{t("lately")}</h2>
      <ol className="border-t border-line">
        {changes.map(({ id, at, by, changes: made }) => (
          <li key={id} className="border-b border-line py-2.5 text-ui">
            <p className="text-xs text-ink-3">
              {by?.name ?? t("somebody")} ·{" "}
              <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</time>
            </p>
            <ul>
              {made.map((change) => (
                <Change key={change.rule} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Change({ change: { rule, from, to } }: { change: RuleChange }) {
  const t = useTranslations("settings.rules")
  const valueOf = useValueWords()
  const nameOf = useRuleName()
  return <li>{t("change", { rule: nameOf(rule), from: valueOf(rule, from), to: valueOf(rule, to) })}</li>
}

const NAMES = ["approvals", "checkersReview", "signOff", "publishNames"] as const

function useRuleName(): (rule: string) => string {
  const t = useTranslations("settings.rules")
  const items = useTranslations("checklist.item")
  return (rule) => {
    const item = CHECKLIST_ITEMS.find((one) => rule === `checklist.${one}`)
    if (item) return items(item)
    const name = NAMES.find((one) => one === rule)
    const job = jobs.find(({ value }) => rule === `secondOpinions.${value}`)?.value
    if (job) return t("opinionsOf", { job })
    return name ? t(name) : rule
  }
}

function useValueWords(): (rule: string, value: RuleValue) => string {
  const t = useTranslations("settings.rules")
  const claim = useTranslations("claim")
  return (rule, value) => {
    if (typeof value === "number" && rule !== "approvals") return t("percent", { percent: value })
    if (typeof value === "number") return t("approvalsOf", { count: value })
    if (value === "author_of_none" || value === "not_of_all" || value === "anybody") return t(`signOffBy.${value}`)
    if (typeof value === "string") return value
    if (typeof value === "boolean") return t(value ? "yes" : "no")
    if (isOff(value)) return t("off")
    const types = value.types.map((type) => claim(`type.${type}`))
    const jobs = value.jobs.map((job) => claim(`job.${job}`))
    const priorities = value.priorities.map((priority) => claim(`priority.${priority}`))
    return [jobs, priorities, ...(types.length > 0 ? [types] : [])].map((words) => words.join(", ")).join(" · ")
  }
}
