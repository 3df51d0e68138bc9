"use client"
/** The author's own words for a passage: those proposed to begin with. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { BoxedForm } from "@/components/ui/boxed-form"
import { TextArea } from "@/components/ui/text-field"
import type { DraftState } from "@/components/ui/use-draft"
import type { FixAnswer, FixItem } from "@/lib/domain/fix"
import { oneLine } from "@/lib/domain/one-line"
import type { Said } from "./answer-acts"
import { FixDifference } from "./fix-words"

export interface TypedWords {
  wording: string
  reason: string
}

export interface RewordFormProps {
  item: FixItem
  language: string
  typed: DraftState<TypedWords>
  say: (answer: FixAnswer, said: Said) => Promise<string | null>
  onDone: () => void
}

export function RewordForm({ item, language, typed, say, onDone }: RewordFormProps) {
  const t = useTranslations("fix")
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const send = async () => {
    setState({ busy: true })
    const { value } = typed
    const error = await say("reworded", { wording: value.wording, reason: value.reason.trim() || null })
    if (error) setState({ error })
    else onDone()
  }
  return (
    <BoxedForm
      {...state}
      label={t("reword.title", { number: item.claim.number })}
      send={t("reword.send")}
      onSend={() => void send()}
      onCancel={onDone}
    >
      <Fields {...{ item, language, typed }} />
    </BoxedForm>
  )
}

function Fields({ item, language, typed: { value, type } }: Pick<RewordFormProps, "item" | "language" | "typed">) {
  const t = useTranslations("fix")
  return (
    <>
      <TextArea
        autoFocus
        label={t("reword.wording")}
        hint={t("wordingHint")}
        lang={language}
        dir="auto"
        maxLength={20_000}
        value={value.wording}
        onChange={(event) => type({ ...value, wording: event.target.value })}
        className="font-serif text-[0.96875rem]"
      />
      {item.passage && (
        <p lang={language} dir="auto" className="font-serif text-[0.96875rem] leading-normal wrap-anywhere">
          <FixDifference passage={item.passage.words} wording={oneLine(value.wording)} />
        </p>
      )}
      <TextArea
        label={t("reword.reason")}
        rows={1}
        maxLength={2000}
        value={value.reason}
        onChange={(event) => type({ ...value, reason: event.target.value })}
      />
    </>
  )
}
