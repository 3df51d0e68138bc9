"use client"
/** The box of a dialog: focus stays inside, Esc closes, focus goes back where it was. */
import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { Dialog as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { Button } from "./button"
import { classes } from "./classes"
import { useReturn } from "./use-return"

export interface DialogBoxProps {
  onOpenChange: (open: boolean) => void
  /** While something is done: it stays, since what comes of it is said in it. */
  busy?: boolean
  title: string
  description?: ReactNode
  size?: "medium" | "large"
  children?: ReactNode
  /** Buttons at the end; the first in reading order is the one that does it. */
  actions?: ReactNode
}

export default function DialogBox(props: DialogBoxProps) {
  const { onOpenChange, busy = false, title, description, size = "medium", children, actions } = props
  const t = useTranslations("ui")
  const { onCloseAutoFocus } = useReturn()
  return (
    <Radix.Root open onOpenChange={(open) => busy || onOpenChange(open)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={onCloseAutoFocus}
          className={classes(
            "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2",
            "flex-col rounded-xl border border-line bg-raised shadow-float outline-none",
            size === "large" ? "max-w-3xl" : "max-w-lg",
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-serif text-xl leading-tight font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <div className="mt-1 text-ui text-ink-2">{description}</div>
                </Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button look="quiet" size="icon" aria-label={t("close")} title={t("close")} className="-mt-1 -mr-2">
                <X aria-hidden className="size-4" />
              </Button>
            </Radix.Close>
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>}
          {actions && (
            <footer className="flex flex-row-reverse flex-wrap items-start gap-2 px-5 pt-2 pb-4">{actions}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
