/**
 * Two Markdown texts of one block, and the least stretches in which they differ that split no construct: around them both
 * say the same. Strings and stretches only.
 */
import type { Stretch, Thing } from "./write-pen"

/** Stretches that stand for each other in the two texts, and what they are of. */
export interface Region<Of> {
  of: Of[]
  old: Stretch
  new: Stretch
}

/** A text, the block in it, and the inline constructs of the block. */
export interface Side {
  markdown: string
  block: Stretch
  things: readonly Thing[]
}

/** The regions, in order, made as wide as they have to be, joined where they meet. */
export function regionsIn<Of>(before: Side, after: Side, regions: readonly Region<Of>[]): Region<Of>[] {
  let found = matched(before, after, regions.map(copied))
  for (;;) {
    const wider = widened(before, after, found)
    const isSame = ({ old }: Region<Of>, at: number) =>
      old.start === found[at]?.old.start && old.end === found[at].old.end
    if (wider.length === found.length && wider.every(isSame)) return wider
    found = wider
  }
}

const copied = <Of>({ of, old, new: after }: Region<Of>): Region<Of> => ({
  of: [...of],
  old: { ...old },
  new: { ...after },
})

/** Regions between which both texts say the same. */
function matched<Of>(before: Side, after: Side, regions: Region<Of>[]): Region<Of>[] {
  const result: Region<Of>[] = []
  for (const region of regions) {
    const last = result.at(-1)
    const between = [
      before.markdown.slice(last?.old.end, region.old.start),
      after.markdown.slice(last?.new.end, region.new.start),
    ]
    if (last && (region.old.start < last.old.end || region.new.start < last.new.end || between[0] !== between[1])) {
      result[result.length - 1] = union(last, region)
    } else result.push(region)
  }
  const [first, last] = [result[0], result.at(-1)]
  if (first) startAlike(before, after, first)
  if (last) endAlike(before, after, last)
  return result
}

/** Where they differ beside the outermost regions, these reach to the block's edge. */
function startAlike<Of>(before: Side, after: Side, region: Region<Of>): void {
  const was = before.markdown.slice(before.block.start, region.old.start)
  if (was === after.markdown.slice(after.block.start, region.new.start)) return
  region.old.start = before.block.start
  region.new.start = after.block.start
}

function endAlike<Of>(before: Side, after: Side, region: Region<Of>): void {
  const was = before.markdown.slice(region.old.end, before.block.end)
  if (was === after.markdown.slice(region.new.end, after.block.end)) return
  region.old.end = before.block.end
  region.new.end = after.block.end
}

/** A region that holds a part of a construct holds all of it; what is added on one side is there on the other too. */
function widened<Of>(before: Side, after: Side, regions: readonly Region<Of>[]): Region<Of>[] {
  const reaching = regions.map((region) => {
    const [was, is] = [reachOf(before, region.old), reachOf(after, region.new)]
    return { region, left: Math.max(was.left, is.left), right: Math.max(was.right, is.right) }
  })
  const result: Region<Of>[] = []
  reaching.forEach(({ region, left, right }, at) => {
    const [last, next] = [reaching[at - 1], reaching[at + 1]]
    // What reaches into another region is one with it: only between regions do both texts say the same.
    const isOneWithLast = last && Math.max(left, last.right) > region.old.start - last.region.old.end
    const isOneWithNext = next && Math.max(right, next.left) > next.region.old.start - region.old.end
    const wide = ({ start, end }: Stretch) =>
      isOneWithLast || isOneWithNext ? { start, end } : { start: start - left, end: end + right }
    const wider = { of: region.of, old: wide(region.old), new: wide(region.new) }
    const before = result.at(-1)
    if (before && (isOneWithLast || wider.old.start < before.old.end)) result[result.length - 1] = union(before, wider)
    else result.push(wider)
  })
  return result
}

function reachOf({ things }: Side, { start, end }: Stretch): { left: number; right: number } {
  const reach = { left: 0, right: 0 }
  for (const thing of things) {
    const isWithin = thing.kind === "open" && thing.inner.start <= start && end <= thing.inner.end
    if (isWithin) continue
    if (thing.start < start && start < thing.end) reach.left = Math.max(reach.left, start - thing.start)
    if (thing.start < end && end < thing.end) reach.right = Math.max(reach.right, thing.end - end)
  }
  return reach
}

const union = <Of>(one: Region<Of>, other: Region<Of>): Region<Of> => ({
  of: [...one.of, ...other.of],
  old: around(one.old, other.old),
  new: around(one.new, other.new),
})

const around = (one: Stretch, other: Stretch): Stretch => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})
