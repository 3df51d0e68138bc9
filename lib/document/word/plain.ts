/**
 * Puts Word's XML into the plain words that mammoth reads, so that nothing is lost which it does not know: text boxes,
 * simple fields, formulas, runs from right to left, placeholders. What an element is not known for is passed through.
 */
import type { Facts } from "./facts"
import { Fields, linkIn } from "./fields"
import { formulaWords } from "./formulas"
import type { Numbering } from "./numbering"
import { boxesIn, hasBorder, isLine } from "./pictures"
import { joined, plainRun } from "./plain-run"
import { broken } from "./refusals"
import type { Styles } from "./styles"
import { childAt, childrenOf, element, valueAt, within, type XmlElement, type XmlNode } from "./xml"

export interface Plainly {
  styles: Styles
  numbering: Numbering
  facts: Facts
  addresses: Map<string, string>
  fields: Fields
}

/** The part with its blocks in plain words; notes stay apart from each other. Refuses one that is not of Word's vocabulary. */
export function plainPart(root: XmlElement, to: Omit<Plainly, "fields">): XmlElement {
  if (!root.name.startsWith("w:")) throw broken()
  const all = { ...to, fields: new Fields() }
  const children = childrenOf(root).map((child) =>
    element(
      child.name,
      { ...child.attributes },
      child.children.flatMap((node) => blocks(node, all)),
    ),
  )
  return element(root.name, {}, children)
}

function blocks(node: XmlNode, to: Plainly): XmlElement[] {
  if (typeof node === "string") return []
  switch (node.name) {
    case "w:p":
      return [paragraph(node, to), ...boxesIn(node).flatMap((block) => blocks(block, to))]
    case "w:r":
    case "w:hyperlink":
      return [paragraph(element("w:p", {}, [node]), to)]
    case "w:tbl":
    case "w:tr":
      return [element(node.name, {}, [...rowProperties(node), ...below(node, to)])]
    case "w:tc":
      return [element("w:tc", {}, [...cellProperties(node), ...below(node, to)])]
    case "w:altChunk":
    case "w:subDoc":
      to.facts.hasEmbedded = true
      return []
    case "w:sdt":
      return isPlaceholder(node) ? [] : below(node, to)
    default:
      return below(node, to)
  }
}

function below({ children }: XmlElement, to: Plainly): XmlElement[] {
  return children.flatMap((child) => blocks(child, to))
}

function rowProperties(row: XmlElement): XmlElement[] {
  const header = childAt(row, "w:trPr", "w:tblHeader")
  return header && header.attributes["w:val"] !== "0" && header.attributes["w:val"] !== "false"
    ? [element("w:trPr", {}, [element("w:tblHeader")])]
    : []
}

/** More columns than a page can show are somebody's attempt at something else. */
const WIDEST = 100

function cellProperties(cell: XmlElement): XmlElement[] {
  const span = Number(valueAt(cell, ["w:tcPr", "w:gridSpan"]) ?? 1)
  const merge = childAt(cell, "w:tcPr", "w:vMerge")
  const properties = []
  if (span > 1) properties.push(element("w:gridSpan", { "w:val": String(Math.min(span, WIDEST)) }))
  if (merge) properties.push(element("w:vMerge", { "w:val": merge.attributes["w:val"] ?? "continue" }))
  return [element("w:tcPr", {}, properties)]
}

/** Words such as "Click here to enter text", which stand there until somebody writes some. */
function isPlaceholder(node: XmlElement): boolean {
  return childAt(node, "w:sdtPr", "w:showingPlcHdr") !== undefined
}

function paragraph(node: XmlElement, to: Plainly): XmlElement {
  const properties = childAt(node, "w:pPr")
  const children = joined(node.children.flatMap((child) => inline(child, to)))
  const hasWords = within(element("w:p", {}, children), "w:t", "w:sym").length > 0
  const isRule = within(node, "w:pict").some(isLine) || (!hasWords && hasBorder(properties))
  const number = to.facts.keepParagraph({
    role: to.styles.roleOf(properties),
    item: to.numbering.next(properties),
    alignment: valueAt(properties, ["w:jc"]) ?? null,
    isRule,
  })
  return element("w:p", {}, [element("w:pPr", {}, [element("w:jc", { "w:val": number })]), ...children])
}

function inline(node: XmlNode, to: Plainly): XmlElement[] {
  if (typeof node === "string") return []
  const inside = () => joined(node.children.flatMap((child) => inline(child, to)))
  switch (node.name) {
    case "w:r":
      return plainRun(node, to)
    case "w:hyperlink":
      return to.addresses.has(node.attributes["r:id"] ?? "")
        ? [element("w:hyperlink", linkOf(node), inside())]
        : inside()
    case "w:fldSimple":
      return simpleField(node, inside(), to)
    case "w:sdt":
      return isPlaceholder(node) ? [] : control(node, inside)
    case "m:oMath":
      return plainRun(element("w:r", {}, [element("w:t", {}, [formulaWords(node)])]), to)
    case "w:pPr":
    case "w:txbxContent":
      return []
    default:
      return inside()
  }
}

function linkOf({ attributes }: XmlElement): Record<string, string> {
  const anchor = attributes["w:anchor"]
  return { "r:id": attributes["r:id"] ?? "", ...(anchor !== undefined && { "w:anchor": anchor }) }
}

function simpleField({ attributes }: XmlElement, shown: XmlElement[], to: Plainly): XmlElement[] {
  const instruction = attributes["w:instr"] ?? ""
  if (linkIn(instruction) === null) return shown
  const run = (...children: XmlElement[]) =>
    element(
      "w:r",
      {},
      children.flatMap((piece) => to.fields.read(piece)),
    )
  const mark = (type: string) => element("w:fldChar", { "w:fldCharType": type })
  return [run(mark("begin"), element("w:instrText", {}, [instruction]), mark("separate")), ...shown, run(mark("end"))]
}

/** Of a control only whether it is a box to tick counts. */
function control(node: XmlElement, inside: () => XmlElement[]): XmlElement[] {
  const box = childAt(node, "w:sdtPr", "w14:checkbox")
  const content = inside()
  return box ? [element("w:sdt", {}, [element("w:sdtPr", {}, [box]), element("w:sdtContent", {}, content)])] : content
}
