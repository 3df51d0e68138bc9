/** Pictures and shapes in a run: their alternative text, and where a linked one stands on the web. */
import { imageAddress } from "../schema"
import { childAt, within, type XmlElement } from "./xml"

export interface Picture {
  alt: string
  /** Of a picture that the file only links to; it is never fetched. */
  src: string | null
}

/** What Word writes under a description that a machine made. Nobody has asserted it, so that it is no word of the article. */
const MACHINE_MADE =
  /automatically generated|automatisch generiert|générée? automatiquement|generad[ao] automáticamente|generat[ao] automaticamente|AI-generated|KI-generiert|généré par l’IA/iu

/** The picture that a drawing shows, if it shows one or describes itself. */
export function pictureOf(drawing: XmlElement, addresses: Map<string, string>): Picture | null {
  if (within(drawing, "w:txbxContent").length > 0) return null
  const [properties] = within(drawing, "wp:docPr")
  const [shape] = within(drawing, "v:shape", "v:rect", "v:roundrect")
  const { descr, title } = properties?.attributes ?? {}
  const alt = [descr, title, shape?.attributes.alt].find((words) => words?.trim()) ?? ""
  const isDecorative = properties !== undefined && within(properties, "adec:decorative").some(isOn)
  const linked = within(drawing, "a:blip", "v:imagedata").map(
    ({ attributes }) => attributes["r:link"] ?? attributes["r:href"],
  )
  const src = linked.map((id) => imageAddress(addresses.get(id ?? ""))).find((address) => address !== null) ?? null
  const words = isDecorative || MACHINE_MADE.test(alt) ? "" : alt
  return words === "" && src === null ? null : { alt: words, src }
}

/** A line across the page as Word draws it when somebody inserts one. */
export function isLine(drawing: XmlElement): boolean {
  return within(drawing, "v:rect").some(({ attributes }) => /^t/u.test(attributes["o:hr"] ?? ""))
}

function isOn({ attributes }: XmlElement): boolean {
  return attributes.val !== "0"
}

/** The words of all text boxes below, as blocks. */
export function boxesIn(paragraph: XmlElement): XmlElement[] {
  return within(paragraph, "w:txbxContent").flatMap((box) => box.children.filter((child) => typeof child !== "string"))
}

/** Whether a paragraph has a border above or below. */
export function hasBorder(properties: XmlElement | undefined): boolean {
  return ["w:top", "w:bottom"].some((side) => {
    const border = childAt(properties, "w:pBdr", side)?.attributes["w:val"]
    return border !== undefined && border !== "nil" && border !== "none"
  })
}
