"use client"
/** Looks through a list while one types. */
import { Search } from "lucide-react"
import { useEffect, useRef } from "react"
import { classes } from "@/components/ui/classes"
import { boxClasses } from "@/components/ui/field"
import { useAsked } from "./asked"

/** Long enough that a word typed at speed is one search. */
const PAUSE_MS = 250

export function SearchBox({ label, hint }: { label: string; hint: string }) {
  const { asked, busy, ask } = useAsked()
  const query = asked.q ?? ""
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
    if (q !== query) ask({ q })
  }
  return (
    <search className="w-full sm:w-72">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          look(field.current?.value ?? "")
        }}
        className="relative"
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
          aria-label={label}
          aria-busy={busy}
          placeholder={hint}
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
