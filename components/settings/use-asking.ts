"use client"
/** An act on a row that is asked about first: what is asked, whether it is under way, and why it was refused. */
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { Answer } from "@/lib/domain/answer"

export interface Asking<What extends string> {
  asked: What | null
  ask: (what: What) => void
  close: () => void
  /** For the question's dialog. */
  state: { busy?: true; error?: string }
  /** Why it was refused, for beside the row, where no question stands open that would say it. */
  refused: string | undefined
  /** Does it; what is said once it is done, and whether it was. */
  run: (act: () => Promise<Answer<unknown>>, done: string) => Promise<boolean>
}

export function useAsking<What extends string>(): Asking<What> {
  const announce = useAnnounce()
  const [asked, setAsked] = useState<What | null>(null)
  const [state, setState] = useState<Asking<What>["state"]>({})
  const close = () => {
    setAsked(null)
    setState({})
  }
  const run = async (act: () => Promise<Answer<unknown>>, done: string) => {
    setState({ busy: true })
    const answer = await act()
    const error = errorOf(answer)
    if (error !== null) setState({ error })
    else close()
    if (answer.ok) announce(done)
    return answer.ok
  }
  return { asked, ask: setAsked, close, state, refused: asked === null ? state.error : undefined, run }
}
