/**
 * What is selected on the page. The view hears of it a moment later: a key may come before that, and what is drawn over
 * the text in between would put the caret back to where it was.
 */
import type { ResolvedPos } from "@tiptap/pm/model"
import { Selection, TextSelection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"

/** The page's selection as the view's, which it is where nothing or something outside of the text is selected. */
export function selectionNow(view: EditorView): Selection {
  const { doc, selection } = view.state
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? NOTHING_SELECTED
  const isInText = view.dom.contains(anchorNode) && view.dom.contains(focusNode)
  if (!anchorNode || !focusNode || !isInText || !(selection instanceof TextSelection)) return selection
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)]
  if (anchor === selection.anchor && head === selection.head) return selection
  return selectionBetween(view, doc.resolve(anchor), doc.resolve(head))
}

/**
 * The selection from one place to another. Where the head stands between blocks, as at a picture, it goes on into the
 * text on the side that it was moving to: put back to where it came from, no key would lead past the picture.
 */
export function selectionBetween({ state }: EditorView, anchor: ResolvedPos, head: ResolvedPos): Selection {
  const way = head.pos < state.selection.head ? -1 : 1
  const text = head.parent.inlineContent ? null : Selection.findFrom(head, way, true)
  const to = text?.$head ?? head
  return TextSelection.between(anchor.pos === head.pos ? to : anchor, to)
}

const NOTHING_SELECTED = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 }
