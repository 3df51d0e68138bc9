"use client"
/** Who wrote an article: members of the desk, who are bound by it, and names. */
import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Refused } from "@/components/ui/refused"
import type { Person } from "@/lib/domain/workspace"
import { hasWords } from "@/lib/domain/words"
import { sameAuthor, type Author } from "./detail-values"

export interface AuthorsFieldProps {
  authors: Author[]
  /** Everybody on the desk. */
  people: Person[]
  mode: "write" | "read"
  /** Whether a member can be taken off: they would be free to check what they wrote. */
  unbinds: "may" | "not"
  error?: string
  onAuthors: (authors: Author[]) => void
}

export function AuthorsField(props: AuthorsFieldProps) {
  const { authors, mode, unbinds, error, onAuthors } = props
  const t = useTranslations("details")
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend
        className={authors.length === 0 && mode === "write" ? "sr-only" : "mb-1 text-xs font-semibold text-ink-2"}
      >
        {t("field.authors")}
      </legend>
      {authors.length === 0 && mode === "read" && <p className="text-ui text-ink-3">{t("notSet")}</p>}
      <ul className="flex flex-wrap gap-1.5 empty:hidden">
        {authors.map((author) => (
          <li
            key={author.membershipId ?? author.name}
            className="inline-flex max-w-full items-center gap-1 rounded-full border border-line-strong bg-panel py-0.5 pr-1 pl-2.5 text-ui"
          >
            <span className="min-w-0 truncate">{author.name}</span>
            {author.membershipId && <span className="text-xs text-ink-3">{t("member")}</span>}
            {mode === "write" && (author.membershipId === null || unbinds === "may") && (
              <Button
                look="quiet"
                size="icon"
                className="size-6 rounded-full"
                aria-label={t("takeOff", { name: author.name })}
                title={t("takeOff", { name: author.name })}
                onClick={() => onAuthors(authors.filter((one) => one !== author))}
              >
                <X aria-hidden className="size-3" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mode === "write" && unbinds === "not" && authors.some(({ membershipId }) => membershipId !== null) && (
        <p className="text-xs text-ink-3">{t("bound")}</p>
      )}
      {mode === "write" && <AddAuthor {...props} />}
      <Refused>{error}</Refused>
    </fieldset>
  )
}

/** As many as the act takes. */
const MOST = 50
/** More names than that are no help. */
const OFFERED = 6

function AddAuthor({ authors, people, onAuthors }: AuthorsFieldProps) {
  const t = useTranslations("details")
  const [query, setQuery] = useState("")
  const typed = query.trim()
  const members = people.map(({ id, name }): Author => ({ membershipId: id, name }))
  const fitting = members.filter(({ name }) => typed !== "" && hasWords(name, typed)).slice(0, OFFERED)
  const named: Author[] = typed === "" ? [] : [{ membershipId: null, name: typed.slice(0, 200) }]
  const offered = [...fitting, ...named].filter((one) => !authors.some((author) => sameAuthor(author, one)))
  if (authors.length >= MOST) return null
  return (
    <Combobox
      label={t("addAuthor")}
      query={query}
      onQuery={setQuery}
      items={offered}
      keyOf={({ membershipId, name }) => membershipId ?? `name:${name}`}
      onChoose={(author) => {
        onAuthors([...authors, author])
        setQuery("")
      }}
    >
      {({ membershipId, name }) => (
        <span className="flex min-w-0 items-baseline gap-2 text-ui">
          <span className="min-w-0 truncate">{name}</span>
          <span className="shrink-0 text-xs text-ink-3">{t(membershipId ? "member" : "asName")}</span>
        </span>
      )}
    </Combobox>
  )
}
