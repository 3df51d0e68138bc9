"use client"
/** One act under way, and why it was refused, said where it was done. */
import { useState } from "react"
import type { Answer, RefusalView } from "@/lib/domain/answer"
import { useAnnounce } from "./announcer"

export interface Running {
  busy: boolean
  error: RefusalView | null
  /** Does it, and announces that it is done. Answers whether it was. */
  run: (act: () => Promise<Answer<unknown>>, done: string) => Promise<boolean>
}

export function useRunning(): Running {
  const announce = useAnnounce()
  const [state, setState] = useState<Pick<Running, "busy" | "error">>({ busy: false, error: null })
  const run: Running["run"] = async (act, done) => {
    setState({ busy: true, error: null })
    const answer = await act()
    setState({ busy: false, error: answer.ok ? null : answer.refusal })
    if (answer.ok) announce(done)
    return answer.ok
  }
  return { ...state, run }
}
