/** Lists: Word knows only paragraphs with a number and a level; here they become lists in lists. */
import type { DocumentNode } from "../../domain/article"
import type { Item } from "./numbering"

/** A paragraph that is an item of a list. */
export interface ListItem {
  item: Item
  /** A box to tick before its words, ticked or not; null if there is none. */
  checked: boolean | null
  block: DocumentNode
}

/** The lists that some items in a row make. A deeper item lies in the item before it, however deep it says it is. */
export function listsOf(items: ListItem[]): DocumentNode[] {
  const lists: DocumentNode[] = []
  for (let at = 0; at < items.length;) {
    const end = endOfList(items, at)
    const [first, ...rest] = items.slice(at, end)
    if (first) lists.push(listOf([first, ...rest]))
    at = end
  }
  return lists
}

/** A list ends where another begins on its own level or a higher one. */
function endOfList(items: ListItem[], from: number): number {
  const first = items[from]?.item
  const end = items.findIndex(({ item }, at) => at > from && first !== undefined && !goesOn(first, item))
  return end < 0 ? items.length : end
}

function goesOn(first: Item, item: Item): boolean {
  if (item.level > first.level) return true
  return item.level === first.level && item.list === first.list && item.ordered === first.ordered
}

function listOf(items: [ListItem, ...ListItem[]]): DocumentNode {
  const [{ item: first }] = items
  const content: DocumentNode[] = []
  for (let at = 0; at < items.length;) {
    const next = items.findIndex(({ item }, index) => index > at && item.level <= first.level)
    const end = next < 0 ? items.length : next
    const [own, ...deeper] = items.slice(at, end)
    if (own) content.push(itemOf(own, deeper))
    at = end
  }
  if (first.ordered) return { type: "orderedList", attrs: { start: first.number, tight: true }, content }
  const type = content.some((item) => item.type === "taskItem") ? "taskList" : "bulletList"
  return { type, attrs: { tight: true }, content }
}

function itemOf({ checked, block }: ListItem, deeper: ListItem[]): DocumentNode {
  const content = [block, ...listsOf(deeper)]
  return checked === null ? { type: "listItem", content } : { type: "taskItem", attrs: { checked }, content }
}
