"use client"
/** What can be done with a source's page: keep it as it is now, and have a public archive keep it, after a warning. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { OfSource } from "@/lib/domain/link"

export interface PageActsProps {
  sourceId: string
  url: string
  /** What is known of the page and of its archive, as one text: another one means that the job has ended. */
  known: { page: string; archive: string }
  /** Whether a public archive may be asked, or why not. */
  archiving: "may" | "asked" | "confidential" | "off"
  acts: { takeSnapshot: Act<OfSource, void>; archiveSource: Act<OfSource, void> }
}

export function PageActs({ sourceId, url, known, archiving, acts: given }: PageActsProps) {
  const t = useTranslations("sources.link")
  const acts = useScreenActs(given)
  const snapshot = useAwaited(known.page, () => acts.takeSnapshot({ sourceId }), t("looked"))
  const archive = useAwaited(known.archive, () => acts.archiveSource({ sourceId }), t("archiveAnswered"))
  const [asking, setAsking] = useState<"yes" | "no">("no")
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button size="small" busy={snapshot.waiting} onClick={snapshot.begin}>
        {t(snapshot.waiting ? "taking" : "take")}
      </Button>
      {archiving === "may" || archiving === "asked" ? (
        <Button
          size="small"
          aria-haspopup="dialog"
          busy={archive.waiting || archiving === "asked"}
          onClick={() => setAsking("yes")}
        >
          {t(archive.waiting || archiving === "asked" ? "archiving" : "toArchive")}
        </Button>
      ) : (
        <p className="text-xs text-ink-3">{t(`noArchive.${archiving}`)}</p>
      )}
      {[snapshot.error, archive.error].filter(Boolean).map((error) => (
        <p key={error} role="alert" className="basis-full text-xs font-medium text-false">
          {error}
        </p>
      ))}
      <AskDialog
        open={asking === "yes"}
        title={t("archiveTitle")}
        text={
          <>
            <span className="block">{t("archiveWarning")}</span>
            <span className="mt-2 block font-mono text-xs wrap-anywhere">{url}</span>
          </>
        }
        confirm={t("archiveYes")}
        look="danger"
        onYes={() => {
          setAsking("no")
          archive.begin()
        }}
        onClose={() => setAsking("no")}
      />
    </div>
  )
}

/** Between two looks at what a job has come to, and how long one looks; after that the next visit tells. */
const EVERY_MS = 2_000
const MOST_LOOKS = 75

/** Does what ends later as a job: draws the page anew until what is known is something else. */
function useAwaited(known: string, act: () => ReturnType<Act<OfSource, void>>, done: string) {
  const router = useRouter()
  const announce = useAnnounce()
  const [{ before, error }, setState] = useState<{ before: string | null; error?: string }>({ before: null })
  const looks = useRef(0)
  const waiting = before !== null && before === known
  useEffect(() => {
    if (before === null) return
    if (before !== known) return announce(done)
    const timer = setInterval(() => {
      looks.current += 1
      if (looks.current > MOST_LOOKS) return setState({ before: null })
      router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [announce, before, done, known, router])
  const begin = async () => {
    looks.current = 0
    setState({ before: known })
    const answer = await act()
    if (!answer.ok) setState({ before: null, error: answer.refusal.message })
    else router.refresh()
  }
  return { waiting, error, begin: () => void begin() }
}
