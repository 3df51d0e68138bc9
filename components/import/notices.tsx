"use client"
/** What the reader of an import had to guess, so that somebody has a look. */
export function Notices({ notices }: { notices: string[] }) {
  if (notices.length === 0) return null
  return (
    <ul className="text-xs text-ink-3">
      {notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  )
}
