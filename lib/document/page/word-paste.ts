/**
 * What Word puts on the clipboard: paragraphs that are items of lists by their style alone, with their bullets and
 * numbers typed before them. Here they become lists, so that bullets are no words of the article.
 */
import { defaultTreeAdapter as adapter, html, type DefaultTreeAdapterTypes as Tree } from "parse5"
import { attribute, isElement, rawText } from "./tree"

/** Word has nine levels. */
const DEEPEST = 9

/** Makes lists, in `parent` and below, of what Word marks as items. */
export function listsFromWord(parent: Tree.ParentNode): void {
  const items: Tree.Element[] = []
  for (const child of [...parent.childNodes]) {
    if (isElement(child) && levelOf(child) > 0) {
      items.push(child)
      continue
    }
    if (isElement(child)) listsFromWord(child)
    if (isElement(child) || rawText(child).trim() !== "") settle(parent, items.splice(0))
  }
  settle(parent, items)
}

/** The level of an item, 0 for what is none: `mso-list:l0 level2 lfo1`. */
function levelOf(element: Tree.Element): number {
  const level = /mso-list:\s*l\d+\s+level(\d)/iu.exec(attribute(element, "style") ?? "")?.[1]
  return level === undefined ? 0 : Math.min(Number(level), DEEPEST)
}

interface Open {
  level: number
  list: Tree.Element
}

/** Puts items that follow each other into lists, each below the one that it is deeper than. */
function settle(parent: Tree.ParentNode, items: Tree.Element[]): void {
  const open: Open[] = []
  for (const item of items) {
    const level = levelOf(item)
    const marker = takeMarker(item)
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if ((open.at(-1)?.level ?? 0) < level) open.push({ level, list: listFor(marker, open, parent, item) })
    const li = element("li")
    for (const child of [...item.childNodes]) move(child, li)
    adapter.detachNode(item)
    const list = open.at(-1)?.list
    if (list) adapter.appendChild(list, li)
  }
}

/** A new list: in the item above that is less deep, or where the first item stands. */
function listFor(marker: string, open: Open[], parent: Tree.ParentNode, item: Tree.Element): Tree.Element {
  const list = element(/^\s*[\p{L}\p{N}]+[.)]/u.test(marker) ? "ol" : "ul")
  const above = open.at(-1)?.list.childNodes.at(-1)
  if (above && isElement(above)) adapter.appendChild(above, list)
  else adapter.insertBefore(parent, list, item)
  return list
}

/** Takes the typed bullet or number off an item, and gives it. */
function takeMarker(item: Tree.Element): string {
  for (const child of [...item.childNodes]) {
    if (!isElement(child)) continue
    if (/mso-list:\s*ignore/iu.test(attribute(child, "style") ?? "")) {
      adapter.detachNode(child)
      return rawText(child)
    }
    const marker = takeMarker(child)
    if (marker !== "") return marker
  }
  return ""
}

function move(node: Tree.ChildNode, into: Tree.Element): void {
  adapter.detachNode(node)
  adapter.appendChild(into, node)
}

function element(name: string): Tree.Element {
  return adapter.createElement(name, html.NS.HTML, [])
}
