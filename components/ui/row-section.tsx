/** Rows of one kind under their heading, with how many there are and what is to be done with them; nothing without any. */
import { useId, type ReactNode } from "react"

export interface RowSectionProps {
  title: string
  text: string
  count: number
  children: ReactNode
}

export function RowSection({ title, text, count, children }: RowSectionProps) {
  const id = useId()
  if (count === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-baseline gap-2 text-sm font-semibold">
        {title}
        <span className="font-normal text-ink-3 tabular-nums">{count}</span>
      </h2>
      <p className="mt-0.5 text-xs text-pretty text-ink-3">{text}</p>
      <ul className="mt-2 border-t border-line">{children}</ul>
    </section>
  )
}
