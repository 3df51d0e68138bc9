/** Word files for tests, written part by part: for what no library writes, and for what nobody should. */
import { zip } from "../zip"

const OFFICE = "http://schemas.openxmlformats.org"
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
const MICROSOFT = "http://schemas.microsoft.com/office"

const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}/officeDocument/2006/relationships"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}/drawingml/2006/picture"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  `xmlns:wps="${MICROSOFT}/word/2010/wordprocessingShape"`,
  `xmlns:w14="${MICROSOFT}/word/2010/wordml"`,
  `xmlns:w15="${MICROSOFT}/word/2012/wordml"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ")

export interface Parts {
  /** What stands in the document's body. */
  body?: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  commentsExtended?: string
  /** External addresses, by id. */
  links?: Record<string, string>
  /** More files, or others in the place of those that are made. */
  files?: Record<string, string>
}

const ROOTS = {
  styles: "w:styles",
  numbering: "w:numbering",
  footnotes: "w:footnotes",
  endnotes: "w:endnotes",
  comments: "w:comments",
  commentsExtended: "w15:commentsEx",
} as const

type PartName = keyof typeof ROOTS

/** A Word file of these parts. */
export function docx({ body = "", links = {}, files = {}, ...parts }: Parts): Buffer {
  return zip(filesOf({ body, links, files, ...parts }))
}

/** The files of which it is made, by name. */
export function filesOf({ body = "", links = {}, files = {}, ...parts }: Parts): Map<string, string> {
  const names = (Object.keys(ROOTS) as PartName[]).filter((name) => parts[name] !== undefined)
  const external = Object.entries(links).map(
    ([id, address]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/hyperlink" Target="${address}" TargetMode="External"/>`,
  )
  const made: [string, string][] = [
    ["[Content_Types].xml", contentTypes(names)],
    ["_rels/.rels", relationships([related("r1", "officeDocument", "word/document.xml")])],
    ["word/document.xml", root("w:document", `<w:body>${body}</w:body>`)],
    [
      "word/_rels/document.xml.rels",
      relationships([...names.map((name) => related(name, name, `${name}.xml`)), ...external]),
    ],
    ...names.map((name): [string, string] => [`word/${name}.xml`, root(ROOTS[name], parts[name] ?? "")]),
  ]
  return new Map([...made, ...Object.entries(files)])
}

function root(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${name} ${NAMESPACES}>${content}</${name}>`
}

function related(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
}

function relationships(all: string[]): string {
  return `<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join("")}</Relationships>`
}

function contentTypes(names: string[]): string {
  const overrides = names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${name}+xml"/>`)
  return `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${overrides.join("")}</Types>`
}

/** A run with these words. */
export function r(words: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** A paragraph of this content: runs, or words. */
export function p(content: string, properties = ""): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") || content === "" ? content : r(content)}</w:p>`
}

/** A paragraph style. */
export function style(id: string, name: string, more = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
}

/** The properties of a paragraph with a style. */
export function styled(id: string): string {
  return `<w:pStyle w:val="${id}"/>`
}
