"use client"
/** A form that is being sent: whether it is, and what was refused at which of its fields. */
import { useState } from "react"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { Answer } from "@/lib/domain/answer"

export interface Sending {
  busy: boolean
  /** What was refused of the whole; null where it is said at a field. */
  message: string | null
  fields: Record<string, string>
  /** Sends; what is to be done once it was taken comes second. */
  send: <Value>(act: Promise<Answer<Value>>, taken: (value: Value) => void) => Promise<void>
}

export function useSending(): Sending {
  const [state, setState] = useState<Pick<Sending, "busy" | "message" | "fields">>(IDLE)
  const send: Sending["send"] = async (act, taken) => {
    setState({ ...IDLE, busy: true })
    const answer = await act
    if (answer.ok) {
      setState(IDLE)
      return taken(answer.value)
    }
    const { fields } = answer.refusal
    setState({ busy: false, fields, message: Object.keys(fields).length > 0 ? null : errorOf(answer) })
  }
  return { ...state, send }
}

const IDLE = { busy: false, message: null, fields: {} }
