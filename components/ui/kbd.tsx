/** A key's cap. Screen readers hear keys from `aria-keyshortcuts` of the control, so the cap itself is silent. */
import { classes } from "./classes"

export interface KbdProps {
  children: string
  /** On what it lies: `ink` takes the colours of its surroundings. */
  on?: "paper" | "ink"
  className?: string
}

const LOOKS = {
  paper: "border-line-strong bg-raised text-ink-2",
  ink: "border-current/50 text-inherit",
}

export function Kbd({ children, on = "paper", className }: KbdProps) {
  return (
    <kbd
      aria-hidden
      className={classes(
        "rounded border border-b-2 px-1.5 py-0.5 font-sans text-[0.6875rem] leading-none font-normal",
        LOOKS[on],
        className,
      )}
    >
      {children}
    </kbd>
  )
}
