/** Word's lists: which paragraphs are items of one, how deep, and the numbers that they show. */
import { childAt, childrenOf, valueAt, type XmlElement } from "./xml"
import type { Styles } from "./styles"

export interface Item {
  /** Items of one list share it. */
  list: string
  level: number
  ordered: boolean
  number: number
}

export interface Numbering {
  /** The item that a paragraph with these properties is; to be asked for each paragraph once, in order. */
  next(properties: XmlElement | undefined): Item | null
}

interface Level {
  format: string
  start: number
}

interface List {
  /** Lists that are continuations of each other share their counters. */
  counters: string
  levels: Map<number, Level>
  /** Levels that begin anew with this list. */
  restarts: Map<number, number>
  abstract: XmlElement | undefined
}

const DEEPEST = 8
const HIGHEST_NUMBER = 999_999

export function numberingIn(root: XmlElement | null, styles: Styles): Numbering {
  const lists = listsIn(root, styles)
  const counters = new Map<string, (number | undefined)[]>()
  const restarted = new Set<string>()
  return {
    next(properties) {
      const found = placeOf(properties, styles, lists)
      const level = found?.list.levels.get(found.level)
      if (!found || !level || level.format === "none") return null
      const { list, id } = found
      const counter = counters.get(list.counters) ?? []
      counters.set(list.counters, counter)
      const restart = restarted.has(`${id} ${found.level}`) ? undefined : list.restarts.get(found.level)
      restarted.add(`${id} ${found.level}`)
      const last = counter[found.level]
      const number = restart ?? (last === undefined ? level.start : Math.min(last + 1, HIGHEST_NUMBER))
      counter.length = found.level
      counter[found.level] = number
      return { list: id, level: found.level, ordered: level.format !== "bullet", number }
    },
  }
}

/** What a paragraph says itself counts before what its style says, number and level each. */
function placeOf(properties: XmlElement | undefined, styles: Styles, lists: Map<string, List>) {
  const own = childAt(properties, "w:numPr")
  const styleId = valueAt(properties, ["w:pStyle"])
  const styled = styles.numberingOf(styleId)
  const id = valueAt(own, ["w:numId"]) ?? valueAt(styled, ["w:numId"])
  const list = id === undefined ? undefined : lists.get(id)
  if (!list || id === undefined) return null
  const level = valueAt(own, ["w:ilvl"]) ?? valueAt(styled, ["w:ilvl"]) ?? levelOfStyle(list, styleId)
  return { id, list, level: clamp(Number(level ?? 0), 0, DEEPEST) }
}

/** A level can name the style whose paragraphs are on it. */
function levelOfStyle({ abstract }: List, styleId: string | undefined): string | undefined {
  if (!abstract || styleId === undefined) return undefined
  return childrenOf(abstract, "w:lvl").find((level) => valueAt(level, ["w:pStyle"]) === styleId)?.attributes["w:ilvl"]
}

function listsIn(root: XmlElement | null, styles: Styles): Map<string, List> {
  const by = (name: string, id: string) =>
    new Map((root ? childrenOf(root, name) : []).map((each) => [each.attributes[id] ?? "", each]))
  const abstracts = by("w:abstractNum", "w:abstractNumId")
  const nums = by("w:num", "w:numId")
  /** A list can be described by a style, which names a list in its turn. */
  const described = (id: string, steps: number): XmlElement | undefined => {
    const abstract = abstracts.get(valueAt(nums.get(id), ["w:abstractNumId"]) ?? "")
    const style = valueAt(abstract, ["w:numStyleLink"])
    const linked = style === undefined || steps > 3 ? undefined : styles.listOf(style)
    return linked === undefined ? abstract : described(linked, steps + 1)
  }
  return new Map([...nums].map(([id, num]) => [id, listOf(num, described(id, 0))]))
}

function listOf(num: XmlElement, abstract: XmlElement | undefined): List {
  const levels = new Map((abstract ? childrenOf(abstract, "w:lvl") : []).map(levelOf))
  const restarts = new Map<number, number>()
  for (const override of childrenOf(num, "w:lvlOverride")) {
    const at = levelNumber(override)
    const own = childAt(override, "w:lvl")
    if (own) levels.set(at, levelOf(own)[1])
    const start = valueAt(override, ["w:startOverride"])
    if (start !== undefined) restarts.set(at, numberIn(start))
  }
  return { counters: abstract?.attributes["w:abstractNumId"] ?? "", levels, restarts, abstract }
}

function levelOf(level: XmlElement): [number, Level] {
  const format = valueAt(level, ["w:numFmt"]) ?? "decimal"
  return [levelNumber(level), { format, start: numberIn(valueAt(level, ["w:start"]) ?? "1") }]
}

function levelNumber({ attributes }: XmlElement): number {
  return clamp(Number(attributes["w:ilvl"] ?? 0), 0, DEEPEST)
}

function numberIn(written: string): number {
  return clamp(Number(written), 0, HIGHEST_NUMBER)
}

function clamp(value: number, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : least
}
