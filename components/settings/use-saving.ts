"use client"
/** Saving a form of settings: busy meanwhile, what is refused is told, and only what was saved is typed no more. */
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import type { Answer } from "@/lib/domain/answer"

interface Saving {
  busy?: true
  error?: string
  /** What is wrong, by the paths of the fields in what was given to the act. */
  fields?: Record<string, string>
}

export interface Saves {
  save: () => Promise<Answer<unknown>>
  /** Lets go of what was typed. */
  drop: () => void
  /** What is announced once it is saved. */
  saved: string
}

export function useSaving({ save, drop, saved }: Saves) {
  const announce = useAnnounce()
  const [state, setState] = useState<Saving>({})
  const begin = async () => {
    setState({ busy: true })
    const answer = await save()
    if (!answer.ok) return setState({ error: answer.refusal.message, fields: answer.refusal.fields })
    setState({})
    drop()
    announce(saved)
  }
  const onSubmit = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    void begin()
  }
  const discard = () => {
    setState({})
    drop()
  }
  const { fields = {}, ...told } = state
  return { onSubmit, discard, fields, told }
}
