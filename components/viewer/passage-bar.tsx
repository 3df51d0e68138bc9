"use client"
/** What can be done with the words that are selected in a text: copied with their place, or made the excerpt that is cited. */
import { useRouter } from "next/navigation"
import { useLocale, useTranslations } from "next-intl"
import { useCallback, useEffect, useState, type RefObject } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { carry } from "@/components/source/carried-place"
import { tellChanged } from "@/components/source/evidence-changed"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { watched } from "@/components/ui/connection"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import { locatorWords } from "@/lib/domain/locator"
import type { EditEvidence } from "@/lib/domain/source"
import type { CitedHere, Passage } from "@/lib/domain/viewing"
import { chosenIn } from "./chosen-passage"

export interface PassageBarProps {
  /** What holds the text. */
  text: RefObject<HTMLElement | null>
  cited: CitedHere | null
  save: Act<EditEvidence, ClaimView>
}

export function PassageBar({ text, cited, save }: PassageBarProps) {
  const t = useTranslations("viewer.passage")
  const announce = useAnnounce()
  const placeWords = usePlaceWords()
  const passage = useChosen(text)
  const place = passage && placeWords(passage)
  const copied = t("copied", { at: place ?? "", hasPlace: place ? "yes" : "no" })
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const chosen = text.current && chosenIn(text.current, document.getSelection())
      if (!chosen || !event.clipboardData) return
      event.preventDefault()
      carry(event.clipboardData, chosen.words, placeWords(chosen))
      announce(copied)
    }
    document.addEventListener("copy", copy)
    return () => document.removeEventListener("copy", copy)
  }, [text, announce, placeWords, copied])
  if (!passage) return null
  return (
    <section
      aria-label={t("chosen")}
      className="sticky bottom-3 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-raised px-3 py-2.5 shadow-float print:hidden"
    >
      {place && <p className="mr-1 text-ui font-[550] tabular-nums">{place}</p>}
      {cited?.mode === "write" && <Use passage={passage} place={place} cited={cited} save={save} />}
      <Button onMouseDown={keepSelection} onClick={copySelection}>
        {t("copy", { hasPlace: place ? "yes" : "no" })}
      </Button>
    </section>
  )
}

interface UseProps extends Pick<PassageBarProps, "save"> {
  passage: Passage
  place: string | null
  cited: CitedHere
}

/** Puts the passage in the place of the excerpt that the text was opened from, with a way back. */
function Use({ passage, place, cited, save }: UseProps) {
  const t = useTranslations("viewer.passage")
  const failed = useTranslations("ui")("failed")
  const router = useRouter()
  const [state, setState] = useState<"idle" | "busy">("idle")
  const { id: evidenceId, claim, version } = cited
  const put = async (evidence: EditEvidence["evidence"], version: number) => {
    const answer = await watched(save)({ evidenceId, version, evidence }).catch(() => null)
    if (!answer?.ok) toast.error(answer?.refusal.message ?? failed)
    else tellChanged(evidenceId)
    router.refresh()
    return answer?.ok ? answer.value.evidence.find(({ id }) => id === evidenceId) : undefined
  }
  const cite = async () => {
    setState("busy")
    const written = await put({ excerpt: passage.words, ...(place && { locator: place }) }, version)
    setState("idle")
    if (!written) return
    document.getSelection()?.removeAllRanges()
    const { excerpt, locator } = cited
    const undo = () => void put({ excerpt, locator }, written.version)
    toast(t("used", { number: claim.number }), { action: { label: t("undo"), onClick: undo } })
  }
  useKeys({ "excerpt.use": () => void cite() })
  return (
    <Button
      look="primary"
      busy={state === "busy"}
      aria-keyshortcuts={useShortcut("excerpt.use")}
      onMouseDown={keepSelection}
      onClick={() => void cite()}
    >
      {t("use", { number: claim.number })} <KeyCap act="excerpt.use" on="ink" className="max-sm:hidden" />
    </Button>
  )
}

/** Pressing must not take the selection away that it is about. */
const keepSelection = (event: { preventDefault: () => void }) => event.preventDefault()

/** As by the keys for it: what is copied says where it stands, which the newer way of copying can't. */
function copySelection() {
  document.execCommand("copy")
}

/** So long nothing is selected further, until it is told of. */
const SETTLED_MS = 150

function useChosen(text: RefObject<HTMLElement | null>): Passage | null {
  const t = useTranslations("viewer.passage")
  const announce = useAnnounce()
  const placeWords = usePlaceWords()
  const [chosen, setChosen] = useState<Passage | null>(null)
  useEffect(() => {
    let settling: number | undefined
    const look = () => setChosen(text.current && chosenIn(text.current, document.getSelection()))
    const wait = () => {
      window.clearTimeout(settling)
      settling = window.setTimeout(look, SETTLED_MS)
    }
    document.addEventListener("selectionchange", wait)
    return () => {
      window.clearTimeout(settling)
      document.removeEventListener("selectionchange", wait)
    }
  }, [text])
  const place = chosen && placeWords(chosen)
  const said = chosen ? t("selected", { at: place ?? "", hasPlace: place ? "yes" : "no" }) : null
  useEffect(() => {
    if (said) announce(said)
  }, [said, announce])
  return chosen
}

function usePlaceWords(): (passage: Passage) => string | null {
  const locale = useLocale()
  return useCallback(({ place }) => place && locatorWords(place, locale), [locale])
}
