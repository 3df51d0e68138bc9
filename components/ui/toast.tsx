"use client"
/**
 * Short news at the edge of the screen. `Toasts` goes once into the layout; `toast` is called where something happened.
 * What shows them comes after the page, which never begins with news.
 */
import { useEffect, useState } from "react"
import type { ExternalToast, toast as sonner } from "sonner"
import { onAgain } from "./connection"
import { lateCode } from "./late-code"

type Shown = typeof sonner
type Says = (words: string, more?: ExternalToast) => string | number

const box = lateCode(() => import("./toast-box"))

/** What shows them, once it is there; and what is to be done with it then. */
let shown: Shown | null = null
const early: ((shown: Shown) => void)[] = []
let count = 0

function show(here: Shown): void {
  shown = here
  for (const one of early.splice(0)) one(here)
}

function say(now: (shown: Shown) => void): void {
  if (shown) now(shown)
  else early.push(now)
}

/** Each has its name before there is anything to show it. */
const saying =
  (way: (shown: Shown) => Says): Says =>
  (words, more) => {
    count += 1
    const id = more?.id ?? `news-${count}`
    say((here) => way(here)(words, { ...more, id }))
    return id
  }

export const toast = Object.assign(
  saying((here) => here),
  {
    error: saying((here) => here.error),
    success: saying((here) => here.success),
    loading: saying((here) => here.loading),
    dismiss: (id: string | number) => say((here) => here.dismiss(id)),
  },
)

/**
 * News of which only the last is to be read: each takes the place of the one before. Every one is a toast of its own, for
 * one that is on its way out takes along whatever came under its name meanwhile.
 */
export function newsOfOneKind() {
  let last: string | number | null = null
  const dismiss = () => {
    if (last !== null) toast.dismiss(last)
    last = null
  }
  const say = (show: () => string | number) => {
    dismiss()
    last = show()
  }
  return { say, dismiss }
}

/** They come after the page: nothing of it waits for them, and what is said meanwhile is kept for them. */
export function Toasts() {
  const [Come, setCome] = useState<ReturnType<typeof box.here>>(null)
  useEffect(() => {
    const fetch = () => void box.bring().then((come) => setCome(() => come))
    fetch()
    return onAgain(fetch)
  }, [])
  return Come && <Come onHere={show} />
}
