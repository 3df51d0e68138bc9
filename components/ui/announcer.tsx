"use client"
/**
 * What happens is said to screen readers, politely, one sentence after the other. A toast says itself: what one tells is
 * not announced beside it, or it would be heard twice.
 */
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react"

type Announce = (sentence: string) => void

const Announcing = createContext<Announce>(() => undefined)

/** Says a sentence in the live region of the `Announcer` around the screen. */
export const useAnnounce = (): Announce => useContext(Announcing)

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", turn: 0 })
  const announce = useCallback<Announce>((sentence) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })), [])
  const value = useMemo(() => announce, [announce])
  return (
    <Announcing value={value}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {/* A new node for every turn, so that the same sentence is heard again. */}
        <span key={said.turn}>{said.sentence}</span>
      </div>
    </Announcing>
  )
}
