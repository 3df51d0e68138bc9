/** Fields: text that Word computes. What they show is read; of what they are told, only the address of a link counts. */
import { element, type XmlElement } from "./xml"

/** Fields in fields; an instruction may be cut into several pieces. */
export class Fields {
  private readonly instructions: string[] = []

  /** What mammoth should read in the place of a piece of a field. */
  read(piece: XmlElement): XmlElement[] {
    const type = piece.attributes["w:fldCharType"]
    if (piece.name === "w:instrText") return this.instruct(piece.children.join(""))
    if (type === "begin") this.instructions.push("")
    if (type === "separate") return [...this.instruction(), piece]
    if (type !== "end") return [piece]
    const told = this.instruction()
    this.instructions.pop()
    return [...told, piece]
  }

  private instruct(words: string): XmlElement[] {
    this.instructions.push((this.instructions.pop() ?? "") + words)
    return []
  }

  /** The instruction of the innermost field, once, if it is one that mammoth should hear of. */
  private instruction(): XmlElement[] {
    const told = this.instructions.at(-1) ?? ""
    if (this.instructions.length > 0) this.instructions[this.instructions.length - 1] = ""
    const address = linkIn(told)
    const heard = address === null ? (/^\s*FORMCHECKBOX/u.exec(told)?.[0] ?? null) : `HYPERLINK "${address}"`
    return heard === null ? [] : [element("w:instrText", {}, [heard])]
  }
}

/** The web address in the instruction of a link, with the place in it that a switch may name. */
export function linkIn(instruction: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/iu.exec(instruction) ?? []
  const address = quoted ?? bare
  if (!address) return null
  const [, place] = /\\l\s+"([^"]*)"/u.exec(instruction) ?? []
  return place ? `${address.replace(/#.*/su, "")}#${place}` : address
}
