"use client"
/** Sending one file: its progress, what was wrong with it, and a way to stop. The code that sends comes with the first. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { useSteady } from "@/components/ui/use-steady"
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from "@/lib/domain/file-limits"
import type { Outcome, Sending } from "./send-file"
import type { TypedFile } from "./typed-source"

interface State {
  sending?: { name: string; share: number }
  wrong?: string
}

export function useUpload(route: string, onAttach: (file: TypedFile | null) => void) {
  const t = useTranslations("source.file")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const [state, setState] = useState<State>({})
  const under = useRef<Sending | null>(null)
  const attach = useSteady(onAttach)
  // What is on its way when the form closes is not stopped: it is gone on with when the same file is chosen again.
  useEffect(() => () => under.current?.pause(), [])
  const ended = (name: string, outcome: Outcome) => {
    under.current = null
    if (outcome.kind === "refused") return setState({ wrong: outcome.message ?? t("lost") })
    setState({})
    attach({ id: outcome.id, name })
    announce(t("sent", { name }))
  }
  const send = async (file: File) => {
    if (file.size === 0) return setState({ wrong: t("empty") })
    if (file.size > MOST_FILE_BYTES) return setState({ wrong: t("tooLarge", { megabytes: MOST_FILE_MEGABYTES }) })
    setState({ sending: { name: file.name, share: 0 } })
    const code = await import("./send-file").catch(() => null)
    if (!code) return setState({ wrong: ui("notFetched") })
    under.current = code.sendFile(route, file, {
      onShare: (share) => setState({ sending: { name: file.name, share } }),
      onEnd: (outcome) => ended(file.name, outcome),
    })
  }
  return {
    ...state,
    send: (file: File) => void send(file),
    cancel: () => {
      under.current?.stop()
      under.current = null
      setState({})
      announce(t("stopped"))
    },
  }
}
