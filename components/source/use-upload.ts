"use client"
/** Sending one file: its progress, what was wrong with it, and a way to stop. The code that sends comes with the first. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { useSteady } from "@/components/ui/use-steady"
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from "@/lib/domain/file-limits"
import type { FileMove } from "./file-wait"
import type { Outcome, Sending } from "./send-file"
import type { TypedFile } from "./typed-source"

interface State {
  sending?: { name: string; share: number }
  wrong?: string
}

/** A file on its way; `sending` once the code for it is there. */
interface Turn {
  sending?: Sending
}

export interface UploadGiven {
  route: string
  onAttach: (file: TypedFile | null) => void
  /** Told to the form, which waits for it. */
  onMove: (move: FileMove) => void
}

export function useUpload({ route, onAttach, onMove }: UploadGiven) {
  const t = useTranslations("source.file")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const [state, setState] = useState<State>({})
  const attach = useSteady(onAttach)
  const move = useSteady(onMove)
  const turns = useTurns(() => move("ended"))
  const refused = (wrong: string) => {
    turns.end()
    setState({ wrong })
    move("ended")
  }
  const ended = (name: string, outcome: Outcome) => {
    if (outcome.kind === "refused") return refused(outcome.message ?? t("lost"))
    turns.end()
    setState({})
    attach({ id: outcome.id, name })
    move("there")
    announce(t("sent", { name }))
  }
  const send = async (file: File) => {
    const { turn, isCurrent, stopped } = turns.begin()
    const { name } = file
    setState({ sending: { name, share: 0 } })
    move("coming")
    // What is stopped may be this very file: it begins anew, not with what is just being taken back.
    const [code] = await Promise.all([import("./send-file").catch(() => null), stopped])
    if (!isCurrent()) return
    if (!code) return refused(ui("notFetched"))
    turn.sending = code.sendFile(route, file, {
      onShare: (share) => isCurrent() && setState((now) => ({ ...now, sending: { name, share } })),
      onEnd: (outcome) => isCurrent() && ended(name, outcome),
    })
  }
  const cancel = () => {
    turns.stop()
    setState({})
    move("ended")
    announce(t("stopped"))
  }
  // What can't be sent takes no other file's place.
  const complain = (wrong: string) => setState((now) => ({ ...now, wrong }))
  return { ...state, send: useChosen((file) => void send(file), complain), cancel }
}

/** Takes the one file of what was chosen or dropped that can be sent. */
function useChosen(send: (file: File) => void, complain: (wrong: string) => void) {
  const t = useTranslations("source.file")
  return (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    if (files.length > 1) return complain(t("one"))
    if (file.size === 0) return complain(t("empty"))
    if (file.size > MOST_FILE_BYTES) return complain(t("tooLarge", { megabytes: MOST_FILE_MEGABYTES }))
    send(file)
  }
}

/** One file is under way: whichever begins stops the one before, and of that nothing is heard any more. */
function useTurns(onLeft: () => void) {
  const current = useRef<Turn | null>(null)
  const stopped = useRef<Promise<void> | undefined>(undefined)
  const left = useSteady(onLeft)
  // What is on its way when the form closes is not stopped: it is gone on with when the same file is chosen again.
  useEffect(
    () => () => {
      if (!current.current) return
      current.current.sending?.pause()
      current.current = null
      left()
    },
    [left],
  )
  const end = () => {
    current.current = null
  }
  const stop = () => {
    stopped.current = current.current?.sending?.stop() ?? stopped.current
    end()
  }
  const begin = () => {
    stop()
    const turn: Turn = {}
    current.current = turn
    return { turn, isCurrent: () => current.current === turn, stopped: stopped.current }
  }
  return { begin, stop, end }
}
