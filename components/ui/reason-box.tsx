"use client"
/** Asks for a reason before something is taken back. What was typed is kept if it is refused or the dialog closed. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "./button"
import { Dialog } from "./dialog"
import { TextArea } from "./text-field"
import { useDraft } from "./use-draft"

export interface ReasonBoxProps {
  onOpenChange: (open: boolean) => void
  words: { title: string; text: string; reason: string; confirm: string; busy: string }
  /** Whose draft of which reason it is. */
  draft: string
  /** Does it; answers why not, or null when it is done. */
  onConfirm: (reason: string) => Promise<string | null>
}

export default function ReasonBox({ onOpenChange, words, draft, onConfirm }: ReasonBoxProps) {
  const t = useTranslations("ui")
  const reason = useDraft(draft, "")
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const confirm = async () => {
    setState({ busy: true })
    const error = await onConfirm(reason.value.trim())
    setState(error ? { error } : {})
    if (error) return
    reason.drop()
    onOpenChange(false)
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      busy={state.busy ?? false}
      title={words.title}
      description={words.text}
      actions={
        <>
          <Button
            look="danger"
            busy={state.busy ?? false}
            disabled={!reason.value.trim()}
            onClick={() => void confirm()}
          >
            {state.busy ? words.busy : words.confirm}
          </Button>
          <Button disabled={state.busy ?? false} onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      <TextArea
        autoFocus
        label={words.reason}
        value={reason.value}
        maxLength={1000}
        {...(state.error && { error: state.error })}
        onChange={(event) => reason.type(event.target.value)}
      />
    </Dialog>
  )
}
