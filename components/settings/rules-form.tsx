"use client"
/** The rules of review as an owner sets them. What is chosen and not saved survives a reload and a conflict. */
import { useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/checkbox"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { TextField } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import { jobs } from "@/components/claim/choices"
import { CHECKLIST_ITEMS } from "@/lib/domain/checklist"
import type { Job } from "@/lib/domain/scale"
import { areSame } from "@/lib/domain/rule-changes"
import type { ReviewRules, SetRules } from "@/lib/domain/rules"
import { ChecklistRuleEditor } from "./checklist-rule-editor"
import { SaveRow } from "./save-row"
import { useSaving } from "./use-saving"

export interface RulesFormProps {
  /** The reader's membership: whose draft it is. */
  me: string
  rules: ReviewRules
  setRules: Act<SetRules, ReviewRules>
}

export function RulesForm({ me, rules: seen, setRules }: RulesFormProps) {
  const t = useTranslations("settings.rules")
  const acts = useScreenActs({ setRules })
  const draft = useDraft<ReviewRules>(`${me}:rules`, seen)
  const rules = draft.value
  const put = (some: Partial<ReviewRules>) => draft.type({ ...rules, ...some })
  const isChanged = !areSame(rules, seen)
  const save = () => acts.setRules({ rules, seen })
  const { onSubmit, discard, fields, told } = useSaving({ save, drop: draft.drop, saved: t("saved") })
  return (
    <form aria-label={t("title")} noValidate className="flex flex-col gap-6" onSubmit={onSubmit}>
      <Reviewing rules={rules} seen={seen} put={put} />
      <OpinionShares rules={rules} put={put} fields={fields} />
      <ChecklistEditor rules={rules} put={put} />
      <SaveRow label={t("save")} changed={isChanged ? "yes" : "no"} {...told} onDiscard={discard} />
    </form>
  )
}

const SIGN_OFFS = ["author_of_none", "not_of_all", "anybody"] as const
interface PartProps {
  rules: ReviewRules
  put: (some: Partial<ReviewRules>) => void
}

function ChecklistEditor({ rules, put }: PartProps) {
  const t = useTranslations("settings.rules")
  return (
    <section className="flex flex-col gap-2">
      <h2 className="heading-group">{t("checklist")}</h2>
      <p className="max-w-prose text-ui text-ink-2">{t("checklistAbout")}</p>
      <ul className="border-t border-line">
        {CHECKLIST_ITEMS.map((item) => (
          <ChecklistRuleEditor
            key={item}
            item={item}
            rule={rules.checklist[item]}
            onRule={(rule) => put({ checklist: { ...rules.checklist, [item]: rule } })}
          />
        ))}
      </ul>
    </section>
  )
}

/** How many claims are drawn for a second opinion. What is no share of a hundred is kept as typed, and refused at its field. */
function OpinionShares({ rules: { secondOpinions }, put, fields }: PartProps & { fields: Record<string, string> }) {
  const t = useTranslations("settings.rules")
  const errorAt = (job: Job) => {
    const error = fields[`rules.secondOpinions.${job}`]
    return error ? { error } : {}
  }
  return (
    <section className="flex flex-col gap-2">
      <h2 className="heading-group">{t("opinions")}</h2>
      <p className="max-w-prose text-ui text-pretty text-ink-2">{t("opinionsAbout")}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {jobs.map(({ value: job }) => (
          <div key={job} className="w-60">
            <TextField
              type="number"
              inputMode="numeric"
              min={0}
              max={100}
              label={t("opinionsShare", { job })}
              {...errorAt(job)}
              value={String(secondOpinions[job])}
              onChange={(event) => put({ secondOpinions: { ...secondOpinions, [job]: Number(event.target.value) } })}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

const APPROVALS = ["0", "1", "2", "3"] as const

/** Whoever checked all of an article signs it only where nothing is approved: with the first approval that is over. */
const withApprovals = ({ signOff }: ReviewRules, approvals: number): Partial<ReviewRules> =>
  signOff === "anybody" && approvals > 0 ? { approvals, signOff: "author_of_none" } : { approvals }

function Reviewing({ rules, seen, put }: PartProps & { seen: ReviewRules }) {
  const t = useTranslations("settings.rules")
  const hints = [t(rules.approvals === 0 ? "noneHint" : "approvalsHint")]
  if (rules.approvals < seen.approvals) hints.push(t("fewerHint"))
  if (rules.approvals > seen.approvals) hints.push(t("moreHint"))
  return (
    <>
      <ChoiceGroup
        label={t("approvals")}
        options={APPROVALS.map((value) => ({ value, label: t("approvalsOf", { count: Number(value) }) }))}
        value={APPROVALS[rules.approvals] ?? "1"}
        onChoose={(value) => put(withApprovals(rules, Number(value)))}
        hint={hints.join(" ")}
      />
      <ChoiceGroup
        label={t("signOff")}
        options={SIGN_OFFS.filter((value) => value !== "anybody" || rules.approvals === 0).map((value) => ({
          value,
          label: t(`signOffBy.${value}`),
        }))}
        value={rules.signOff}
        onChoose={(signOff) => put({ signOff })}
        hint={t(rules.signOff === "anybody" ? "anybodyHint" : "signOffHint")}
      />
      <div className="flex flex-col gap-3">
        <Checkbox
          label={t("checkersReview")}
          hint={t("checkersReviewHint")}
          checked={rules.checkersReview}
          onChange={(event) => put({ checkersReview: event.target.checked })}
        />
        <Checkbox
          label={t("publishNames")}
          hint={t("publishNamesHint")}
          checked={rules.publishNames}
          onChange={(event) => put({ publishNames: event.target.checked })}
        />
      </div>
    </>
  )
}
