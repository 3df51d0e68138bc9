"use client"
/** The sentence with which readers could be told of a contact: to copy, or to put at the end of the explanation. */
import { useTimeZone, useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import type { VerdictForm } from "@/components/verdict/use-verdict-form"
import type { ContactView } from "@/lib/domain/contact"
import { sentenceForReaders } from "@/lib/domain/contact-sentence"

export interface ReadersSentenceProps {
  contact: ContactView
  /** The article's. */
  language: string
  /** Where the verdict can be written. */
  verdict?: VerdictForm
}

export function ReadersSentence({ contact, language, verdict }: ReadersSentenceProps) {
  const t = useTranslations("contact")
  const zone = useTimeZone() ?? "UTC"
  const sentence = sentenceForReaders(contact, { language, zone })
  if (!sentence) return null
  const copy = () =>
    navigator.clipboard.writeText(sentence).then(
      () => toast(t("copied")),
      () => toast.error(t("notCopied")),
    )
  return (
    <div className="rounded-md border border-dashed border-line-strong px-2.5 py-2">
      <p className="text-xs text-ink-3">{t("forReaders")}</p>
      <p lang={language} dir="auto" className="font-serif text-[0.90625rem] leading-[1.42] break-words">
        {sentence}
      </p>
      <div className="mt-1 -ml-2 flex flex-wrap">
        <Button look="quiet" size="small" onClick={() => void copy()}>
          {t("copy")}
        </Button>
        {verdict && <AddToExplanation sentence={sentence} verdict={verdict} />}
      </div>
    </div>
  )
}

/** Into the draft that is written below, where it is seen; with a way back. */
function AddToExplanation({ sentence, verdict }: { sentence: string; verdict: VerdictForm }) {
  const t = useTranslations("contact")
  const before = verdict.values.explanation
  if (before.includes(sentence)) return <p className="px-2 py-1.5 text-xs text-ink-3">{t("isInExplanation")}</p>
  const put = (explanation: string) => {
    verdict.type("explanation", explanation)
    verdict.leave()
  }
  const add = () => {
    put(before.trim() ? `${before.trimEnd()}\n\n${sentence}` : sentence)
    toast(t("addedToExplanation"), { action: { label: t("undo"), onClick: () => put(before) } })
  }
  return (
    <Button look="quiet" size="small" onClick={add}>
      {t("addToExplanation")}
    </Button>
  )
}
