/** The first thing in the tab order: past the header, to the content. */
export const CONTENT_ID = "content"

export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href={`#${CONTENT_ID}`}
      className="sr-only z-50 rounded-lg bg-ink px-4 py-2 text-ui font-semibold text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {children}
    </a>
  )
}
