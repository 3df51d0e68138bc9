"use client"
/** The buttons over the text: what each does is on where the caret is. */
import { Bold, Heading2, Italic, Link as LinkIcon, List, ListOrdered, Pilcrow, Quote, Redo2, Undo2 } from "lucide-react"
import { useTranslations } from "next-intl"
import type { EditorState } from "@tiptap/pm/state"
import { Button } from "@/components/ui/button"
import { commands, isOn, TOOLS, type Tool } from "./commands"

const icons = {
  undo: Undo2,
  redo: Redo2,
  bold: Bold,
  italic: Italic,
  link: LinkIcon,
  paragraph: Pilcrow,
  heading: Heading2,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
} as const satisfies Record<Tool, unknown>

/** What is done or undone is no state. */
const PLAIN: readonly Tool[] = ["undo", "redo"]

export function Toolbar({ state, onPress }: { state: EditorState | null; onPress: (tool: Tool) => void }) {
  const t = useTranslations("writing.tool")
  return (
    <div role="toolbar" aria-label={t("label")} className="flex flex-wrap gap-0.5">
      {TOOLS.map((tool) => {
        const Icon = icons[tool]
        const on = state !== null && isOn(state, tool)
        return (
          <Button
            key={tool}
            look="quiet"
            size="icon"
            aria-label={t(tool)}
            title={t(tool)}
            {...(!PLAIN.includes(tool) && { "aria-pressed": on })}
            aria-disabled={state === null || !commands[tool](state)}
            className={on ? "bg-panel text-ink" : ""}
            // Pressing must not take the selection away that it is about.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPress(tool)}
          >
            <Icon aria-hidden className="size-4" />
          </Button>
        )
      })}
    </div>
  )
}
