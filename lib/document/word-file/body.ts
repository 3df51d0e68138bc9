/** An article's blocks as Word has them: styles for titles, headings, quotes and code, numbered lists, tables, footnotes. */
import type { DocumentNode } from "../../domain/article"
import type { CanonicalBlock } from "../canonical"
import { element, markup, Markup, type Part } from "../report/html"
import { lineOf, type Marks, type Writing } from "./line"
import { DEEPEST, type Lists } from "./parts"

export interface Setting {
  lists: Lists
  writing: Writing
  /** What stands on a block's words, by the block's index. */
  marksOf: (block: number) => Marks
  /** The blocks of the canonical text; they are written in their order. */
  blocks: readonly CanonicalBlock[]
}

/** Where a block stands: in quotes so many deep, and in which list at which level, if it begins an item. */
interface Place {
  quotes: number
  list: { id: number; level: number } | null
  /** How deep in lists it stands, if it begins no item. */
  depth: number
  box: boolean | null
}

const TOP: Place = { quotes: 0, list: null, depth: 0, box: null }

const STYLES: Partial<Record<string, string>> = {
  title: "Title",
  dek: "Subtitle",
  codeBlock: "SourceCode",
  caption: "Caption",
}

function styleOf({ type, attrs = {} }: DocumentNode, { quotes }: Place): string | null {
  return type === "heading" ? `Heading${Number(attrs.level)}` : (STYLES[type] ?? (quotes > 0 ? "Quote" : null))
}

/** Writes blocks one after the other, so that it knows which line of the text each one is. */
export class Body {
  #next: number

  /** `first` is the index of the first block that it is to write. */
  constructor(
    readonly setting: Setting,
    first = 0,
  ) {
    this.#next = first
  }

  /** The index of the block that it would write next. */
  get next(): number {
    return this.#next
  }

  /** Blocks outside of footnotes, or those of one. */
  blocks(nodes: readonly DocumentNode[]): Part[] {
    const parts = nodes.map((node) => this.#block(node, TOP))
    // Word wants a paragraph behind a table, and makes one of two that touch.
    return parts.flatMap((part, at) => {
      const { type } = nodes[at] ?? {}
      const isLast = at === nodes.length - 1 || nodes[at + 1]?.type === "table"
      return type === "table" && isLast ? [part, markup`<w:p></w:p>`] : [part]
    })
  }

  #block(node: DocumentNode, place: Place): Part {
    const { type, content = [] } = node
    switch (type) {
      case "blockquote":
        return content.map((inner) => this.#block(inner, { ...place, quotes: place.quotes + 1 }))
      case "bulletList":
      case "orderedList":
      case "taskList":
        return this.#list(node, place)
      case "table":
        return this.#table(node)
      case "figure":
        return this.#figure(node, place)
      case "horizontalRule":
        return this.#rule(place)
      default:
        return this.#paragraph(node, styleOf(node, place), place)
    }
  }

  #paragraph({ content = [] }: DocumentNode, style: string | null, place: Place, more: Part = null): Part {
    const at = this.#next
    this.#next += 1
    const start = this.setting.blocks[at]?.start ?? 0
    const line = lineOf(content, start, this.setting.marksOf(at), this.setting.writing)
    return markup`<w:p>${properties(style, place, more)}${place.box !== null && box(place.box)}${line}</w:p>`
  }

  #list({ type, attrs = {}, content: items = [] }: DocumentNode, place: Place): Part {
    const id = this.setting.lists.add(type === "orderedList" ? Number(attrs.start ?? 1) : null)
    const level = Math.min(place.depth, DEEPEST)
    return items.map(({ type: item, attrs: own = {}, content = [] }) =>
      content.map((block, at) =>
        this.#block(block, {
          quotes: place.quotes,
          list: at === 0 ? { id, level } : null,
          depth: place.depth + 1,
          box: at === 0 && item === "taskItem" ? own.checked === true : null,
        }),
      ),
    )
  }

  #table({ attrs = {}, content: rows = [] }: DocumentNode): Part {
    const align = (attrs.align ?? []) as (string | null)[]
    const width = Math.max(0, ...rows.map(({ content = [] }) => content.length))
    const cell = (node: DocumentNode, column: number) => {
      const jc = align[column] && element("w:jc", { "w:val": align[column] })
      return markup`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"></w:tcW></w:tcPr>${this.#paragraph(node, null, TOP, jc)}</w:tc>`
    }
    const filler = markup`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"></w:tcW></w:tcPr><w:p></w:p></w:tc>`
    const row = ({ content = [] }: DocumentNode, at: number) =>
      markup`<w:tr>${at === 0 && markup`<w:trPr><w:tblHeader></w:tblHeader></w:trPr>`}${content.map(cell)}${Array.from({ length: width - content.length }, () => filler)}</w:tr>`
    return markup`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"></w:tblStyle><w:tblW w:w="0" w:type="auto"></w:tblW></w:tblPr><w:tblGrid>${Array.from({ length: width }, () => markup`<w:gridCol></w:gridCol>`)}</w:tblGrid>${rows.map(row)}</w:tbl>`
  }

  /** The picture's line, then its caption's. */
  #figure({ attrs = {}, content: [caption] = [] }: DocumentNode, place: Place): Part {
    const at = this.#next
    this.#next += 1
    const { start = 0 } = this.setting.blocks[at] ?? {}
    const image = { type: "inlineImage", attrs }
    const line = lineOf([image], start, this.setting.marksOf(at), this.setting.writing)
    const below = caption && this.#block(caption, { ...place, list: null, box: null })
    return [markup`<w:p>${properties(null, place)}${line}</w:p>`, below]
  }

  #rule(place: Place): Part {
    const at = this.#next
    this.#next += 1
    const { start = 0 } = this.setting.blocks[at] ?? {}
    const border = markup`<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"></w:bottom></w:pBdr>`
    const line = lineOf([{ type: "rule" }], start, this.setting.marksOf(at), this.setting.writing)
    return markup`<w:p>${properties(null, place, border)}${line}</w:p>`
  }
}

/** In the order that the standard wants them in. */
function properties(style: string | null, { list, depth, quotes }: Place, more: Part = null): Part {
  const indent = (list ? 0 : depth) + quotes
  const parts: Part[] = [
    style && element("w:pStyle", { "w:val": style }),
    list && markup`<w:numPr><w:ilvl w:val="${list.level}"></w:ilvl><w:numId w:val="${list.id}"></w:numId></w:numPr>`,
    more instanceof Markup && more.text.startsWith("<w:pBdr>") && more,
    indent > 0 && !list && element("w:ind", { "w:left": `${indent * 567}` }),
    more instanceof Markup && more.text.startsWith("<w:jc") && more,
  ]
  return parts.some(Boolean) && markup`<w:pPr>${parts}</w:pPr>`
}

/** A box to tick, as Word's own forms have them. */
function box(checked: boolean): Part {
  const sign = checked ? "☒" : "☐"
  const state = markup`<w14:checked w14:val="${checked ? 1 : 0}"></w14:checked><w14:checkedState w14:val="2612" w14:font="MS Gothic"></w14:checkedState><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"></w14:uncheckedState>`
  return markup`<w:sdt><w:sdtPr><w14:checkbox>${state}</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${sign}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> </w:t></w:r>`
}
