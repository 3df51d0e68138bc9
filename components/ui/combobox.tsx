"use client"
/** A field that offers what matches while one types: arrows move, Enter takes, Esc closes, and typing goes on. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react"
import { classes } from "./classes"
import { boxClasses, Field, type FieldProps } from "./field"

export interface ComboboxProps<Item> extends Pick<FieldProps, "label" | "hint"> {
  query: string
  onQuery: (query: string) => void
  items: readonly Item[]
  keyOf: (item: Item) => string
  onChoose: (item: Item) => void
  children: (item: Item) => ReactNode
  /** Said under the field when there is something to say of the list: searching, nothing found. */
  note?: string
  autoFocus?: boolean
}

export function Combobox<Item>(props: ComboboxProps<Item>) {
  const { query, onQuery, note, autoFocus, label, hint } = props
  const box = useBox(props)
  return (
    <Field label={label} {...(hint && { hint })}>
      {(ids) => (
        <div className="relative" onBlur={box.close}>
          <input
            {...ids}
            type="text"
            role="combobox"
            aria-expanded={box.shown}
            aria-controls={box.listId}
            aria-autocomplete="list"
            aria-activedescendant={box.active}
            autoComplete="off"
            autoFocus={autoFocus}
            value={query}
            onFocus={box.open}
            onChange={(event) => {
              onQuery(event.target.value)
              box.open()
            }}
            onKeyDown={box.onKeyDown}
            className={boxClasses}
          />
          <Options {...props} box={box} />
          <p role="status" className={classes("mt-1 text-xs text-ink-3", !note && "sr-only")}>
            {note}
          </p>
        </div>
      )}
    </Field>
  )
}

type Box = ReturnType<typeof useBox<never>>

/** The list under the field: whether it shows, which of it is at hand, what keys do. */
function useBox<Item>({ items, onChoose }: ComboboxProps<Item>) {
  const listId = useId()
  const [state, setState] = useState({ open: false, at: -1 })
  const shown = state.open && items.length > 0
  const close = () => setState({ open: false, at: -1 })
  const choose = (index: number) => {
    const item = items[index]
    if (item === undefined) return
    close()
    onChoose(item)
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => setState({ open: true, at: stepped(state.at, 1, items.length) }),
    ArrowUp: () => setState({ open: true, at: stepped(state.at, -1, items.length) }),
    ...(shown && state.at >= 0 && { Enter: () => choose(state.at) }),
    ...(shown && { Escape: close }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const optionId = (index: number) => `${listId}-${index}`
  return {
    listId,
    optionId,
    shown,
    at: state.at,
    active: shown && state.at >= 0 ? optionId(state.at) : undefined,
    open: () => setState({ open: true, at: -1 }),
    close,
    choose,
    onKeyDown,
  }
}

function Options<Item>({ items, keyOf, children, label, box }: ComboboxProps<Item> & { box: Box }) {
  const list = useRef<HTMLUListElement>(null)
  const { shown, at } = box
  // The pane may end right under the field, and the list before the option that the arrows have reached.
  useEffect(() => {
    if (shown) (list.current?.children[at] ?? list.current)?.scrollIntoView({ block: "nearest" })
  }, [shown, at, items.length])
  return (
    <ul
      ref={list}
      id={box.listId}
      role="listbox"
      aria-label={typeof label === "string" ? label : undefined}
      className={classes(
        "absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-[10px] border border-line bg-raised p-1 shadow-float",
        !box.shown && "hidden",
      )}
    >
      {items.map((item, index) => (
        <li
          key={keyOf(item)}
          id={box.optionId(index)}
          role="option"
          aria-selected={index === box.at}
          // Pressing must not take the focus from the field, which would close the list first.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => box.choose(index)}
          className={classes("cursor-pointer rounded-md px-2.5 py-2", index === box.at ? "bg-panel" : "hover:bg-panel")}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  )
}

/** One step up or down, from nowhere to an end, and round at the ends. */
function stepped(at: number, by: 1 | -1, length: number): number {
  if (length === 0) return -1
  if (at < 0) return by === 1 ? 0 : length - 1
  return (at + by + length) % length
}
