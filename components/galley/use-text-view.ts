"use client"
/** The editor view of one article, made when there is time and gone with its element. It never changes the document. */
import { Editor } from "@tiptap/core"
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react"
import { TextSelection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { looseLayer } from "@/components/coverage/loose-layer"
import { passagesLayer } from "@/components/earlier/passages-layer"
import type { DocumentNode } from "@/lib/domain/article"
import { claimsLayer } from "./highlights"
import { threadsLayer } from "./threads-layer"
import { ReadOnly } from "./read-only"
import { selectionBetween } from "./selection-now"
import { schemaExtensions, schemaSpec } from "./schema-extensions"

export interface TextViewEvents {
  /** A press on the text that selected nothing. */
  onPress: (event: MouseEvent) => void
  /** A key in the text; true when it was taken. */
  onKey: (view: EditorView, event: KeyboardEvent) => boolean
  onSelection: (view: EditorView) => void
}

/** The text itself asks for no keyboard on screen, no corrections and no spelling: it is not to be typed in. */
const quiet = {
  role: "textbox",
  "aria-multiline": "true",
  "aria-readonly": "true",
  spellcheck: "false",
  autocorrect: "off",
  autocapitalize: "off",
  inputmode: "none",
  translate: "no",
  "data-gramm": "false",
  class: "galley-text",
  // By the first words: lists, tables and quotes of an Arabic text begin at the right.
  dir: "auto",
}

export interface TextViewGiven {
  document: DocumentNode
  label: string
  language: string
}

export function useTextView(
  element: RefObject<HTMLElement | null>,
  given: TextViewGiven,
  events: TextViewEvents,
): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  const { document, label, language } = given
  const latest = useRef({ ...events, label, language })
  useLayoutEffect(() => {
    latest.current = { ...events, label, language }
  })
  useEffect(() => {
    let made: Editor | null = null
    // A task of its own: the same text stands there already, and whoever scrolls it is not held up for long.
    const soon = setTimeout(() => {
      made = textView(element.current, document, latest)
      setEditor(made)
    })
    return () => {
      clearTimeout(soon)
      setEditor(null)
      made?.destroy()
    }
  }, [element, document])
  // What it is called changes with what can be done in it, as when the article is put away; caret and focus stay.
  useLayoutEffect(
    () => editor?.view.setProps({ attributes: attributesOf({ label, language }) }),
    [editor, label, language],
  )
  return editor
}

type Worn = Pick<TextViewGiven, "label" | "language">

const attributesOf = ({ label, language }: Worn) => ({ ...quiet, "aria-label": label, lang: language })

function textView(
  element: HTMLElement | null,
  document: DocumentNode,
  latest: RefObject<TextViewEvents & Worn>,
): Editor {
  return new Editor({
    element,
    extensions: [
      ...[...schemaExtensions, ReadOnly],
      ...[claimsLayer, looseLayer, passagesLayer, threadsLayer].map(({ extension }) => extension),
    ],
    schemaSpec,
    content: document,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, delete: false, drop: false, paste: false, focusEvents: false },
    editorProps: {
      attributes: attributesOf(latest.current),
      handleClick: (view, pos, event) => {
        // The menu that a press can open takes the focus before the view has seen where the caret went.
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))))
        latest.current.onPress(event)
        return false
      },
      createSelectionBetween: selectionBetween,
      handleKeyDown: (view, event) => latest.current.onKey(view, event),
    },
    onSelectionUpdate: ({ editor: changed }) => latest.current.onSelection(changed.view),
  })
}
