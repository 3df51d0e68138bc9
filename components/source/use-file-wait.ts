"use client"
/** Lets a form be saved while its file is still on its way: it is remembered, and done when the file is there. */
import { useEffect, useReducer, useRef } from "react"
import { useSteady } from "@/components/ui/use-steady"
import { afterAsked, afterMove, type FileMove, type FileWait } from "./file-wait"

export interface WithFile<Asked> {
  /** Does it with what was asked: now, or when the file is there. */
  ask: (asked: Asked) => void
  /** For the part that attaches. */
  onFile: (move: FileMove) => void
  at: FileWait<Asked>["at"]
}

type Step<Asked> = { move: FileMove } | { asked: Asked }

export function useFileWait<Asked>(act: (asked: Asked) => void): WithFile<Asked> {
  const start: FileWait<Asked> = { at: "still" }
  const [wait, step] = useReducer(afterStep<Asked>, start)
  const latest = useSteady(act)
  const done = useRef<FileWait<Asked>>(wait)
  // Not before it is drawn: what was typed, and the file itself, are in the act by then.
  useEffect(() => {
    if (wait.at !== "due" || done.current === wait) return
    done.current = wait
    latest(wait.asked)
  }, [wait, latest])
  return { ask: (asked) => step({ asked }), onFile: (move) => step({ move }), at: wait.at }
}

function afterStep<Asked>(wait: FileWait<Asked>, step: Step<Asked>): FileWait<Asked> {
  return "move" in step ? afterMove(wait, step.move) : afterAsked(wait, step.asked)
}
