/** What is known of a source, one fact a line: its name, and what it is. */
import type { ReactNode } from "react"

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid max-w-2xl grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-ui">{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
