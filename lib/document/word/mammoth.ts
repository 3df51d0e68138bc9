/**
 * mammoth, which knows how Word's text hangs together: fields, symbols, rows and spans, notes. It is given an archive of
 * our own making, with nothing in it but what was checked and put in plain words, and its HTML is not used.
 */
import mammoth from "mammoth"
import { element, writeXml, type XmlElement } from "./xml"
import { zip } from "./zip"

/** What mammoth makes of a document, as far as we use it; its HTML would be made of the same. */
export type WordNode =
  | { type: "paragraph"; children: WordNode[]; alignment: string | null }
  | { type: "run"; children: WordNode[]; font: string | null }
  | { type: "text"; value: string }
  | { type: "tab" }
  | { type: "break"; breakType: "line" | "page" | "column" }
  | { type: "checkbox"; checked: boolean }
  | { type: "hyperlink"; children: WordNode[]; href?: string; anchor?: string }
  | { type: "noteReference"; noteType: "footnote" | "endnote"; noteId: string }
  | { type: "table"; children: WordRow[] }

export interface WordRow {
  type: "tableRow"
  children: WordCell[]
  isHeader: boolean
}

export interface WordCell {
  type: "tableCell"
  children: WordNode[]
  colSpan: number
  rowSpan: number
}

export interface WordNote {
  noteType: "footnote" | "endnote"
  noteId: string
  body: WordNode[]
}

export interface WordDocument {
  children: WordNode[]
  noteOf(reference: { noteType: string; noteId: string }): WordNote | null
}

/** A part in plain words, with the addresses of its links by id. */
export interface PlainPart {
  root: XmlElement
  addresses: Map<string, string>
}

export interface PlainParts {
  document: PlainPart
  footnotes: PlainPart | null
  endnotes: PlainPart | null
}

interface MammothDocument {
  children: WordNode[]
  notes: { resolve(reference: { noteType: string; noteId: string }): WordNote | null }
}

export async function throughMammoth(parts: PlainParts): Promise<WordDocument> {
  let read: MammothDocument | null = null
  await mammoth.convertToHtml(
    { buffer: archiveOf(parts) },
    {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: MammothDocument) => {
        read = document
        return { ...document, children: [], comments: [] }
      },
    },
  )
  const document = read as MammothDocument | null
  return {
    children: document?.children ?? [],
    noteOf: (reference) => document?.notes.resolve(reference) ?? null,
  }
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

function archiveOf({ document, footnotes, endnotes }: PlainParts): Buffer {
  const notes = { footnotes, endnotes }
  const present = Object.entries(notes).flatMap(([name, part]) => (part ? [[name, part] as const] : []))
  const toNotes = present.map(([name]) => related(name, name, `${name}.xml`))
  return zip([
    ["[Content_Types].xml", writeXml(element("ct:Types"))],
    ["_rels/.rels", writeXml(relations([related("main", "officeDocument", "word/document.xml")]))],
    ["word/document.xml", writeXml(document.root)],
    ["word/_rels/document.xml.rels", writeXml(relations([...toNotes, ...linksOf(document)]))],
    ...present.flatMap(([name, part]): [string, string][] => [
      [`word/${name}.xml`, writeXml(part.root)],
      [`word/_rels/${name}.xml.rels`, writeXml(relations(linksOf(part)))],
    ]),
  ])
}

function linksOf({ addresses }: PlainPart): XmlElement[] {
  return [...addresses].map(([id, address]) => related(id, "hyperlink", address))
}

function related(id: string, type: string, target: string): XmlElement {
  return element("pr:Relationship", { Id: id, Type: `${OFFICE}/${type}`, Target: target })
}

function relations(all: XmlElement[]): XmlElement {
  return element("pr:Relationships", {}, all)
}
