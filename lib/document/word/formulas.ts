/** Formulas as one line of words: enough to find and to claim them. */
import { childAt, type XmlElement } from "./xml"

export function formulaWords(node: XmlElement): string {
  return node.children.map((child) => (typeof child === "string" ? child : partWords(child))).join("")
}

function partWords(node: XmlElement): string {
  const part = (name: string) => {
    const found = childAt(node, name)
    return found ? formulaWords(found) : ""
  }
  if (node.name === "m:f") return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`
  if (node.name === "m:rad") return `√${grouped(part("m:e"))}`
  if (node.name === "m:sSup") return `${part("m:e")}^${grouped(part("m:sup"))}`
  if (node.name === "m:sSub") return `${part("m:e")}_${grouped(part("m:sub"))}`
  return node.name.endsWith("Pr") ? "" : formulaWords(node)
}

function grouped(words: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(words) ? words : `(${words})`
}
