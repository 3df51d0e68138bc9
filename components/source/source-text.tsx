"use client"
/** Below a piece of evidence whose source's text is kept: whether the excerpt stands in it, and the way there. */
import { BookOpen } from "lucide-react"
import { useParams, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import type { EvidenceView } from "@/lib/domain/source"
import { viewAddress } from "@/lib/domain/viewing"
import { onChanged } from "./evidence-changed"
import { LookedUp } from "./looked-up"

export interface SourceTextProps {
  evidence: EvidenceView
  onOpen?: () => void
}

export default function SourceText({ evidence, onOpen }: SourceTextProps) {
  const t = useTranslations("source")
  const { workspace } = useParams<{ workspace: string }>()
  const { source, locator, lookedUp, excerpt } = evidence
  const at = locator ?? ""
  const router = useRouter()
  const isBeingRead = source.file?.text === "waiting" && lookedUp === null && Boolean(excerpt)
  useLooks(isBeingRead ? router.refresh : null)
  // Its text is read in another tab, where another passage can be made its excerpt.
  useEffect(() => onChanged(evidence.id, () => router.refresh()), [evidence.id, router])
  return (
    <div className="mt-1">
      {isBeingRead && <p className="mt-1 text-xs text-ink-3">{t("lookedUp.waiting")}</p>}
      {lookedUp && <LookedUp excerpt={excerpt ?? ""} lookedUp={lookedUp} />}
      <a
        href={viewAddress(workspace, source.id, { evidence: evidence.id })}
        target="_blank"
        rel="noopener"
        onClick={onOpen}
        onAuxClick={onOpen}
        className="mt-1 inline-flex min-h-6 items-center gap-1 text-xs font-medium text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
      >
        <BookOpen aria-hidden className="size-3.5 shrink-0" />
        <span>
          {t("openAt", { at, hasPlace: at ? "yes" : "no" })}
          <span className="sr-only">
            {" "}
            {source.title} {t("newTab")}
          </span>
        </span>
      </a>
    </div>
  )
}

/** Between two looks at a file that is being read, and how many there are; after that the next visit tells. */
const EVERY_MS = 3_000
const MOST_LOOKS = 40

/** Looks again for as long as there is something to look for. */
function useLooks(look: (() => void) | null) {
  useEffect(() => {
    if (!look) return
    let looks = 0
    const timer = setInterval(() => {
      looks += 1
      if (looks === MOST_LOOKS) clearInterval(timer)
      look()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [look])
}
