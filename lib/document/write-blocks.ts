/**
 * Writes blocks: quotes, lists, code, figures, rules, footnotes. Two lists in a row take different markers, since
 * Markdown would read them as one; an empty paragraph can't be said, it keeps its place in the map and no more.
 */
import type { DocumentNode } from "../domain/article"
import { GUARD, imageOf, labelOf, writeInline } from "./write-inline"
import type { Pen } from "./write-pen"
import { writeTable } from "./write-table"
import { escapedInfo } from "./write-text"

/** What blocks stand in: between blocks of `tight` ones there is no blank line, where Markdown can do without. */
interface Room {
  spacing: "loose" | "tight"
  at: "top" | "inside"
}

const TOP: Room = { spacing: "loose", at: "top" }
const INSIDE: Room = { spacing: "loose", at: "inside" }

/** Writes title, dek, blocks and footnotes. */
export function writeDocument(pen: Pen, document: DocumentNode): void {
  writeBlocks(pen, document.content ?? [], TOP)
}

function writeBlocks(pen: Pen, blocks: readonly DocumentNode[], room: Room): void {
  let before: DocumentNode | null = null
  let other = false
  for (const block of blocks) {
    if (isUnsayable(block) && blocks.length > 1) {
      pen.block("alone", () => undefined)
      continue
    }
    if (before) separate(pen, before, block, room)
    other = before !== null && isTwin(before, block) && !other
    writeBlock(pen, block, room, other ? OTHER : USUAL)
    pen.settle()
    before = block
  }
}

function isUnsayable({ type, content = [] }: DocumentNode): boolean {
  return (type === "paragraph" || type === "dek") && content.length === 0
}

function separate(pen: Pen, before: DocumentNode, block: DocumentNode, room: Room): void {
  if (room.spacing === "tight" && canFollow(before, block)) pen.line()
  else pen.gap()
}

/** Markers of a list, and those of a list that follows one of its own kind. */
interface Markers {
  bullet: string
  point: string
}
const USUAL: Markers = { bullet: "-", point: "." }
const OTHER: Markers = { bullet: "*", point: ")" }

const isList = ({ type }: DocumentNode) => /List$/.test(type)

function isTwin(before: DocumentNode, block: DocumentNode): boolean {
  return isList(before) && isList(block) && (before.type === "orderedList") === (block.type === "orderedList")
}

const WITHOUT_BLANK = ["heading", "codeBlock", "horizontalRule"]

/** Whether `block` is read as itself right on the line below `before`. */
export function canFollow(before: DocumentNode, block: DocumentNode): boolean {
  if (before.type === "heading" || before.type === "codeBlock" || before.type === "horizontalRule") return true
  if (WITHOUT_BLANK.includes(block.type)) return true
  if (block.type === "blockquote") return before.type !== "blockquote"
  return before.type === "paragraph" && isList(block) && canInterrupt(block)
}

/** A list that begins with an empty item, or with another number than 1, can't interrupt a paragraph. */
function canInterrupt(list: DocumentNode): boolean {
  const startsAtOne = list.type !== "orderedList" || Number(list.attrs?.start ?? 1) === 1
  return startsAtOne && !isEmpty(list.content?.[0]?.content ?? [])
}

type Write = (pen: Pen, block: DocumentNode, room: Room, markers: Markers) => void

const WRITERS: Partial<Record<string, Write>> = {
  title: (pen, block) => writeHeading(pen, block, 1),
  heading: (pen, block) => writeHeading(pen, block, Number(block.attrs?.level)),
  codeBlock: writeCode,
  // Behind a bullet, `---` would be a rule with the bullet as a part of it.
  horizontalRule: (pen, _, { at }) => pen.block("alone", () => pen.say(1, at === "top" ? "---" : "___")),
  figure: writeFigure,
  blockquote: (pen, block) => writeWithin(pen, block, ">", "> "),
  footnote: (pen, block) => writeWithin(pen, block, `[^${labelOf(block.attrs?.label)}]:`, "    "),
  table: writeTable,
  bulletList: (pen, block, _, markers) => writeList(pen, block, markers),
  taskList: (pen, block, _, markers) => writeList(pen, block, markers),
  orderedList: (pen, block, _, markers) => writeList(pen, block, markers),
}

function writeBlock(pen: Pen, block: DocumentNode, room: Room, markers: Markers): void {
  const write = WRITERS[block.type]
  if (write) write(pen, block, room, markers)
  else pen.block("text", () => writeInline(pen, block.content ?? [], "paragraph"))
}

function writeWithin(pen: Pen, { content = [] }: DocumentNode, marker: string, prefix: string): void {
  pen.put(isEmpty(content) ? marker : `${marker} `)
  pen.within(prefix, () => writeBlocks(pen, content, INSIDE))
}

/** Whether there is only an empty paragraph: no space must be left behind its marker. */
function isEmpty([only, another]: DocumentNode[]): boolean {
  return another === undefined && (only === undefined || isUnsayable(only))
}

function writeHeading(pen: Pen, { content = [] }: DocumentNode, level: number): void {
  pen.put(content.length > 0 ? `${"#".repeat(level)} ` : "#".repeat(level))
  pen.block("text", () => writeInline(pen, content, "heading"))
}

/** The caption on the lines below its picture, in one paragraph with it. */
function writeFigure(pen: Pen, { attrs = {}, content = [] }: DocumentNode): void {
  const caption = content[0]?.content ?? []
  pen.block("text", () => {
    const thing = pen.open("closed")
    pen.say(1, imageOf(attrs))
    pen.close(thing)
  })
  if (caption.length > 0) {
    pen.put("\\")
    pen.line()
  }
  pen.block("text", () => {
    writeInline(pen, caption, "paragraph")
    // Pictures alone below a picture would be figures of their own.
    if (caption.length > 0 && caption.every(isImageOrGap)) pen.put(GUARD)
  })
}

function isImageOrGap({ type, text }: DocumentNode): boolean {
  return type === "inlineImage" || type === "hardBreak" || text?.trim() === ""
}

function writeCode(pen: Pen, { attrs = {}, content = [] }: DocumentNode): void {
  const text = content.map((node) => node.text ?? "").join("")
  const info = String(attrs.info ?? "")
  const fence = fenceFor(text, info)
  pen.put(fence + escapedInfo(info))
  pen.line()
  pen.block("alone", () => {
    text.split("\n").forEach((line, index) => {
      if (index > 0) {
        pen.say(1, "")
        pen.line()
      }
      pen.plain(line)
    })
  })
  if (text !== "") pen.line()
  pen.put(fence)
}

/** Longer than any fence within; of tildes where the info string has backticks. */
function fenceFor(text: string, info: string): string {
  const char = info.includes("`") ? "~" : "`"
  const runs = text.match(char === "~" ? /~{3,}/g : /`{3,}/g) ?? []
  return char.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
}

const LARGEST_NUMBER = 999_999_999

function writeList(pen: Pen, list: DocumentNode, markers: Markers): void {
  const items = list.content ?? []
  const spacing = list.attrs?.tight === false || !items.every(canBeTight) ? "loose" : "tight"
  pen.list(() =>
    items.forEach((item, index) => {
      if (index > 0) {
        if (spacing === "tight") pen.line()
        else pen.gap()
      }
      const number = Math.min(Number(list.attrs?.start ?? 1) + index, LARGEST_NUMBER)
      writeItem(pen, item, list.type === "orderedList" ? `${number}${markers.point}` : markers.bullet, spacing)
    }),
  )
}

/** Where one blank line is needed, readers take all of the list for a loose one; so it is written as one. */
function canBeTight({ content = [] }: DocumentNode): boolean {
  const said = content.filter((block) => !isUnsayable(block))
  return said.every((block, index) => {
    const before = said[index - 1]
    return before === undefined || canFollow(before, block)
  })
}

function writeItem(
  pen: Pen,
  { type, attrs, content = [] }: DocumentNode,
  marker: string,
  spacing: Room["spacing"],
): void {
  const box = type === "taskItem" ? `[${attrs?.checked ? "x" : " "}] ` : ""
  pen.put(isEmpty(content) ? marker : `${marker} ${box}`)
  pen.within(" ".repeat(marker.length + 1), () => writeBlocks(pen, content, { spacing, at: "inside" }))
}
