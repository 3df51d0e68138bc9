"use client"
/** What the article's author says to a fix: yes, in other words, or no. The latest counts until an editor decides. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import { Refused } from "@/components/ui/refused"
import { goToRow } from "@/components/ui/rows"
import { useDraft } from "@/components/ui/use-draft"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { FixAnswer, FixItem } from "@/lib/domain/fix"
import type { Actor } from "@/lib/domain/workspace"
import type { FixActs } from "./fixes-screen"
import { RewordForm, type TypedWords } from "./reword-form"

export interface AnswerActsProps {
  item: FixItem
  actor: Actor
  language: string
  acts: FixActs
}

/** What of an answer is typed. */
export type Said = Partial<Record<"wording" | "reason", string | null>>

export function AnswerActs({ item, actor, language, acts }: AnswerActsProps) {
  const t = useTranslations("fix")
  const { say, state } = useAnswer(item, acts)
  const once = useOneAtATime()
  const [rewording, setRewording] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const key = `${actor.id}:${item.claim.id}`
  const { fix } = item
  const first = { wording: fix.answer?.wording ?? fix.wording, reason: fix.answer?.reason ?? "" }
  const typed = useDraft<TypedWords>(`${key}:reword`, first)
  const close = () => {
    typed.drop()
    setRewording(false)
    goToRow(document.body, item.claim.id)
  }
  if (rewording || typed.draft) return <RewordForm {...{ item, language, typed, say }} onDone={close} />
  const refusal = {
    title: t("refuse.title", { number: item.claim.number }),
    text: t("refuse.text"),
    reason: t("refuse.reason"),
    confirm: t("refuse.confirm"),
    busy: t("refuse.busy"),
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Said
        item={item}
        answer="accepted"
        act="fix.yes"
        busy={state.busy}
        onSay={() => void once(() => say("accepted", {}))}
      />
      <Said item={item} answer="reworded" act="fix.other" onSay={() => setRewording(true)} />
      <Said item={item} answer="refused" act="fix.no" onSay={() => setRefusing(true)} />
      <ReasonDialog
        open={refusing}
        onOpenChange={setRefusing}
        words={refusal}
        draft={`${key}:refuse`}
        onConfirm={(reason) => say("refused", { reason })}
      />
      <Refused className="w-full">{state.error}</Refused>
    </div>
  )
}

interface SaidProps {
  item: FixItem
  answer: FixAnswer
  act: "fix.yes" | "fix.other" | "fix.no"
  busy?: true | undefined
  onSay: () => void
}

function Said({ item, answer, act, busy = undefined, onSay }: SaidProps) {
  const t = useTranslations("fix.say")
  const isSaid = item.fix.answer?.kind === answer
  const shortcut = useShortcut(act)
  return (
    <Button
      data-act={act.slice(4)}
      size="small"
      look={isSaid ? "plain" : answer === "accepted" ? "primary" : "plain"}
      busy={busy ?? false}
      aria-keyshortcuts={shortcut}
      onClick={onSay}
    >
      {t(answer)} <KeyCap act={act} on={!isSaid && answer === "accepted" ? "ink" : "paper"} />
    </Button>
  )
}

function useAnswer({ fix, claim }: FixItem, { answerFix }: FixActs) {
  const t = useTranslations("fix")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  /** Answers what was wrong; null where it was said. */
  const say = async (answer: FixAnswer, said: Said): Promise<string | null> => {
    setState({ busy: true })
    const done = await answerFix({ fixId: fix.id, version: fix.version, answer, ...said })
    const error = errorOf(done)
    setState(error ? { error } : {})
    if (!done.ok) return done.refusal.message
    announce(t(`said.${answer}`, { number: claim.number }))
    return null
  }
  return { say, state }
}
