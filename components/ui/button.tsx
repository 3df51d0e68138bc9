/** Buttons: one shape, a few weights. A link that looks like one is `<LinkButton>`. */
import type { ComponentProps, ReactNode } from "react"
import Link from "next/link"
import { classes } from "./classes"

export type ButtonLook = "plain" | "primary" | "approve" | "danger" | "quiet"
export type ButtonSize = "medium" | "small" | "icon"

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg border font-[550] leading-none whitespace-nowrap " +
  "transition-colors disabled:opacity-55 aria-disabled:opacity-55 select-none"

const looks: Record<ButtonLook, string> = {
  plain: "border-line-strong bg-raised text-ink hover:not-disabled:bg-panel",
  primary: "border-ink bg-ink text-paper hover:not-disabled:bg-ink/90",
  approve: "border-true bg-true text-paper hover:not-disabled:bg-true/90",
  danger: "border-false bg-false text-paper hover:not-disabled:bg-false/90",
  quiet: "border-transparent bg-transparent text-ink-2 hover:not-disabled:bg-panel hover:not-disabled:text-ink",
}

const sizes: Record<ButtonSize, string> = {
  medium: "min-h-8 px-3 py-2 text-ui",
  small: "min-h-7 px-2 py-1.5 text-xs",
  icon: "size-8 p-0 text-ui",
}

/** The class names of a button, for things that are none but look so (a file picker's label). */
export function buttonClasses(look: ButtonLook = "plain", size: ButtonSize = "medium"): string {
  return classes(base, looks[look], sizes[size])
}

export interface ButtonProps extends ComponentProps<"button"> {
  look?: ButtonLook
  size?: ButtonSize
  /** While its act is under way: it stays focusable, says so, and takes no second press. */
  busy?: boolean
  children: ReactNode
}

export function Button({ look, size, busy, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      className={classes(buttonClasses(look, size), busy && "animate-pulse", className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook
  size?: ButtonSize
}

export function LinkButton({ look, size, className, ...rest }: LinkButtonProps) {
  return <Link className={classes(buttonClasses(look, size), className)} {...rest} />
}
