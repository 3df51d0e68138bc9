"use client"
/** From one difference to the next, by key and by button, with what stands there announced. */
import { ChevronDown, ChevronUp } from "lucide-react"
import { useTranslations } from "next-intl"
import { useKeys } from "@/components/keys/use-keys"
import { KeyCap } from "@/components/keys/key-cap"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"

export function ChangeSteps() {
  const t = useTranslations("revisions")
  const announce = useAnnounce()
  const step = (by: 1 | -1) => () => {
    const changes = [...document.querySelectorAll<HTMLElement>("[data-change]")].filter((one) => one.checkVisibility())
    const at = placeOf(changes, by)
    const change = changes[at]
    if (!change) return
    change.focus({ preventScroll: true })
    change.scrollIntoView({ block: "center" })
    const words = (selector: string) => [...change.querySelectorAll(selector)].map((one) => one.textContent).join(" ")
    const [removed, added] = [words("del"), words("ins")]
    const kind = removed === "" ? "added" : added === "" ? "removed" : "both"
    announce(t(`change.${kind}`, { at: at + 1, total: changes.length, removed, added }))
  }
  const [next, previous] = [step(1), step(-1)]
  useKeys({ "difference.next": next, "difference.previous": previous })
  return (
    <span className="inline-flex items-center gap-1">
      <Button size="small" onClick={previous}>
        <ChevronUp aria-hidden className="size-3.5" />
        {t("previousChange")}
        <KeyCap act="difference.previous" />
      </Button>
      <Button size="small" onClick={next}>
        <ChevronDown aria-hidden className="size-3.5" />
        {t("nextChange")}
        <KeyCap act="difference.next" />
      </Button>
    </span>
  )
}

/** The one beside that which has the focus, round and round; the first or the last where none has. */
function placeOf(changes: HTMLElement[], by: 1 | -1): number {
  const now = changes.findIndex((one) => one === document.activeElement)
  if (now === -1) return by === 1 ? 0 : changes.length - 1
  return (now + by + changes.length) % changes.length
}
