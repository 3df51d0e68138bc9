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

function isWrapper(box: Element, content: Element): boolean {
  if (!/^(?:div|section|span)$/u.test(box.localName)) return false
  return (
    box.getElementsByTagName("img").length === content.getElementsByTagName("img").length &&
    wordsIn(box) === wordsIn(content)
  )
}
