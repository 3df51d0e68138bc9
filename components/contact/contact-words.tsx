"use client"
/** What is known of a contact, read: in the inspector and by whoever reviews. */
import { Paperclip } from "lucide-react"
import { useParams } from "next/navigation"
import { useFormatter, useNow, useTranslations } from "next-intl"
import { classes } from "@/components/ui/classes"
import type { ContactFile, ContactOutcome, ContactView } from "@/lib/domain/contact"

export interface ContactWordsProps {
  contact: ContactView
  /** Its other claims: numbers of this article's, and how many are of others. */
  numbers: { here: number[]; elsewhere: number }
}

export function ContactWords({ contact, numbers }: ContactWordsProps) {
  const t = useTranslations("contact")
  const format = useFormatter()
  const { whom, isClaimant, channel, askedAt, question, reply, repliedAt, onRecord, details } = contact
  const moment = useMoment()
  const others = [
    numbers.here.length > 0 &&
      t("alsoHere", { numbers: format.list(numbers.here.map(String)), count: numbers.here.length }),
    numbers.elsewhere > 0 && t("alsoElsewhere", { count: numbers.elsewhere }),
  ]
  return (
    <div className="flex min-w-0 flex-col gap-1 text-ui">
      <p className="leading-snug break-words">
        <span className="font-semibold">{whom}</span>
        <span className="text-xs text-ink-3">
          {isClaimant && <> · {t("claimant")}</>} · {t(`channels.${channel}`)} · {moment(askedAt)}
        </span>
      </p>
      <Outcome contact={contact} />
      {contact.sent === "since" && (
        <p className="text-xs font-medium text-mixed">
          <span aria-hidden>! </span>
          {t("since")}
        </p>
      )}
      <p className="font-serif text-[0.90625rem] leading-[1.42] break-words whitespace-pre-wrap text-ink-2">
        <span className="font-sans text-xs text-ink-3">{t("question")}: </span>
        {question}
      </p>
      {reply && (
        <p className="font-serif text-[0.90625rem] leading-[1.42] break-words whitespace-pre-wrap text-ink">
          <span className="font-sans text-xs text-ink-3">
            {t(onRecord ? "reply" : "replyOff")}
            {repliedAt && `, ${moment(repliedAt)}`}:{" "}
          </span>
          {reply}
        </p>
      )}
      {details === "kept" && !onRecord && <p className="text-xs text-ink-3">{t("keptReply")}</p>}
      <Details contact={contact} />
      {others.some(Boolean) && <p className="text-xs text-ink-3">{others.filter(Boolean).join(" · ")}</p>}
    </div>
  )
}

const looks: Record<ContactOutcome, { shape: string; look: string }> = {
  pending: { shape: "⋯", look: "text-unproven" },
  confirmed: { shape: "✓", look: "text-true" },
  disputed: { shape: "×", look: "text-false" },
  corrected: { shape: "↩", look: "text-mixed" },
  declined: { shape: "−", look: "text-ink-2" },
  no_answer: { shape: "○", look: "text-ink-2" },
}

/** What came of it by word and shape; until when, where an answer is waited for. */
function Outcome({ contact: { outcome, deadline, onRecord } }: { contact: ContactView }) {
  const t = useTranslations("contact")
  const now = useNow()
  const moment = useMoment()
  const { shape, look } = looks[outcome]
  const isLate = outcome === "pending" && deadline !== null && new Date(deadline) <= now
  return (
    <p className="flex flex-wrap gap-x-2 text-xs">
      <span className={classes("font-semibold", look)}>
        <span aria-hidden>{shape} </span>
        {t(`outcomes.${outcome}`)}
      </span>
      {!onRecord && <span className="font-semibold text-ink-2">{t("records.off")}</span>}
      {deadline && (
        <span className={isLate ? "font-semibold text-false" : "text-ink-3"}>
          {isLate && <span aria-hidden>! </span>}
          {t(isLate ? "overdue" : "until", { when: moment(deadline) })}
        </span>
      )}
    </p>
  )
}

function Details({ contact: { address, notes, file, recordedBy } }: Pick<ContactWordsProps, "contact">) {
  const t = useTranslations("contact")
  return (
    <>
      {(address || notes || file) && (
        <div className="flex flex-col gap-1 rounded-md bg-panel px-2.5 py-1.5 text-xs break-words text-ink-2">
          {address && <p>{address}</p>}
          {notes && <p className="whitespace-pre-wrap">{notes}</p>}
          {file && <KeptFile file={file} />}
        </div>
      )}
      <p className="text-xs text-ink-3">{t("recordedBy", { name: recordedBy.name })}</p>
    </>
  )
}

/** What was recorded is heard where it stands, a letter is fetched. */
function KeptFile({ file: { id, name, type } }: { file: ContactFile }) {
  const t = useTranslations("contact")
  const { workspace } = useParams<{ workspace: string }>()
  const address = `/api/files/${workspace}/${id}`
  return (
    <>
      {type.startsWith("audio/") && (
        <audio
          controls
          preload="none"
          src={address}
          aria-label={t("listen", { name })}
          className="h-9 w-full max-w-md"
        />
      )}
      <a
        href={address}
        download
        className="inline-flex min-h-6 items-center gap-1 self-start font-medium underline decoration-line-strong underline-offset-3 wrap-anywhere hover:text-ink hover:decoration-ink"
      >
        <Paperclip aria-hidden className="size-3.5 shrink-0" />
        {name} <span className="sr-only">{t("download")}</span>
      </a>
    </>
  )
}

function useMoment(): (at: string) => string {
  const format = useFormatter()
  return (at) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })
}
