"use client"
/** The text of an article to be written in, a bar over it, and what saving does: the newest revision. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { Editor } from "@tiptap/core"
import type { EditorState } from "@tiptap/pm/state"
import { Button, LinkButton } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"
import type { Span } from "@/lib/anchor"
import type { DocumentNode } from "@/lib/domain/article"
import type { PlacementCounts } from "@/lib/domain/revision"
import { commands, type Tool } from "./commands"
import { Toolbar } from "./toolbar"
import { useWritten } from "./use-written"
import { writingView } from "./writing-view"
import "@/components/galley/sheet.css"

export interface WritingScreenProps {
  article: { id: string; title: string; language: string }
  revision: { id: string; number: number; document: DocumentNode }
  /** Words that claims stand on. */
  claimed: Span[]
  /** Whose drafts they are. */
  writer: string
  /** The address of the galley, and where the steps are sent. */
  galley: string
  route: string
}

export function WritingScreen(props: WritingScreenProps) {
  const { article, revision, galley, writer, route } = props
  const t = useTranslations("writing")
  const router = useRouter()
  const written = useWritten({ articleId: article.id, revisionId: revision.id, writer, route })
  const { mount, editor, state } = useWritingView(props, written)
  const save = async () => {
    const result = await written.save()
    if (!result) return
    toast(t("saved", { number: result.revision.number }))
    router.push(waitsFor(result.placements) > 0 ? `${galley}/placing` : galley)
  }
  const drop = () => {
    written.drop()
    router.push(galley)
  }
  const press = (tool: Tool) => {
    if (!editor) return
    commands[tool](editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-paper px-3 py-2 sm:px-4">
        <h1 className="sr-only">{t("of", { article: article.title })}</h1>
        <Toolbar state={state} onPress={press} />
        <span className="flex-1" />
        <Saving written={written} number={revision.number} galley={galley} onSave={save} onDrop={drop} />
      </div>
      {written.state.error && (
        <p role="alert" className="bg-mixed-soft px-4 py-2 text-ui text-mixed">
          {written.state.error} {t("kept")}
        </p>
      )}
      <section aria-label={t("sheet")} className="sheet-pane">
        <div className="sheet writes">
          <div ref={mount} />
        </div>
      </section>
    </div>
  )
}

interface SavingProps {
  written: ReturnType<typeof useWritten>
  number: number
  galley: string
  onSave: () => Promise<void>
  onDrop: () => void
}

/** Whether anything is unsaved, and what can be done with it. */
function Saving({ written: { unsaved, state }, number, galley, onSave, onDrop }: SavingProps) {
  const t = useTranslations("writing")
  const busy = state.busy ?? false
  return (
    <>
      <span role="status" className="text-xs text-ink-3">
        {t(unsaved === "yes" ? "unsaved" : "asItIs", { number })}
      </span>
      {unsaved === "yes" ? (
        <Button look="quiet" onClick={onDrop}>
          {t("drop")}
        </Button>
      ) : (
        <LinkButton look="quiet" href={galley}>
          {t("back")}
        </LinkButton>
      )}
      <Button look="primary" busy={busy} disabled={unsaved === "no"} onClick={() => void onSave()}>
        {t(busy ? "saving" : "save", { number: number + 1 })}
      </Button>
    </>
  )
}

/** Makes the view once, with what was written before a reload. */
function useWritingView(
  { article, revision, claimed }: WritingScreenProps,
  written: ReturnType<typeof useWritten>,
): { mount: React.RefObject<HTMLDivElement | null>; editor: Editor | null; state: EditorState | null } {
  const t = useTranslations("writing")
  const mount = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [state, setState] = useState<EditorState | null>(null)
  const { document } = revision
  const { language } = article
  const begun = useRef<"no" | "yes">("no")
  const onSteps = useSteady((steps: Parameters<typeof written.add>[0]) => {
    if (begun.current === "yes") written.add(steps)
  })
  const onBroken = useSteady(written.drop)
  const [first] = useState(() => ({ begin: written.begin, claimed, label: t("label") }))
  useEffect(() => {
    if (!mount.current) return
    begun.current = "no"
    const { begin, ...named } = first
    const view = writingView(mount.current, {
      document,
      language,
      steps: begin(),
      ...named,
      onSteps,
      onState: setState,
      onBroken,
    })
    begun.current = "yes"
    setEditor(view)
    setState(view.state)
    return () => {
      setEditor(null)
      view.destroy()
    }
  }, [document, language, first, onSteps, onBroken])
  return { mount, editor, state }
}

/** How many claims a person has to look at. */
const waitsFor = ({ stale, lost, contextChanged }: PlacementCounts) => stale + lost + contextChanged
