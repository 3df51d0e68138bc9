"use client"
/** Where several claims, or threads beside them, lie on the same words: each is offered, by pointer and by keys. */
import { useTranslations } from "next-intl"
import { DropdownMenu } from "radix-ui"
import { useRef } from "react"
import { createPortal } from "react-dom"
import { ClaimBadge } from "@/components/claim/claim-badge"
import { titleOf } from "@/components/claim/claim-words"
import { laneLooks } from "@/components/comment/lane-looks"
import { MenuItem, MenuLabel, menuPanel } from "@/components/ui/menu"
import { useClaims, useGalley } from "./galley-context"

export interface Overlap {
  ids: string[]
  /** Where on the screen it was asked for. */
  at: { x: number; y: number }
}

export interface OverlapMenuProps {
  overlap: Overlap
  onChoose: (id: string) => void
  onClose: () => void
  /** After it is gone without a choice. */
  onGone: () => void
}

export default function OverlapMenu({ overlap, onChoose, onClose, onGone }: OverlapMenuProps) {
  const t = useTranslations("galley")
  const claims = useClaims().filter((entry) => overlap.ids.includes(entry.key))
  const { threads } = useGalley()
  const passages = threads.passages.filter(({ id }) => overlap.ids.includes(id))
  const label = t("overlap", { count: claims.length, passages: passages.length })
  const chosen = useRef(false)
  const choose = (id: string) => {
    chosen.current = true
    onChoose(id)
  }
  return (
    <DropdownMenu.Root open onOpenChange={(wanted) => !wanted && onClose()} modal={false}>
      <Anchor at={overlap.at} />
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={label}
          className={menuPanel}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // A choice leads on by itself.
            if (!chosen.current) onGone()
            chosen.current = false
          }}
        >
          <MenuLabel>{label}</MenuLabel>
          {claims.map(({ key, claim }) => (
            <MenuItem key={key} onSelect={() => choose(key)}>
              <span className="w-5 shrink-0 text-right text-xs font-semibold text-ink-3 tabular-nums">
                {claim.number}
              </span>
              <span className="max-w-64 min-w-0 flex-1 truncate py-0.5 font-serif text-[0.9375rem]">
                {titleOf(claim)}
              </span>
              <ClaimBadge claim={claim} />
            </MenuItem>
          ))}
          {passages.map((passage) => (
            <MenuItem key={passage.id} onSelect={() => choose(passage.id)}>
              <Said shape={laneLooks[passage.kind].shape} words={threads.nameOf(passage)} />
            </MenuItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Said({ shape, words }: { shape: string; words: string }) {
  return (
    <>
      <span aria-hidden className="w-5 shrink-0 text-right text-xs font-semibold text-ink-3">
        {shape}
      </span>
      <span className="max-w-80 min-w-0 flex-1 truncate py-0.5 text-ui">{words}</span>
    </>
  )
}

/** Panes are boxes of their own: inside one, this would not be measured from the window. */
function Anchor({ at }: Pick<Overlap, "at">) {
  return createPortal(
    <DropdownMenu.Trigger asChild>
      <span aria-hidden tabIndex={-1} className="fixed size-px" style={{ left: at.x, top: at.y }} />
    </DropdownMenu.Trigger>,
    document.body,
  )
}
