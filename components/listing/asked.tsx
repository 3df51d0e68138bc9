"use client"
/** What the list in sight is asked for, and asking for something else: it stands in the address, so that it can be shared and gone back to. */
import { usePathname, useRouter } from "next/navigation"
import { createContext, useContext, useOptimistic, useTransition, type ReactNode } from "react"
import { classes } from "@/components/ui/classes"
import { addressOf, askedWith, type Asked } from "./address"

export interface Asking {
  /** As its controls show it: what was just chosen, before the answer is there. */
  asked: Asked
  /** Whether the answer is on its way. */
  busy: boolean
  ask: (changes: Asked) => void
}

const Context = createContext<Asking>({ asked: {}, busy: false, ask: () => undefined })

export const useAsked = (): Asking => useContext(Context)

/** Around a list and its filters. `asked` is what the server answered. */
export function AskedProvider({ asked, children }: { asked: Asked; children: ReactNode }) {
  const router = useRouter()
  const path = usePathname()
  const [busy, start] = useTransition()
  const [shown, show] = useOptimistic(asked)
  const ask = (changes: Asked) =>
    start(() => {
      // Over what is shown: who chooses twice in a row has asked for both.
      const next = askedWith(shown, changes)
      show(next)
      router.replace(addressOf(path, next), { scroll: false })
    })
  return <Context value={{ asked: shown, busy, ask }}>{children}</Context>
}

/** What was found; it steps back while other things are being looked for. */
export function Found({ children }: { children: ReactNode }) {
  const { busy } = useAsked()
  return (
    <div aria-busy={busy} className={classes("transition-opacity delay-150", busy && "opacity-60")}>
      {children}
    </div>
  )
}
