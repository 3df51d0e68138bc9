/** From HTML's lists to the schema's: nested ones, numbers, boxes to tick. */
import type { DefaultTreeAdapterTypes as Tree } from "parse5"
import type { DocumentNode } from "../../domain/article"
import { attribute } from "./tree"

type Blocks = (nodes: Tree.ChildNode[]) => DocumentNode[]

/** The list, or nothing for one without items. `blocks` reads what is in an item. */
export function listOf(list: Tree.Element, blocks: Blocks): DocumentNode[] {
  const content = itemsOf(list, blocks)
  if (content.length === 0) return []
  const tight = !content.some((item) => (item.content ?? []).filter(({ type }) => type === "paragraph").length > 1)
  if (list.tagName === "ol") return [{ type: "orderedList", attrs: { start: startOf(list), tight }, content }]
  const type = content.some((item) => item.type === "taskItem") ? "taskList" : "bulletList"
  return [{ type, attrs: { tight }, content }]
}

/** What stands between items, a list inside a list among it, belongs to the item above. */
function itemsOf(list: Tree.Element, blocks: Blocks): DocumentNode[] {
  const items: DocumentNode[] = []
  for (const child of list.childNodes) {
    if ("tagName" in child && child.tagName === "li") {
      const item = itemOf(child, blocks)
      if (item) items.push(item)
      continue
    }
    const stray = blocks([child])
    const above = items.at(-1)
    if (above) above.content?.push(...stray)
    else if (stray.length > 0) items.push({ type: "listItem", content: stray })
  }
  return items
}

function itemOf(item: Tree.Element, blocks: Blocks): DocumentNode | null {
  const content = blocks(item.childNodes)
  const box = boxIn(item)
  if (content.length === 0) return null
  if (!box) return { type: "listItem", content }
  return { type: "taskItem", attrs: { checked: attribute(box, "checked") !== null }, content }
}

/** The box to tick that opens the item. */
function boxIn(element: Tree.Element): Tree.Element | null {
  const first = element.childNodes.find((child) => !("value" in child) || child.value.trim() !== "")
  if (!first || !("tagName" in first)) return null
  if (first.tagName === "input") return attribute(first, "type")?.toLowerCase() === "checkbox" ? first : null
  return /^(?:p|span|div|label)$/u.test(first.tagName) ? boxIn(first) : null
}

function startOf(list: Tree.Element): number {
  const start = Number(attribute(list, "start") ?? 1)
  return Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1
}
