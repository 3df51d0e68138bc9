"use client"
/** Looks for articles while one types; what is looked for stands in the address, so that it can be shared and gone back to. */
import { Search } from "lucide-react"
import { usePathname, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useTransition } from "react"
import { boxClasses } from "@/components/ui/field"
import { classes } from "@/components/ui/classes"

/** Long enough that a word typed at speed is one search. */
const PAUSE_MS = 250

export function ArticleSearch({ query }: { query: string }) {
  const t = useTranslations("articles")
  const router = useRouter()
  const path = usePathname()
  const [busy, start] = useTransition()
  const timer = useRef<number>(undefined)
  const field = useRef<HTMLInputElement>(null)

  // Going back changes the address without typing: the field follows.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = query
  }, [query])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const look = (words: string) => {
    window.clearTimeout(timer.current)
    const q = words.trim()
    if (q === query) return
    start(() => router.replace(q ? `${path}?${new URLSearchParams({ q })}` : path, { scroll: false }))
  }
  return (
    <search className="mb-3">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          look(field.current?.value ?? "")
        }}
        className="relative w-full sm:w-80"
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={field}
          type="search"
          name="q"
          defaultValue={query}
          maxLength={200}
          aria-label={t("search")}
          aria-busy={busy}
          placeholder={t("searchHint")}
          className={classes(boxClasses, "pl-9")}
          onChange={(event) => {
            const words = event.target.value
            window.clearTimeout(timer.current)
            timer.current = window.setTimeout(() => look(words), PAUSE_MS)
          }}
        />
      </form>
    </search>
  )
}
