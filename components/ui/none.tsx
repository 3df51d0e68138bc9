/** A dash where a table has nothing to say; listeners hear what there is none of. */
export function None({ children }: { children: string }) {
  return (
    <span title={children} className="text-ui text-ink-3">
      <span aria-hidden>—</span>
      <span className="sr-only">{children}</span>
    </span>
  )
}
