"use client"
/** The view of the text, made once for a revision, with what was written before a reload. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, type RefObject } from "react"
import type { Editor } from "@tiptap/core"
import type { EditorState } from "@tiptap/pm/state"
import { useSteady } from "@/components/ui/use-steady"
import type { Span } from "@/lib/anchor"
import type { DocumentNode } from "@/lib/domain/article"
import type { Written } from "./use-written"
import { writingView } from "./writing-view"

export interface WritingViewGiven {
  document: DocumentNode
  language: string
  /** Words that claims stand on. */
  claimed: Span[]
}

export function useWritingView(
  { document, language, claimed }: WritingViewGiven,
  written: Written,
): { mount: RefObject<HTMLDivElement | null>; editor: Editor | null; state: EditorState | null } {
  const t = useTranslations("writing")
  const mount = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [state, setState] = useState<EditorState | null>(null)
  const begun = useRef<"no" | "yes">("no")
  const onSteps = useSteady((steps: Parameters<Written["add"]>[0]) => {
    if (begun.current === "yes") written.add(steps)
  })
  const onBroken = useSteady(written.broken)
  const [first] = useState(() => ({ begin: written.begin, claimed, label: t("label") }))
  useEffect(() => {
    if (!mount.current) return
    begun.current = "no"
    const { begin, ...named } = first
    const given = { document, language, steps: begin(), ...named, onSteps, onState: setState, onBroken }
    const view = writingView(mount.current, given)
    begun.current = "yes"
    setEditor(view)
    setState(view.state)
    return () => {
      setEditor(null)
      view.destroy()
    }
  }, [document, language, first, onSteps, onBroken])
  const busy = written.state.busy ?? false
  // What is written while it is on its way would be in no text.
  useEffect(() => {
    editor?.setEditable(!busy, false)
  }, [editor, busy])
  return { mount, editor, state: busy ? null : state }
}
