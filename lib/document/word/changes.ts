/**
 * Tracked changes: what somebody inserted, deleted or moved while Word watched. What touches and is one person's is one
 * change, however many pieces Word made of it. Changes of looks alone are none.
 */
import type { TrackedChange } from "../../domain/import"
import { OBJECT } from "../canonical"
import { tangled } from "./refusals"
import { wordsOfRun } from "./runs"
import { childAt, childrenOf, within, type XmlElement } from "./xml"
import { momentOf } from "./moment"

export interface Changes {
  changes: TrackedChange[]
  /** The id of the change that an element of the tree is a piece of; pieces that change no words belong to none. */
  changeOf: Map<XmlElement, string>
}

/** An article rewritten from end to end comes to a few hundred. */
const MOST_CHANGES = 5_000

const WRAPPERS = new Set(["w:ins", "w:del", "w:moveFrom", "w:moveTo"])
const REMOVING = new Set(["w:del", "w:moveFrom", "w:cellDel"])
const PROPERTIES = new Set(["w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblGrid", "w:sdtPr"])

/** The changes in some trees, in their order. Refuses `invalid`, `import.word.tangled`. */
export function changesIn(roots: XmlElement[]): Changes {
  const search = new Search()
  for (const root of roots) search.inside(root, [])
  return search.found()
}

/** The pieces of a change by which a paragraph's mark, a row or a cell is itself inserted or deleted. */
export function ownPieces({ name, ...node }: XmlElement): XmlElement[] {
  const of = (path: string[], names: string[]) => {
    const properties = childAt({ name, ...node }, ...path)
    return properties ? childrenOf(properties).filter((child) => names.includes(child.name)) : []
  }
  if (name === "w:p") return of(["w:pPr", "w:rPr"], [...WRAPPERS])
  if (name === "w:tr") return of(["w:trPr"], ["w:ins", "w:del"])
  return name === "w:tc" ? of(["w:tcPr"], ["w:cellIns", "w:cellDel"]) : []
}

export function isRemoving({ name }: XmlElement): boolean {
  return REMOVING.has(name)
}

export function isWrapper({ name }: XmlElement): boolean {
  return WRAPPERS.has(name)
}

/** Whether what stands below holds only properties, in which the names of changes mean other things. */
export function holdsProperties({ name }: XmlElement): boolean {
  return PROPERTIES.has(name)
}

interface Group {
  author: string | null
  at: string | null
  isMove: boolean
  pieces: XmlElement[]
  removed: string
  added: string
  /** Where it stands in the text with every change accepted; of a move, its first end. */
  from: number
  to: number
  isSettled: boolean
}

class Search {
  private readonly groups: Group[] = []
  private readonly groupOf = new Map<XmlElement, Group>()
  private readonly moves = new Map<string, Group>()
  /** Groups that the next changed words continue, if they are the same person's. */
  private open: Group[] = []
  /** The names of the move that is being walked through, if any, by end. */
  private readonly moveNames = new Map<string, string>()
  private final = ""

  inside(node: XmlElement, pieces: XmlElement[]): void {
    for (const child of childrenOf(node)) this.visit(child, pieces)
  }

  found(): Changes {
    const shown = this.groups.filter(({ removed, added }) => removed + added !== "")
    const ids = new Map(shown.map((group, index) => [group, String(index + 1)]))
    const changeOf = new Map<XmlElement, string>()
    for (const [piece, group] of this.groupOf) {
      const id = ids.get(group)
      if (id !== undefined) changeOf.set(piece, id)
    }
    return { changes: shown.map((group) => this.changeOf(group, ids.get(group) ?? "")), changeOf }
  }

  private visit(node: XmlElement, pieces: XmlElement[]): void {
    if (holdsProperties(node)) return
    if (node.name === "w:p") return this.paragraph(node, pieces)
    if (node.name === "w:r") return this.words(wordsOfRun(node), pieces)
    if (/^w:move(?:From|To)Range(?:Start|End)$/u.test(node.name)) return this.moveRange(node)
    const own = isWrapper(node) ? [node] : ownPieces(node)
    this.inside(node, [...pieces, ...own])
  }

  /** Text boxes come behind their paragraph, as paragraphs of their own. */
  private paragraph(node: XmlElement, pieces: XmlElement[]): void {
    this.inside(node, pieces)
    this.words("\n", [...pieces, ...ownPieces(node)])
    for (const box of within(node, "w:txbxContent")) this.inside(box, pieces)
  }

  private moveRange({ name, attributes }: XmlElement): void {
    const end = name.startsWith("w:moveFrom") ? "w:moveFrom" : "w:moveTo"
    if (name.endsWith("Start")) this.moveNames.set(end, attributes["w:name"] ?? "")
    else this.moveNames.delete(end)
  }

  private words(text: string, pieces: XmlElement[]): void {
    if (pieces.length === 0) {
      if (text !== "") this.open = []
      this.final += text
      return
    }
    const groups = pieces.map((piece) => this.groupFor(piece))
    const from = this.final.length
    if (!pieces.some(isRemoving)) this.final += text
    pieces.forEach((piece, index) => {
      const group = groups[index]
      if (!group) return
      if (isRemoving(piece)) group.removed += text
      else group.added += text
      if (!group.isMove || isFirstEnd(group, piece)) Object.assign(group, spanOf(group, from, this.final.length))
    })
    this.open = [...new Set([...this.open, ...groups])]
  }

  private groupFor(piece: XmlElement): Group {
    const author = piece.attributes["w:author"]?.trim() || null
    const move = /^w:move/u.test(piece.name) ? this.moveNames.get(piece.name) : undefined
    const group =
      this.groupOf.get(piece) ??
      (move === undefined ? this.open.find((each) => !each.isMove && each.author === author) : this.moves.get(move)) ??
      this.begun(author, piece, move)
    if (!this.groupOf.has(piece)) {
      group.pieces.push(piece)
      this.groupOf.set(piece, group)
    }
    return group
  }

  private begun(author: string | null, piece: XmlElement, move: string | undefined): Group {
    if (this.groups.length >= MOST_CHANGES) throw tangled()
    const group: Group = {
      author,
      at: momentOf(piece.attributes["w:date"]),
      isMove: move !== undefined,
      pieces: [],
      removed: "",
      added: "",
      from: -1,
      to: -1,
      isSettled: false,
    }
    this.groups.push(group)
    if (move !== undefined) this.moves.set(move, group)
    return group
  }

  private changeOf(group: Group, id: string): TrackedChange {
    const { author, at, removed, added, isMove } = group
    const kind = isMove ? "move" : removed === "" ? "insertion" : added === "" ? "deletion" : "replacement"
    const before = this.final.slice(Math.max(0, group.from - MOST_CONTEXT), Math.max(0, group.from))
    const after = this.final.slice(Math.max(0, group.to), group.to + MOST_CONTEXT)
    return { id, kind, author, at, before: lastWords(before), removed, added, after: firstWords(after) }
  }
}

function isFirstEnd({ pieces }: Group, piece: XmlElement): boolean {
  return pieces[0]?.name === piece.name
}

function spanOf({ from }: Group, start: number, end: number): { from: number; to: number } {
  return { from: from < 0 ? start : from, to: end }
}

const MOST_CONTEXT = 80

/** The end of what stands before, in its paragraph and from a whole word on. */
function lastWords(text: string): string {
  const line = text.slice(text.lastIndexOf("\n") + 1).replaceAll(OBJECT, "")
  return line.length < MOST_CONTEXT ? line : line.replace(/^\S*\s/u, "")
}

function firstWords(text: string): string {
  const line = (text.split("\n", 1)[0] ?? "").replaceAll(OBJECT, "")
  return line.length < MOST_CONTEXT ? line : line.replace(/\s\S*$/u, "")
}
