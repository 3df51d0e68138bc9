/**
 * A text that can be walked through, selected and copied like any text, and changed by nothing: keys, IME, drop,
 * paste, autocorrection and scripts are all refused at the transaction, the last gate they have to pass.
 */
import { Extension } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"

export const ReadOnly = Extension.create({
  name: "readOnly",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("readOnly"),
      filterTransaction: (transaction) => !transaction.docChanged,
      props: {
        handlePaste: () => true,
        handleDrop: () => true,
        handleTextInput: () => true,
        handleDOMEvents: { beforeinput: refuseInput, compositionend: redraw },
      },
    }),
  ],
})

function refuseInput(_view: EditorView, event: InputEvent): boolean {
  event.preventDefault()
  return true
}

/** An input method writes into the page without asking; when it is done, the page is drawn again from the document. */
function redraw(view: EditorView): boolean {
  setTimeout(() => {
    if (!view.isDestroyed) view.updateState(view.state)
  })
  return false
}
