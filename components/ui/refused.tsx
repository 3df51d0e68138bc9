import { classes } from "./classes"

/** Why an act was refused, as a line at the place where it was tried; nothing where it was not. */
export function Refused({ children, className }: { children: string | null | undefined; className?: string }) {
  if (!children) return null
  return (
    <p role="alert" className={classes("text-xs font-medium text-false", className)}>
      {children}
    </p>
  )
}
