"use client"
/** Where several claims lie on the same words: each is offered, by pointer and by keys. */
import { useTranslations } from "next-intl"
import { DropdownMenu } from "radix-ui"
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
  overlap: Overlap | null
  onChoose: (id: string) => void
  onClose: () => void
  /** After it is gone without a choice. */
  onClosed: () => void
}

export function OverlapMenu({ overlap, onChoose, onClose, onClosed }: OverlapMenuProps) {
  const t = useTranslations("galley")
  const claims = useClaims().filter((entry) => overlap?.ids.includes(entry.key))
  const open = overlap !== null && claims.length > 0
  return (
    <DropdownMenu.Root open={open} onOpenChange={(wanted) => !wanted && onClose()} modal={false}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          tabIndex={-1}
          className="fixed size-px"
          style={{ left: overlap?.at.x ?? 0, top: overlap?.at.y ?? 0 }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t("overlap", { count: claims.length })}
          className={menuPanel}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <MenuLabel>{t("overlap", { count: claims.length })}</MenuLabel>
          {claims.map(({ key, claim }) => (
            <MenuItem key={key} onSelect={() => onChoose(key)}>
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
