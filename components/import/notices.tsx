"use client"
/** What the reader of an import had to guess, so that somebody has a look. */
import { useTranslations } from "next-intl"

export function Notices({ notices }: { notices: string[] }) {
  const words = useNotices()
  if (notices.length === 0) return null
  return (
    <ul className="text-xs text-ink-3">
      {notices.map((notice) => (
        <li key={notice}>{words(notice)}</li>
      ))}
    </ul>
  )
}

/** The words of a notice; one that the catalogue does not know is left out rather than shown as a key. */
export function useNotices(): (notice: string) => string {
  const t = useTranslations("notice")
  return (notice) => (t.has(notice) ? t(notice) : "")
}
