"use client"
/** Where several claims lie on the same words: each is offered, by pointer and by keys. */
import { useTranslations } from "next-intl"
import { DropdownMenu } from "radix-ui"
import { useRef } from "react"
import { createPortal } from "react-dom"
import { ClaimBadge } from "@/components/claim/claim-badge"
import { titleOf } from "@/components/claim/claim-words"
import { MenuItem, MenuLabel, menuPanel } from "@/components/ui/menu"
import { useClaims } from "./galley-context"

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
  const chosen = useRef(false)
  return (
    <DropdownMenu.Root open onOpenChange={(wanted) => !wanted && onClose()} modal={false}>
      {createPortal(
        <DropdownMenu.Trigger asChild>
          <span aria-hidden tabIndex={-1} className="fixed size-px" style={{ left: overlap.at.x, top: overlap.at.y }} />
        </DropdownMenu.Trigger>,
        // Panes are boxes of their own: inside one, this would not be measured from the window.
        document.body,
      )}
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t("overlap", { count: claims.length })}
          className={menuPanel}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // A choice leads on by itself.
            if (!chosen.current) onGone()
            chosen.current = false
          }}
        >
          <MenuLabel>{t("overlap", { count: claims.length })}</MenuLabel>
          {claims.map(({ key, claim }) => (
            <MenuItem
              key={key}
              onSelect={() => {
                chosen.current = true
                onChoose(key)
              }}
            >
              <span className="w-5 shrink-0 text-right text-xs font-semibold text-ink-3 tabular-nums">
                {claim.number}
              </span>
              <span className="max-w-64 min-w-0 flex-1 truncate py-0.5 font-serif text-[0.9375rem]">
                {titleOf(claim)}
              </span>
              <ClaimBadge claim={claim} />
            </MenuItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
