/**
 * What Word's styles say that the schema can hold: which paragraphs are titles, headings, quotes and captions, which
 * characters are bold or code. Styles are known by their names in several languages, else by what they are based on.
 */
import { childAt, childrenOf, valueAt, type XmlElement } from "./xml"

export type Role = "text" | "title" | "dek" | "quote" | "caption" | "code" | "contents" | { heading: number }

export interface Look {
  bold: boolean
  italic: boolean
  strike: boolean
  raised: "superscript" | "subscript" | null
  code: boolean
  /** Nobody sees it. */
  hidden: boolean
}

interface Style {
  id: string
  name: string
  basedOn: string | undefined
  element: XmlElement
}

export interface Styles {
  /** The role of a paragraph with these properties. */
  roleOf(properties: XmlElement | undefined): Role
  /** How characters with these properties look, for what they say themselves and their character style does. */
  lookOf(properties: XmlElement | undefined): Look
  /** The numbering that a paragraph's style brings along. */
  numberingOf(styleId: string | undefined): XmlElement | undefined
  /** The list that a numbering style describes. */
  listOf(styleId: string): string | undefined
  /** The language that the text is in where it says nothing. */
  language: string | null
}

/** Based on each other longer than this, styles go round in a circle. */
const LONGEST_CHAIN = 20

export function stylesIn(root: XmlElement | null): Styles {
  const styles = new Map<string, Style>()
  for (const found of root ? childrenOf(root, "w:style") : []) {
    const style = styleOf(found)
    const key = keyOf(found.attributes["w:type"], style.id)
    if (!styles.has(key)) styles.set(key, style)
  }
  const chain = (type: string, id: string | undefined) => chainOf(styles, type, id)
  return {
    roleOf: (properties) => roleOf(properties, chain("paragraph", valueAt(properties, ["w:pStyle"]))),
    lookOf: (properties) => lookOf(properties, chain("character", valueAt(properties, ["w:rStyle"]))),
    numberingOf: (id) =>
      chain("paragraph", id)
        .map(({ element }) => childAt(element, "w:pPr", "w:numPr"))
        .find(Boolean),
    listOf: (id) => valueAt(styles.get(keyOf("numbering", id))?.element, ["w:pPr", "w:numPr", "w:numId"]),
    language: valueAt(root ?? undefined, ["w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"]) ?? null,
  }
}

const keyOf = (type: string | undefined, id: string) => `${type ?? "paragraph"} ${id}`

function styleOf(element: XmlElement): Style {
  const id = element.attributes["w:styleId"] ?? ""
  return { id, name: valueAt(element, ["w:name"]) ?? id, basedOn: valueAt(element, ["w:basedOn"]), element }
}

/** The style and those that it is based on; one that is nowhere described is only its id. */
function chainOf(styles: Map<string, Style>, type: string, id: string | undefined): Style[] {
  const chain: Style[] = []
  for (let next = id; next !== undefined && chain.length < LONGEST_CHAIN; next = chain.at(-1)?.basedOn) {
    const style = styles.get(keyOf(type, next))
    chain.push(
      style ?? { id: next, name: next, basedOn: undefined, element: { name: "", attributes: {}, children: [] } },
    )
  }
  return chain
}

function roleOf(properties: XmlElement | undefined, chain: Style[]): Role {
  const named = chain.map(({ name, id }) => roleNamed(name) ?? roleNamed(id)).find((role) => role !== null)
  if (named) return named
  const levels = [properties, ...chain.map(({ element }) => childAt(element, "w:pPr"))]
  const level = Number(levels.map((each) => valueAt(each, ["w:outlineLvl"])).find((value) => value !== undefined) ?? 9)
  return level >= 0 && level < 9 ? { heading: Math.min(level + 1, 6) } : "text"
}

/** In the languages that Word names or abbreviates its own styles in, and as newsrooms name theirs. */
const NAMED: [RegExp, Role][] = [
  [/^(?:title|titel|titre|título|titolo|headline|schlagzeile|document ?title)$/u, "title"],
  [
    /^(?:subtitle|untertitel|sous-?titre|subtítulo|sottotitolo|dek|deck|standfirst|vorspann|unterzeile|teaser)$/u,
    "dek",
  ],
  [
    /^(?:(?:intense|intensives?|block) ?)?(?:quotes?|quotations?|zitat|block ?text|citation|cita|citazione)(?: ?(?:intense|intensa|destacada))?$/u,
    "quote",
  ],
  [
    /^(?:caption|beschriftung|bildunterschrift|légende|légende|didascalia|leyenda|epígrafe|figure|image ?caption|captioned ?figure)$/u,
    "caption",
  ],
  [
    /^(?:html (?:pre)?formatted|html preformatted|html ?vorformatiert|html-?préformaté|preformatted ?text|source ?code|code|quelltext|macro ?text)$/u,
    "code",
  ],
  [
    /^(?:toc ?\d|toc ?heading|verzeichnis ?\d|inhaltsverzeichnis(?:überschrift)?|contents ?\d|contents ?heading|tm ?\d)$/u,
    "contents",
  ],
]

const HEADING = /^(?:heading|ü?berschrift|titre|título|ttulo|titolo|kop|rubrik|heading ?numbered) ?(\d)$/u

function roleNamed(name: string): Role | null {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[_\s]+/gu, " ")
    .trim()
  const level = Number(HEADING.exec(plain)?.[1] ?? 0)
  if (level > 0) return { heading: Math.min(level, 6) }
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

const CODE =
  /^(?:html ?(?:code|keyboard|typewriter|sample|variable|schreibmaschine)|(?:inline ?|source ?)?code(?: ?char)?|verbatim ?char|source ?text|quelltext)$/u
const STRONG = /^(?:strong|intense ?emphasis|fett)$/u
const EMPHASIS = /^(?:emphasis|intense ?emphasis|hervorhebung)$/u

function lookOf(properties: XmlElement | undefined, chain: Style[]): Look {
  const layers = [properties, ...chain.map(({ element }) => childAt(element, "w:rPr"))]
  const names = chain.map(({ name }) => name.toLowerCase())
  const isOn = (toggle: string) => {
    const said = layers.map((layer) => childAt(layer, toggle)).find((layer) => layer !== undefined)
    return said && !["0", "false", "off", "none"].includes(said.attributes["w:val"] ?? "")
  }
  const raised = layers.map((layer) => valueAt(layer, ["w:vertAlign"])).find((value) => value !== undefined)
  return {
    bold: isOn("w:b") ?? names.some((name) => STRONG.test(name)),
    italic: isOn("w:i") ?? names.some((name) => EMPHASIS.test(name)),
    strike: isOn("w:strike") || isOn("w:dstrike") || false,
    raised: raised === "superscript" || raised === "subscript" ? raised : null,
    code: names.some((name) => CODE.test(name)),
    hidden: isOn("w:vanish") ?? false,
  }
}
