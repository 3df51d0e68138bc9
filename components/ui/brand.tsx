/** The name, set as a proofreader marks a word that stays: italics with dots under it. */
import { classes } from "./classes"

export interface BrandProps {
  /** `large` where it stands alone, over the door. */
  size?: "medium" | "large"
  className?: string
}

const sizes = { medium: "text-[1.3125rem] pb-1.5", large: "text-[2.25rem] pb-2.5" }

export function Brand({ size = "medium", className }: BrandProps) {
  return (
    <span
      className={classes(
        "inline-block bg-[radial-gradient(circle,var(--false)_1.3px,transparent_1.6px)] bg-size-[6px_5px] bg-bottom-left bg-repeat-x",
        "font-serif leading-none font-semibold tracking-[-0.01em] italic",
        sizes[size],
        className,
      )}
    >
      stet
    </span>
  )
}
