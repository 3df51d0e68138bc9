/**
 * XML as a plain tree and back. Document types, and with them entities of a file's own, are refused where they begin;
 * depth and number of elements are bounded. Names carry the prefixes that Word itself uses, whatever the file calls
 * them, and the same ones for both forms of the standard.
 */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from "saxes"
import { broken, tangled, unsafe } from "./refusals"

export interface XmlElement {
  /** `w:p`; a name of an unknown vocabulary has the prefix `?`. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
}

export type XmlNode = XmlElement | string

/** Text boxes in tables in text boxes come to about forty levels; every one is a step of the stack later on. */
const DEEPEST = 200

/** A book of 13,000 paragraphs has some 150,000; a thousand take about five milliseconds on their whole way. */
const MOST_ELEMENTS = 400_000

const MOST_ATTRIBUTES = 200

const OFFICE = "http://schemas.openxmlformats.org/"
const STRICT = "http://purl.oclc.org/ooxml/"
const MICROSOFT = "http://schemas.microsoft.com/office/word/"

const PREFIXES = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, "w"],
  [`${STRICT}wordprocessingml/main`, "w"],
  [`${OFFICE}officeDocument/2006/relationships`, "r"],
  [`${STRICT}officeDocument/relationships`, "r"],
  [`${OFFICE}officeDocument/2006/math`, "m"],
  [`${STRICT}officeDocument/math`, "m"],
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${STRICT}drawingml/wordprocessingDrawing`, "wp"],
  [`${OFFICE}drawingml/2006/main`, "a"],
  [`${STRICT}drawingml/main`, "a"],
  [`${OFFICE}drawingml/2006/picture`, "pic"],
  [`${STRICT}drawingml/picture`, "pic"],
  [`${OFFICE}markup-compatibility/2006`, "mc"],
  [`${OFFICE}package/2006/relationships`, "pr"],
  [`${OFFICE}package/2006/content-types`, "ct"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  [`${MICROSOFT}2010/wordprocessingShape`, "wps"],
  [`${MICROSOFT}2010/wordml`, "w14"],
  [`${MICROSOFT}2012/wordml`, "w15"],
  ["http://schemas.microsoft.com/office/drawing/2017/decorative", "adec"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
])

/** The elements whose text is text; between all others it is only layout. */
const TEXTS = new Set(["w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t"])

/** The root of a part. Refuses `invalid`: `import.word.unsafe`, `import.word.broken`, `import.word.tangled`. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const xml = decoded(bytes)
  refuseCrowded(xml)
  const parser = new SaxesParser({ xmlns: true, position: false })
  const root: XmlElement = { name: "", attributes: {}, children: [] }
  const open = [root]
  const addText = (text: string) => {
    const parent = open.at(-1)
    if (parent && TEXTS.has(parent.name)) parent.children.push(text)
  }
  parser.on("doctype", () => fail(unsafe()))
  parser.on("error", () => fail(broken()))
  parser.on("attribute", countAttributes(parser))
  parser.on("text", addText)
  parser.on("cdata", addText)
  parser.on("opentag", (tag) => {
    if (open.length > DEEPEST) throw tangled()
    const element = { name: nameOf(tag), attributes: attributesOf(tag), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on("closetag", () => open.pop())
  parser.write(xml).close()
  const [only] = root.children
  if (only === undefined || typeof only === "string") throw broken()
  return only
}

/** Counted before anything is made of them. In comments, which Word does not write, they count too. */
function refuseCrowded(xml: string): void {
  let elements = 0
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    if (xml[at + 1] !== "/") elements += 1
    if (elements > MOST_ELEMENTS) throw tangled()
  }
}

function fail(error: Error): never {
  throw error
}

/** The parser looks each new attribute up among those before it. */
function countAttributes(parser: SaxesParser<{ xmlns: true; position: false }>): () => void {
  let attributes = 0
  parser.on("opentagstart", () => {
    attributes = 0
  })
  return () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES) throw tangled()
  }
}

/** UTF-8 or UTF-16: the two that the standard allows. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8"
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw broken()
  }
}

function nameOf({ uri, local }: { uri: string; local: string }): string {
  return `${PREFIXES.get(uri) ?? "?"}:${local}`
}

/** Attributes of no vocabulary of their own keep their bare name. */
function attributesOf(tag: SaxesTagNS): Record<string, string> {
  let attributes = NONE
  for (const attribute of Object.values(tag.attributes)) {
    if (!isKept(attribute)) continue
    if (attributes === NONE) attributes = {}
    attributes[attribute.prefix === "" ? attribute.local : nameOf(attribute)] = attribute.value
  }
  return attributes
}

const NONE: Record<string, string> = {}

/** Word numbers the sessions in which something was typed, on every run. */
function isKept({ prefix, uri, local }: SaxesAttributeNS): boolean {
  return prefix === "" || (PREFIXES.has(uri) && !local.startsWith("rsid"))
}

/** A new element. */
export function element(name: string, attributes: Record<string, string> = {}, children: XmlNode[] = []): XmlElement {
  return { name, attributes, children }
}

/** The elements right below one, in order; with a name, only those of that name. */
export function childrenOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  )
}

/** The first element at the end of a path of names, or undefined. */
export function childAt(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (parent, name) =>
      parent?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name),
    from,
  )
}

/** An attribute of the element at the end of a path. */
export function valueAt(from: XmlElement | undefined, path: string[], attribute = "w:val"): string | undefined {
  return childAt(from, ...path)?.attributes[attribute]
}

/** All elements of some names below one, in document order; not those within another of them. */
export function within(from: XmlElement, ...names: string[]): XmlElement[] {
  return childrenOf(from).flatMap((child) => (names.includes(child.name) ? [child] : within(child, ...names)))
}

/** All text within. */
export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? child : textIn(child))).join("")
}

const WRITTEN = ["w", "r", "w14", "pr", "ct"]
const DECLARED = WRITTEN.map((prefix) => ` xmlns:${prefix}="${uriOf(prefix)}"`).join("")

function uriOf(prefix: string): string {
  return [...PREFIXES].find(([, short]) => short === prefix)?.[0] ?? ""
}

/** The tree as XML, without what belongs to another vocabulary than those of text, relationships and content types. */
export function writeXml(root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(root, out, DECLARED)
  return out.join("")
}

function write({ name, attributes, children }: XmlElement, out: string[], declared: string): void {
  if (!isWritten(name)) return
  const kept = Object.entries(attributes).filter(([key]) => /^\w+$/u.test(key) || isWritten(key) || key === "xml:space")
  out.push(`<${name}${declared}${kept.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>`)
  for (const child of children) {
    if (typeof child === "string") out.push(escaped(child))
    else write(child, out, "")
  }
  out.push(`</${name}>`)
}

function isWritten(name: string): boolean {
  return WRITTEN.includes(name.slice(0, name.indexOf(":")))
}

function escaped(text: string): string {
  return text.replace(/[<>&"\r\n\t]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}
