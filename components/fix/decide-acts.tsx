"use client"
/** What an editor does with a fix: chooses whose words go in, or declines it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useAnnounce } from "@/components/ui/announcer"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { FixItem } from "@/lib/domain/fix"
import { hasAuthorsWords, type Take } from "./choosing"
import type { FixActs } from "./fixes-screen"
import type { Choosing } from "./use-choosing"

export interface DecideActsProps {
  item: FixItem
  choosing: Choosing
  acts: FixActs
}

export function DecideActs({ item, choosing, acts }: DecideActsProps) {
  const t = useTranslations("fix")
  const [declining, setDeclining] = useState(false)
  const barred = choosing.choiceOf(item)
  const shortcut = useShortcut("fix.no")
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Choose item={item} choosing={choosing} take="proposed" />
        {hasAuthorsWords(item) && <Choose item={item} choosing={choosing} take="author" />}
        <Button
          data-act="no"
          look="quiet"
          size="small"
          aria-haspopup="dialog"
          aria-keyshortcuts={shortcut}
          onClick={() => setDeclining(true)}
        >
          {t("decline")} <KeyCap act="fix.no" />
        </Button>
      </div>
      {barred.kind === "against" && (
        <p className="text-xs text-ink-3">{t("against", { numbers: barred.numbers.join(", ") })}</p>
      )}
      {declining && <Declining item={item} acts={acts} onClose={() => setDeclining(false)} />}
    </div>
  )
}

/** Asks first, for nothing brings a declined fix back. */
function Declining({ item, acts, onClose }: Pick<DecideActsProps, "item" | "acts"> & { onClose: () => void }) {
  const t = useTranslations("fix.declining")
  const { decline, state } = useDecline(item, acts, onClose)
  return (
    <AskDialog
      open
      look="danger"
      title={t("title", { number: item.claim.number })}
      text={t("text")}
      confirm={t(state.busy ? "busy" : "confirm")}
      {...state}
      onYes={() => void decline()}
      onClose={onClose}
    />
  )
}

function Choose({ item, choosing, take }: Omit<DecideActsProps, "acts"> & { take: Take }) {
  const t = useTranslations("fix")
  const act = take === "proposed" ? "fix.yes" : "fix.other"
  const isTaken = choosing.taken(item) === take
  const isFree = choosing.choiceOf(item).kind === "free"
  const shortcut = useShortcut(act)
  return (
    <Button
      data-act={take === "proposed" ? "yes" : "other"}
      look={isTaken ? "approve" : "plain"}
      size="small"
      aria-pressed={isTaken}
      aria-disabled={!isFree}
      aria-keyshortcuts={shortcut}
      onClick={() => isFree && choosing.toggle(item, take)}
    >
      {isTaken && <span aria-hidden>✓</span>}
      {t(`choose.${take}`)} <KeyCap act={act} on={isTaken ? "ink" : "paper"} />
    </Button>
  )
}

function useDecline({ fix, claim }: FixItem, { declineFix }: FixActs, onDone: () => void) {
  const t = useTranslations("fix")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const decline = async () => {
    setState({ busy: true })
    const answer = await declineFix({ fixId: fix.id, version: fix.version })
    const error = errorOf(answer)
    setState(error ? { error } : {})
    if (error) return
    onDone()
    if (answer.ok) announce(t("declined", { number: claim.number }))
  }
  return { decline, state }
}
