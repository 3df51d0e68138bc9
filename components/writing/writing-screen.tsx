"use client"
/** The text of an article to be written in, a bar over it, and what saving does: the newest revision. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import type { EditorState } from "@tiptap/pm/state"
import { useKeys } from "@/components/keys/use-keys"
import { KeyCap } from "@/components/keys/key-cap"
import { Button, LinkButton } from "@/components/ui/button"
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { toast } from "@/components/ui/toast"
import type { PlacementCounts } from "@/lib/domain/revision"
import { commands, linkPlace, setLink, type Tool } from "./commands"
import { KeptNotices } from "./kept-notices"
import { Toolbar } from "./toolbar"
import { useWritingView, type WritingViewGiven } from "./use-writing-view"
import { useWritten, type Written } from "./use-written"
import "@/components/galley/sheet.css"

const linkDialog = lateCode(() => import("./link-dialog"))

export interface WritingScreenProps {
  article: { id: string; title: string; language: string }
  /** The text that is written in, and the newest one. */
  revision: { id: string; number: number; document: WritingViewGiven["document"] }
  newest: { id: string; number: number }
  claimed: WritingViewGiven["claimed"]
  /** Whose drafts they are. */
  writer: string
  /** The address of the galley, and where the steps are sent. */
  galley: string
  route: string
}

/** Its caller gives it the revision's id as key: a view knows one text. */
export function WritingScreen({ article, revision, newest, claimed, galley, writer, route }: WritingScreenProps) {
  const t = useTranslations("writing")
  const router = useRouter()
  const whose = { writer, articleId: article.id }
  const written = useWritten({ ...whose, revision, newest, route })
  const given = { document: revision.document, language: article.language, claimed }
  const { mount, editor, state } = useWritingView(given, written)
  const link = useLateDialog<{ href: string; onSet: (href: string | null) => void }>(linkDialog)
  const leave = () => {
    if (written.unsaved === "yes") toast(t("kept"))
    router.push(galley)
  }
  const save = async () => {
    if (written.unsaved === "no" || written.state.busy) return
    const result = await written.save()
    if (!result) return
    toast(t("saved", { number: result.revision.number }))
    router.push(waitsFor(result.placements) > 0 ? `${galley}/placing` : galley)
  }
  const press = (tool: Tool) => {
    if (!editor || !state) return
    if (tool === "link") return void (commands.link(state) && link.show())
    commands[tool](editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  const onSet = (href: string | null) => {
    if (!editor) return
    setLink(href)(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  useKeys({ "text.save": () => void save(), "text.back": leave })
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-paper px-3 py-2 sm:px-4">
        <h1 className="sr-only">{t("of", { article: article.title })}</h1>
        <Toolbar state={state} onPress={press} />
        <span className="flex-1" />
        <Saving {...{ written, galley }} number={revision.number} onSave={save} />
      </div>
      <KeptNotices {...{ whose, written, galley }} number={revision.number} />
      <section aria-label={t("sheet")} className="sheet-pane">
        <div className="sheet writes">
          <div ref={mount} />
        </div>
      </section>
      {link.draw({ href: hrefIn(state), onSet })}
    </div>
  )
}

const hrefIn = (state: EditorState | null) => (state && linkPlace(state)?.href) ?? ""

interface SavingProps {
  written: Written
  number: number
  galley: string
  onSave: () => Promise<void>
}

/** Whether anything is unsaved, and what can be done with it. */
function Saving({ written: { unsaved, state, newer, drop }, number, galley, onSave }: SavingProps) {
  const t = useTranslations("writing")
  const router = useRouter()
  const busy = state.busy ?? false
  const discard = () => {
    drop()
    router.push(galley)
  }
  return (
    <>
      <span role="status" className="text-xs text-ink-3">
        {t(unsaved === "yes" ? "unsaved" : "asItIs", { number })}
      </span>
      {unsaved === "yes" ? (
        <Button look="quiet" disabled={busy} onClick={discard}>
          {t("drop")}
        </Button>
      ) : (
        <LinkButton look="quiet" href={galley}>
          {t("back")}
          <KeyCap act="text.back" />
        </LinkButton>
      )}
      <Button look="primary" busy={busy} disabled={unsaved === "no"} onClick={() => void onSave()}>
        {t(busy ? "saving" : "save", { number: (newer?.number ?? number) + 1 })}
        <KeyCap act="text.save" />
      </Button>
    </>
  )
}

/** How many claims a person has to look at. */
const waitsFor = ({ stale, lost, contextChanged }: PlacementCounts) => stale + lost + contextChanged
