/** What a source is not alone with: those that count as one with it, and those that may be itself in another row. */
import Link from "next/link"
import type { ReactNode } from "react"
import { FoundSource } from "@/components/source/source-search"
import type { SourceView } from "@/lib/domain/source"

export interface SourceGroupProps {
  title: string
  text: string
  items: SourceView[]
  /** The address of the ledger; each source is below it. */
  sources: string
  /** What can be done with each. */
  act?: (source: SourceView) => ReactNode
}

export function SourceGroup({ title, text, items, sources, act }: SourceGroupProps) {
  if (items.length === 0) return null
  return (
    <section aria-label={title} className="mt-6 max-w-2xl">
      <h2 className="text-sm font-semibold">{title}</h2>
      <p className="mt-0.5 text-xs text-pretty text-ink-3">{text}</p>
      <ul className="mt-2 border-t border-line">
        {items.map((source) => (
          <li key={source.id} className="flex items-start gap-3 border-b border-line py-2">
            <Link href={`${sources}/${source.id}`} prefetch={false} className="min-w-0 flex-1 hover:underline">
              <FoundSource source={source} />
            </Link>
            {act?.(source)}
          </li>
        ))}
      </ul>
    </section>
  )
}
