/** Boxes that hold nothing but one paragraph or quotation: they say nothing, and mislead those who weigh boxes. */
import { descendants, wordsIn } from "./measure"

/** Puts what such a box holds in its place. */
export function unwrap(body: Element): void {
  for (const content of [...descendants(body, "p"), ...descendants(body, "blockquote")]) {
    let box: Element | null = content.parentElement
    let outermost: Element | null = null
    for (; box && box !== body && isWrapper(box, content); box = box.parentElement) outermost = box
    outermost?.replaceWith(content)
  }
}

/** Asked of whole boxes first whether they hold one element only: few do, and counting words takes long. */
function isWrapper(box: Element, content: Element): boolean {
  if (!/^(?:div|section|span)$/u.test(box.localName) || box.firstElementChild !== box.lastElementChild) return false
  return wordsIn(box) === wordsIn(content)
}
