"use client"
/** A text area that offers names after an `@`: arrows move, Enter or Tab takes, Esc closes, and typing goes on. */
import { useTranslations } from "next-intl"
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react"
import { classes } from "@/components/ui/classes"
import { TextArea } from "@/components/ui/text-field"
import type { Person } from "@/lib/domain/workspace"
import { meant, typingAt, withName } from "./mention"

export interface NamingAreaProps {
  label: string
  hint: string
  people: readonly Person[]
  value: string
  onType: (value: string) => void
  /** Ctrl or Cmd and Enter. */
  onSend: () => void
}

/** More than anybody writes; the desk takes no more. */
const LONGEST = 10_000

export function NamingArea({ label, hint, people, value, onType, onSend }: NamingAreaProps) {
  const t = useTranslations("comment.box")
  const area = useRef<HTMLTextAreaElement>(null)
  const naming = useNaming({ people, value, onType, area })
  const { listId, offered, at, isOpen } = naming
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return onSend()
    }
    naming.onKeyDown(event)
  }
  return (
    <div className="relative" onBlur={naming.close}>
      <TextArea
        ref={area}
        autoFocus
        label={label}
        hint={hint}
        dir="auto"
        rows={3}
        maxLength={LONGEST}
        value={value}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        onChange={(event) => naming.type(event.target.value, event.target.selectionStart)}
        onSelect={(event) => naming.moved(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <Names naming={naming} />
      <p role="status" className="sr-only">
        {naming.typing && t("offered", { count: offered.length })}
      </p>
    </div>
  )
}

function Names({ naming: { listId, offered, at, isOpen, take } }: { naming: ReturnType<typeof useNaming> }) {
  const t = useTranslations("comment.box")
  return (
    <ul
      id={listId}
      role="listbox"
      aria-label={t("people")}
      className={classes(
        "absolute inset-x-0 top-full z-20 mt-1 max-h-60 overflow-y-auto rounded-[10px] border border-line bg-raised p-1 shadow-float",
        !isOpen && "hidden",
      )}
    >
      {offered.map((one, place) => (
        <li
          key={one.id}
          id={`${listId}-${place}`}
          role="option"
          aria-selected={place === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(place)}
          className={classes(
            "cursor-pointer rounded-md px-2.5 py-2 text-ui",
            place === at ? "bg-panel" : "hover:bg-panel",
          )}
        >
          {one.name}
        </li>
      ))}
    </ul>
  )
}

interface NamingOptions extends Pick<NamingAreaProps, "people" | "value" | "onType"> {
  area: React.RefObject<HTMLTextAreaElement | null>
}

/** Who is offered, which of them is at hand, and what keys do. */
function useNaming({ people, value, onType, area }: NamingOptions) {
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const typing = caret === null ? null : typingAt(value, caret)
  const offered = typing ? meant(people, typing.query) : []
  const isOpen = offered.length > 0
  const goTo = useCaret(area, value)
  const close = () => setCaret(null)
  const take = (place: number) => {
    const person = offered[place]
    if (!typing || !person) return
    const named = withName(value, typing, person)
    onType(named.text)
    goTo(named.caret)
    close()
  }
  const step = (by: 1 | -1) => setAt((at + by + offered.length) % offered.length)
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => take(at),
    Tab: () => take(at),
    Escape: close,
  }
  return {
    ...{ listId, typing, offered, isOpen, close, take },
    at: Math.min(at, offered.length - 1),
    type: (text: string, place: number) => {
      setAt(0)
      setCaret(place)
      onType(text)
    },
    /** Led elsewhere, the caret is at no name that is being typed. */
    moved: (place: number) => caret !== null && place !== caret && close(),
    onKeyDown: (event: KeyboardEvent) => {
      const act = isOpen ? keys[event.key] : undefined
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
  }
}

/** Puts the caret somewhere once the text is there that it is put in. */
function useCaret(area: NamingOptions["area"], value: string): (caret: number) => void {
  const asked = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (asked.current === null) return
    area.current?.setSelectionRange(asked.current, asked.current)
    asked.current = null
  }, [area, value])
  return (caret) => {
    asked.current = caret
  }
}
