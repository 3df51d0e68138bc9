/** The heaviest of blocks that stand in the same order in both texts. */
import { weightOf, type Block } from "./pairs"
import type { Words } from "./words"

/** `blocks` are in the order of `one`; so is the answer. Takes n log n for n blocks. */
export function heaviestChain(blocks: Block[], one: Words): Block[] {
  const byOther = blocks.map((_, index) => index).sort((a, b) => (blocks[a]?.other ?? 0) - (blocks[b]?.other ?? 0))
  const rank = new Int32Array(blocks.length)
  byOther.forEach((index, place) => (rank[index] = place + 1))
  const heaviest = new Float64Array(blocks.length)
  const before = new Int32Array(blocks.length).fill(-1)
  const best = bestUpTo(heaviest)
  let last = -1
  blocks.forEach((block, index) => {
    const previous = best.upTo((rank[index] ?? 0) - 1)
    before[index] = previous
    heaviest[index] = (heaviest[previous] ?? 0) + weightOf(one, block.one, block.one + block.length)
    best.put(rank[index] ?? 0, index)
    if (last < 0 || (heaviest[index] ?? 0) > (heaviest[last] ?? 0)) last = index
  })
  const chain: Block[] = []
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const block = blocks[index]
    if (block) chain.unshift(block)
  }
  return chain
}

/** A binary indexed tree: of the indices put so far at ranks up to one, that with the highest value; -1 for none. */
function bestUpTo(value: Float64Array) {
  const tree = new Int32Array(value.length + 1).fill(-1)
  const better = (a: number, b: number) => (b >= 0 && (a < 0 || (value[b] ?? 0) > (value[a] ?? 0)) ? b : a)
  return {
    put(rank: number, index: number) {
      for (let at = rank; at < tree.length; at += at & -at) tree[at] = better(tree[at] ?? -1, index)
    },
    upTo(rank: number): number {
      let found = -1
      for (let at = rank; at > 0; at -= at & -at) found = better(found, tree[at] ?? -1)
      return found
    },
  }
}
