/** What a place says when there is nothing in it: what would be here, and what to do. */
import type { ReactNode } from "react"

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-14 text-center">
      <p className="font-serif text-xl font-semibold text-balance">{title}</p>
      {children && <div className="text-ui text-pretty text-ink-2">{children}</div>}
      {action}
    </div>
  )
}
