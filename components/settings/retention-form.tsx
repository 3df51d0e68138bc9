"use client"
/** After how many days the desk lets go of what; left empty, never. What is typed and not saved survives a reload and a conflict. */
import { useTranslations } from "next-intl"
import { TextField } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { Retention, RetentionRule, RetentionView, SetRetention } from "@/lib/domain/retention"
import { SaveRow } from "./save-row"
import { useSaving } from "./use-saving"

export interface RetentionFormProps {
  /** The reader's membership: whose draft it is. */
  me: string
  view: RetentionView
  setRetention: Act<SetRetention, Retention>
}

type Typed = Record<RetentionRule, string>

const named: Record<RetentionRule, true> = { readNotifications: true, contactDetails: true, deletedArticles: true }
const rules = Object.keys(named) as RetentionRule[]

export function RetentionForm({ me, view: { retention: seen, tonight }, setRetention }: RetentionFormProps) {
  const t = useTranslations("settings.retention")
  const acts = useScreenActs({ setRetention })
  const saved = typedOf(seen)
  const draft = useDraft<Typed>(`${me}:retention`, saved)
  const typed = draft.value
  const isChanged = rules.some((rule) => typed[rule].trim() !== saved[rule])
  const save = () => acts.setRetention({ retention: retentionOf(typed), seen })
  const { onSubmit, discard, fields, told } = useSaving({ save, drop: draft.drop, saved: t("saved") })
  return (
    <form aria-label={t("title")} noValidate className="flex flex-col gap-1" onSubmit={onSubmit}>
      {rules.map((rule) => (
        <Rule
          key={rule}
          {...{ rule, value: typed[rule], tonight: tonight[rule] }}
          set={seen[rule] === null ? "never" : "days"}
          error={fields[`retention.${rule}`]}
          onType={(value) => draft.type({ ...typed, [rule]: value })}
        />
      ))}
      <SaveRow label={t("save")} changed={isChanged ? "yes" : "no"} {...told} onDiscard={discard} />
    </form>
  )
}

interface RuleProps {
  rule: RetentionRule
  value: string
  /** As it is saved. */
  set: "never" | "days"
  tonight: { goes: number; held: number }
  error: string | undefined
  onType: (value: string) => void
}

function Rule({ rule, value, set, tonight, error, onType }: RuleProps) {
  const t = useTranslations("settings.retention")
  return (
    <div className="grid gap-x-6 gap-y-2 border-t border-line py-3.5 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <div className="min-w-0">
        <p className="font-[550]">{t(`rule.${rule}.name`)}</p>
        <p className="text-xs text-pretty text-ink-3">{t(`rule.${rule}.about`)}</p>
        <p className="mt-1 text-xs text-ink-2">
          {set === "never" ? t("never") : t(`rule.${rule}.tonight`, { count: tonight.goes })}
          {tonight.held > 0 && ` ${t("held", { count: tonight.held })}`}
        </p>
      </div>
      <TextField
        label={t("days", { what: t(`rule.${rule}.name`) })}
        labelled="hidden"
        inputMode="numeric"
        placeholder={t("neverShort")}
        hint={t("daysHint")}
        maxLength={5}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onType(target.value)}
        {...(error && { error })}
      />
    </div>
  )
}

const typedOf = (retention: Retention) =>
  Object.fromEntries(rules.map((rule) => [rule, retention[rule]?.toString() ?? ""])) as Typed

/** What is no number is sent as none, and refused at its field. */
const retentionOf = (typed: Typed) =>
  Object.fromEntries(
    rules.map((rule) => [rule, typed[rule].trim() === "" ? null : Number(typed[rule].trim())]),
  ) as Retention
