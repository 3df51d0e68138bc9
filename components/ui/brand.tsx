/** The name, set as a proofreader marks a word that stays: italics with dots under it. */
import { classes } from "./classes"

export function Brand({ className }: { className?: string }) {
  return (
    <span
      className={classes(
        "inline-block bg-[radial-gradient(circle,var(--false)_1.3px,transparent_1.6px)] bg-size-[6px_5px] bg-bottom-left bg-repeat-x pb-1.5",
        "font-serif text-[1.3125rem] leading-none font-semibold tracking-[-0.01em] italic",
        className,
      )}
    >
      stet
    </span>
  )
}
