"use client"
/** A text for an article, pasted, from a file or a page: to take its place, or for a last look before it goes out. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { FormMessage } from "@/components/ui/form-message"
import type { Closing } from "@/components/ui/late"
import { ChangesAsked } from "./changes-asked"
import { TextSource } from "./text-source"
import { useDropped } from "./use-dragged"
import { useNewText, type NewText } from "./use-new-text"

export interface TextDialogProps<Value> extends Closing {
  purpose: "revise" | "finalCheck"
  /** Whose text is kept, by their membership. */
  me: string
  article: { id: string; title: string }
  base: { id: string; number: number }
  /** Whether Stet may be sent out for a page. */
  fetches: "may" | "not"
  route: string
  /** The address of the galley. */
  galley: string
  onDone: (value: Value) => void
}

export function TextDialog<Value>({ purpose, me, fetches, galley, onClose, onDone, ...about }: TextDialogProps<Value>) {
  const t = useTranslations(purpose)
  const dropping = useTranslations("revise.drop")
  const formId = useId()
  const done = (value: Value) => {
    onClose()
    onDone(value)
  }
  const text = useNewText<Value>({ ...about, draftKey: `${me}:${purpose}:${about.article.id}`, onDone: done })
  const { file, undecided, busy } = text
  useDropped(([dropped, ...others]) => {
    if (busy || undecided) return
    if (others.length > 0) text.refuse(dropping("onlyOne"))
    else if (dropped) text.choose(dropped)
  })
  if (file && undecided) {
    const asked = { changes: undecided, name: file.name, send: t("send") }
    return <ChangesAsked {...asked} onAnswer={text.submit} onClose={text.leave} />
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      busy={busy}
      title={t("title")}
      description={t("intro")}
      size="large"
      actions={<Actions {...{ purpose, formId, text }} />}
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault()
          text.submit()
        }}
      >
        <FormMessage>
          {text.wrong.message && (
            <>
              {text.wrong.message} {text.newer && <NewerText number={text.newer.number} {...{ galley }} />}
            </>
          )}
        </FormMessage>
        <TextSource {...{ text, fetches }} title={about.article.title} />
      </form>
    </Dialog>
  )
}

/** What somebody else brought meanwhile, beside what is typed: that stays open. */
function NewerText({ number, galley }: { number: number; galley: string }) {
  const t = useTranslations("revise")
  return (
    <a href={`${galley}/revisions?from=${number - 1}&to=${number}`} target="_blank" className="underline">
      {t("whatChanged", { number })}
    </a>
  )
}

interface ActionsProps {
  purpose: "revise" | "finalCheck"
  formId: string
  text: Pick<NewText, "busy" | "kept" | "discard">
}

function Actions({ purpose, formId, text }: ActionsProps) {
  const t = useTranslations(purpose)
  const shared = useTranslations("import")
  return (
    <>
      <Button type="submit" form={formId} look="primary" busy={text.busy}>
        {text.busy ? t("sending") : t("send")}
      </Button>
      {text.kept !== "nothing" && (
        <Button look="quiet" onClick={text.discard}>
          {shared("discard")}
        </Button>
      )}
    </>
  )
}
