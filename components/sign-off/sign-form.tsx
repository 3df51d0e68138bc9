"use client"
/** Signs the article off where it is ready; else releases it with its open items, for a reason, a must by two. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-field"
import { toast } from "@/components/ui/toast"
import { useDraft, type DraftState } from "@/components/ui/use-draft"
import type { ReopeningView, SignOffState } from "@/lib/domain/sign-off-state"
import type { SignOffPart } from "./sign-off-screen"
import { useSending } from "./use-sending"

export function SignForm({ actor, state, acts }: SignOffPart) {
  const t = useTranslations("signOff.sign")
  const { article, open, reopenings, barred } = state
  const isWhole = open.claims.length === 0 && open.sentences === 0 && !open.unclaimed
  const reason = useDraft(`${actor.id}:release:${article.id}`, "")
  const [secondId, setSecond] = useState("")
  const notices = useDraft<Worded>(`${actor.id}:notices:${article.id}`, {})
  const sending = useSending()
  const [missing, setMissing] = useState<string | null>(null)
  if (barred) return <p className="rounded-lg bg-panel px-3 py-2 text-ui text-ink-2">{t(`barred.${barred}`)}</p>
  if (state.held.length > 0) return <Held numbers={state.held} />
  if (state.tidies.length > 0) return <p className="text-ui text-pretty text-ink-2">{t("tidies")}</p>
  const told = reopenings.filter(({ draft }) => draft !== null)
  const submit = () => {
    const why = reason.value.trim()
    if (!isWhole && !why) return setMissing(t("reasonNeeded"))
    setMissing(null)
    const claimIds = open.claims.map(({ id }) => id)
    const openItems = isWhole ? null : { reason: why, secondId: secondId || null, claimIds }
    const asked = { articleId: article.id, version: article.version, openItems, notices: wordedOf(told, notices.value) }
    void sending.send(acts.signOffArticle(asked), ({ goneOut }) => {
      reason.drop()
      notices.drop()
      toast(t(`done.${goneOut}`))
    })
  }
  return (
    <form
      aria-label={t(isWhole ? "sign" : "release")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      className="flex max-w-xl flex-col gap-3"
    >
      <FormMessage>{sending.message}</FormMessage>
      <Notices told={told} language={article.language} words={notices} />
      {!isWhole && (
        <WithOpenItems {...{ state, reason, secondId, setSecond }} errors={{ ...sending.fields, reason: missing }} />
      )}
      <Button type="submit" look={isWhole ? "approve" : "plain"} busy={sending.busy} className="self-start">
        {t(isWhole ? "sign" : "release")}
      </Button>
    </form>
  )
}

/** With a legal hold nothing goes out, whoever signs. */
function Held({ numbers }: { numbers: number[] }) {
  const t = useTranslations("signOff.sign")
  return (
    <p className="rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui font-medium text-false">
      {t("held", { count: numbers.length, numbers: numbers.join(", ") })}
    </p>
  )
}

/** What readers are told, by reopening, where it was worded otherwise than it was drafted. */
type Worded = Record<string, string>

function wordedOf(told: ReopeningView[], words: Worded) {
  return told.flatMap(({ id }) => {
    const notice = words[id]?.trim()
    return notice ? [{ reopeningId: id, notice }] : []
  })
}

function Notices({ told, language, words }: { told: ReopeningView[]; language: string; words: DraftState<Worded> }) {
  const t = useTranslations("signOff.sign")
  return told.map(({ id, claim, draft }) => (
    <TextArea
      key={id}
      label={claim ? t("notice", { number: claim.number }) : t("noticeText")}
      hint={t("noticeHint")}
      lang={language}
      maxLength={2000}
      value={words.value[id] ?? draft ?? ""}
      onChange={(event) => words.type({ ...words.value, [id]: event.target.value })}
    />
  ))
}

interface WithOpenItemsProps {
  state: SignOffState
  reason: DraftState<string>
  secondId: string
  setSecond: (id: string) => void
  errors: Record<string, string | null>
}

function WithOpenItems({ state: { open, seconds }, reason, secondId, setSecond, errors }: WithOpenItemsProps) {
  const t = useTranslations("signOff.sign")
  const people = seconds.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <p className="text-ui text-pretty text-ink-2">{t("openText")}</p>
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        error={errors.reason ?? errors["openItems.reason"]}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.type(event.target.value)}
      />
      {open.claims.some(({ priority }) => priority === 1) && (
        <Select
          label={t("second")}
          hint={t("secondHint")}
          error={errors["openItems.secondId"]}
          options={[{ value: "", label: t("nobody") }, ...people]}
          value={secondId}
          onChoose={setSecond}
        />
      )}
    </>
  )
}
