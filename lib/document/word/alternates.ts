/** Words in a Word file may stand there twice, for newer and for older programs: this leaves one of them. */
import { childrenOf, within, type XmlElement, type XmlNode } from "./xml"

/** The same tree with one branch of every choice in its place: the newest that holds something that can be read. */
export function withoutAlternates(root: XmlElement): XmlElement {
  return { ...root, children: root.children.flatMap(chosen) }
}

function chosen(node: XmlNode): XmlNode[] {
  if (typeof node === "string") return [node]
  if (node.name !== "mc:AlternateContent") return [withoutAlternates(node)]
  const branches = [...childrenOf(node, "mc:Choice"), ...childrenOf(node, "mc:Fallback")]
  const branch = branches.find((each) => within(each, "w:t", "w:drawing", "w:pict").length > 0) ?? branches[0]
  return branch?.children.flatMap(chosen) ?? []
}
