"use client"
/** Where a comment is typed. An `@` offers names; what is typed stays through a reload until it was sent or is given up. */
import { useTranslations } from "next-intl"
import { useState, type ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { useDraft } from "@/components/ui/use-draft"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import type { Person } from "@/lib/domain/workspace"
import { NamingArea } from "./naming-area"

export interface CommentBoxProps {
  /** Whose draft of what it is. */
  draft: string
  /** What stands there to begin with. */
  text?: string
  label: string
  send: string
  people: readonly Person[]
  /** Sends it; answers what was wrong, or null. */
  onSend: (body: string) => Promise<string | null>
  onCancel: () => void
  /** Besides the text: for whom it is. */
  children?: ReactNode
}

export function CommentBox({ draft, text = "", label, send, people, onSend, onCancel, children }: CommentBoxProps) {
  const ui = useTranslations("ui")
  const t = useTranslations("comment.box")
  const typed = useDraft(draft, text)
  const once = useOneAtATime()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const submit = async () => {
    if (typed.value.trim() === "") return
    setState({ busy: true })
    const error = await onSend(typed.value)
    setState(error === null ? {} : { error })
    if (error === null) typed.drop()
  }
  const cancel = () => {
    typed.drop()
    onCancel()
  }
  const sendOnce = () => void once(submit)
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        sendOnce()
      }}
      className="flex flex-col gap-2.5"
    >
      {children}
      <NamingArea {...{ label, people }} hint={t("hint")} value={typed.value} onType={typed.type} onSend={sendOnce} />
      <Refused>{state.error}</Refused>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small" busy={state.busy ?? false}>
          {send}
        </Button>
        <Button look="quiet" size="small" onClick={cancel}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}
