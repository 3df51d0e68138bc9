"use client"
/** The editor view in which an article's text is changed, its claimed words underlined. It knows documents, no claims and no server. */
import { Editor, Extension } from "@tiptap/core"
import {
  baseKeymap,
  chainCommands,
  exitCode,
  liftEmptyBlock,
  newlineInCode,
  splitBlock,
  toggleMark,
} from "@tiptap/pm/commands"
import { history, redo, undo } from "@tiptap/pm/history"
import { keymap } from "@tiptap/pm/keymap"
import { liftListItem, sinkListItem, splitListItem } from "@tiptap/pm/schema-list"
import { Plugin, PluginKey, TextSelection, type Command, type EditorState } from "@tiptap/pm/state"
import { Step } from "@tiptap/pm/transform"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { schemaExtensions, schemaSpec } from "@/components/galley/schema-extensions"
import type { Span } from "@/lib/anchor"
import { positions } from "@/lib/document/canonical"
import type { DocumentNode } from "@/lib/domain/article"

export interface WritingGiven {
  document: DocumentNode
  /** What was done before a reload, taken again. */
  steps: readonly Record<string, unknown>[]
  claimed: readonly Span[]
  label: string
  language: string
  onSteps: (steps: readonly Step[]) => void
  onState: (state: EditorState) => void
  /** What was kept does not fit the text. */
  onBroken: () => void
}

/** Makes the view in an element; its caller destroys it. */
export function writingView(element: HTMLElement, given: WritingGiven): Editor {
  const { document, steps, claimed, label, language, onSteps, onState, onBroken } = given
  const editor = new Editor({
    element,
    extensions: [...schemaExtensions, writing(claimed, document)],
    schemaSpec,
    content: document,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false },
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        lang: language,
        class: "galley-text",
        dir: "auto",
      },
    },
    onTransaction: ({ editor: changed, transaction }) => {
      if (transaction.docChanged) onSteps(transaction.steps)
      onState(changed.state)
    },
  })
  if (steps.length > 0 && !takeAgain(editor, steps)) onBroken()
  return editor
}

/** Takes steps that were kept in the browser, where anything may stand; all or none. */
function takeAgain({ schema, state, view }: Editor, steps: WritingGiven["steps"]): boolean {
  try {
    const { tr } = state
    for (const json of steps) tr.step(Step.fromJSON(schema, json))
    view.dispatch(tr.setMeta("addToHistory", false))
    return true
  } catch {
    return false
  }
}

const writing = (claimed: readonly Span[], document: DocumentNode) =>
  Extension.create({
    name: "writing",
    addProseMirrorPlugins: () => [history(), keymap(keys), keymap(baseKeymap), claims(claimed, document)],
  })

/** Underlines what is claimed, and follows it through the edits. */
function claims(claimed: readonly Span[], document: DocumentNode): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>("claimed")
  const ranges = positions(document)
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => {
        const drawn = claimed.flatMap((span) => ranges.rangesOf(span))
        return DecorationSet.create(
          doc,
          drawn.map(({ from, to }) => Decoration.inline(from, to, { class: "claimed" })),
        )
      },
      apply: (transaction, drawn) => drawn.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** A command on a node of the document schema, by its name. */
const named =
  (type: "listItem" | "taskItem", command: (node: EditorState["schema"]["nodes"][string]) => Command): Command =>
  (state, dispatch, view) => {
    const node = state.schema.nodes[type]
    return node ? command(node)(state, dispatch, view) : false
  }

const inItems = (command: (node: EditorState["schema"]["nodes"][string]) => Command): Command =>
  chainCommands(named("taskItem", command), named("listItem", command))

export const marked =
  (mark: "bold" | "italic"): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[mark]
    return type ? toggleMark(type)(state, dispatch, view) : false
  }

/** Title and dek are one paragraph each: from their end one goes on to what follows. */
const leaveHead: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { name } = $from.parent.type
  if (name !== "title" && name !== "dek") return false
  const after = $from.after()
  const paragraph = state.schema.nodes.paragraph
  const tr = state.tr
  if (after >= state.doc.content.size && paragraph) tr.insert(after, paragraph.create())
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  return true
}

const lineBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes.hardBreak
  if (!type || state.selection.$from.parent.type.spec.code) return false
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView())
  return true
}

const keys: Record<string, Command> = {
  "Mod-z": undo,
  "Mod-y": redo,
  "Shift-Mod-z": redo,
  "Mod-b": marked("bold"),
  "Mod-i": marked("italic"),
  Enter: chainCommands(leaveHead, newlineInCode, inItems(splitListItem), liftEmptyBlock, splitBlock),
  "Shift-Enter": chainCommands(exitCode, lineBreak),
  Tab: inItems(sinkListItem),
  "Shift-Tab": inItems(liftListItem),
}
