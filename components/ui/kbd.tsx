/** A key's cap. Screen readers hear keys from `aria-keyshortcuts` of the control, so the cap itself is silent. */
import { classes } from "./classes"

export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      aria-hidden
      className={classes(
        "rounded border border-b-2 border-line-strong bg-raised px-1.5 py-0.5 font-sans text-[0.6875rem] leading-none font-normal text-ink-2",
        className,
      )}
    >
      {children}
    </kbd>
  )
}
