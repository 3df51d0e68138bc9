"use client"
/** A field that offers what matches while one types: arrows move, Enter takes, Esc closes, and typing goes on. */
import { useId, useState, type KeyboardEvent, type ReactNode } from "react"
import { classes } from "./classes"
import { boxClasses, Field, type FieldProps } from "./field"

export interface ComboboxProps<Item> extends Pick<FieldProps, "label" | "hint" | "error" | "labelled"> {
  query: string
  onQuery: (query: string) => void
  items: readonly Item[]
  keyOf: (item: Item) => string
  onChoose: (item: Item) => void
  children: (item: Item) => ReactNode
  placeholder?: string
  /** Said under the field when there is something to say of the list: searching, nothing found. */
  note?: string
  autoFocus?: boolean
}

export function Combobox<Item>(props: ComboboxProps<Item>) {
  const { query, onQuery, items, keyOf, onChoose, placeholder, note, autoFocus } = props
  const { label, hint, error, labelled } = props
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const shown = open && items.length > 0
  const optionId = (index: number) => `${listId}-${index}`
  const choose = (item: Item) => {
    setOpen(false)
    setAt(-1)
    onChoose(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[at]
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setOpen(true)
      setAt(stepped(at, event.key === "ArrowDown" ? 1 : -1, items.length))
    } else if (event.key === "Enter" && shown && item !== undefined) choose(item)
    else if (event.key === "Escape" && shown) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field label={label} {...(hint && { hint })} {...(error && { error })} {...(labelled && { labelled })}>
      {(ids) => (
        <div className="relative" onBlur={() => setOpen(false)}>
          <input
            {...ids}
            type="text"
            role="combobox"
            aria-expanded={shown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown && at >= 0 ? optionId(at) : undefined}
            autoComplete="off"
            autoFocus={autoFocus}
            placeholder={placeholder}
            value={query}
            onFocus={() => setOpen(true)}
            onChange={(event) => {
              onQuery(event.target.value)
              setOpen(true)
              setAt(-1)
            }}
            onKeyDown={onKeyDown}
            className={boxClasses}
          />
          <ul
            id={listId}
            role="listbox"
            aria-label={typeof label === "string" ? label : undefined}
            className={classes(
              "absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-[10px] border border-line bg-raised p-1 shadow-float",
              !shown && "hidden",
            )}
          >
            {items.map((item, index) => (
              <li
                key={keyOf(item)}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                // Pressing must not take the focus from the field, which would close the list first.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(item)}
                className={classes(
                  "cursor-pointer rounded-md px-2.5 py-2",
                  index === at ? "bg-panel" : "hover:bg-panel",
                )}
              >
                {props.children(item)}
              </li>
            ))}
          </ul>
          <p role="status" className={classes("mt-1 text-xs text-ink-3", !note && "sr-only")}>
            {note}
          </p>
        </div>
      )}
    </Field>
  )
}

/** One step up or down, from nowhere to an end, and round at the ends. */
function stepped(at: number, by: 1 | -1, length: number): number {
  if (length === 0) return -1
  if (at < 0) return by === 1 ? 0 : length - 1
  return (at + by + length) % length
}
