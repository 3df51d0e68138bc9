"use client"
/** Over the text: what else is kept of somebody's writing in it, and what came while it was written. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { Button } from "@/components/ui/button"
import { draftKeys, dropDraft, onDrafts } from "@/components/ui/drafts"
import { keptBeside, type KeptWriting, type Whose } from "./kept-writing"
import type { Written } from "./use-written"

export interface KeptNoticesProps {
  whose: Whose
  written: Pick<Written, "key" | "newer" | "state">
  /** The text that is written in. */
  number: number
  galley: string
}

export function KeptNotices({ whose, written, number, galley }: KeptNoticesProps) {
  const t = useTranslations("writing")
  const { newer, state, key } = written
  // The list of keys is the same one while none comes or goes.
  useSyncExternalStore(onDrafts, draftKeys, () => NONE)
  const isDrawnHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <>
      {(newer || state.error) && (
        <div role="alert" className={LINE}>
          {state.error && `${state.error} ${t("kept")} `}
          {newer && (
            <>
              {t("newer", { number, newer: newer.number })}{" "}
              <a href={`${galley}/revisions?from=${number}&to=${newer.number}`} target="_blank" className="underline">
                {t("compare")}
              </a>
            </>
          )}
        </div>
      )}
      {isDrawnHere && keptBeside(whose, key).map((kept) => <Kept key={kept.key} {...{ kept, galley }} />)}
    </>
  )
}

const LINE = "bg-mixed-soft px-4 py-2 text-ui text-pretty text-mixed"
const NONE: readonly string[] = []
const never = () => () => undefined

function Kept({ kept, galley }: { kept: KeptWriting; galley: string }) {
  const t = useTranslations("writing.earlier")
  const { number, key } = kept
  return (
    <div className={`${LINE} flex flex-wrap items-center gap-x-3 gap-y-1`}>
      <p>{t(kept.kind, { number })}</p>
      {kept.kind === "steps" && (
        <Link href={`${galley}/edit?base=${number}`} className="underline">
          {t("open")}
        </Link>
      )}
      <Button size="small" onClick={() => dropDraft(key)}>
        {t("drop")}
      </Button>
      {kept.kind === "words" && (
        <p
          tabIndex={0}
          className="max-h-40 basis-full overflow-y-auto font-serif whitespace-pre-line text-ink select-all"
        >
          {kept.words}
        </p>
      )}
    </div>
  )
}
