/**
 * What Readability leaves in an article that is none of it: links to other articles, invitations, credits, notices.
 * Rules look at one block and where it stands; what only looks odd stays, for words that are missing nobody sees.
 */
import { creditsIn } from "../read-header"
import { descendants, isSentence, isWithin, linkShare, plain, wordsIn } from "./measure"
import type { PageFacts } from "./metadata"
import { announcesRelated, invites, isDated, isShareRow, isStaffCredit } from "./phrases"

/** Invitations and notices are short; a longer text that begins like one is the story. */
const LONGEST_ASIDE = 450

/** A line shorter than this that is no sentence is a label: a heading of what has been cut off, a rubric, a name. */
const LONGEST_LABEL = 60

/** Running text: what ends the head of an article. */
const LEAST_PROSE = 80

/** Pages that consist of such blocks are lists of links by nature, which is what is wanted then. */
const MOST_ASIDES = 0.35

interface Block {
  element: Element
  words: string
}

export function trim(content: Element, facts: PageFacts): void {
  dropLists(content)
  dropAsides(content)
  trimHead(content, facts)
  trimTail(content, facts)
}

const BLOCKS = new Set(
  "p div section article h1 h2 h3 h4 h5 h6 li dt dd blockquote pre center address header footer main td th figure table ul ol dl aside hr".split(
    " ",
  ),
)

/** Blocks with words that hold no other block, in order; tables, figures and code are no one's business here. */
function blocksIn(content: Element): Block[] {
  const blocks: Block[] = []
  collect(content, blocks)
  return blocks
}

/** Adds the blocks at and below the element; gives whether there is any block below. */
function collect(element: Element, blocks: Block[]): boolean {
  let holdsBlock = false
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    const isClosed = / (?:table|figure|pre) /u.test(` ${child.localName} `)
    const isHolder = isClosed || collect(child, blocks) || BLOCKS.has(child.localName)
    holdsBlock ||= isHolder
  }
  const words = holdsBlock || !BLOCKS.has(element.localName) ? "" : wordsIn(element)
  if (words !== "") blocks.push({ element, words })
  return holdsBlock
}

function isHeading({ element }: Block): boolean {
  return /^h[1-6]$/u.test(element.localName)
}

/** "Review", "Opinion Columnist"; in capitals it may be where the story comes from. */
function isRubric(block: Block): boolean {
  const { element, words } = block
  const isShort = words.split(" ").length <= 3 && !/[\d:]/u.test(words)
  return isLabel(block) && isShort && !isShouted(words) && !isHeading(block) && element.localName !== "li"
}

function isLabel({ words }: Block): boolean {
  return words.length <= LONGEST_LABEL && (!isSentence(words) || words.endsWith(":"))
}

/** Lists of links to other articles, with the label above them. */
function dropLists(content: Element): void {
  const lists = [...descendants(content, "ul"), ...descendants(content, "ol")].filter((list) => {
    const items = Array.from(list.children).filter((item) => wordsIn(item) !== "")
    const shares = items.map(linkShare)
    const mean = shares.reduce((sum, share) => sum + share, 0) / items.length
    const isAnnounced = announcesRelated(labelOf(list)?.words ?? "")
    const least = isAnnounced ? 0.3 : 0.6
    return (
      items.length > 0 &&
      shares.every((share) => share > 0) &&
      mean > least &&
      (isAnnounced || !isSentence(wordsIn(items[0] ?? list)))
    )
  })
  if (shareOf(lists, content) > MOST_ASIDES) return
  for (const list of lists) {
    labelOf(list)?.element.remove()
    list.remove()
  }
}

/** The label that stands directly above a list, beside it or in the box before its own. */
function labelOf(list: Element): Block | null {
  const above = list.previousElementSibling ?? list.parentElement?.previousElementSibling
  if (!above || isWithin(above, " li table figure pre ")) return null
  const label = blocksIn(above).at(-1)
  return label && isLabel(label) ? label : null
}

function shareOf(elements: Element[], content: Element): number {
  const all = wordsIn(content).length
  return all === 0 ? 1 : elements.reduce((sum, one) => sum + wordsIn(one).length, 0) / all
}

function dropAsides(content: Element): void {
  const blocks = blocksIn(content)
  const asides: Block[] = []
  for (const [at, block] of blocks.entries()) {
    const above = blocks[at - 1]
    if (isAside(block) || (above && asides.at(-1) === above && isNextLink(block, above))) asides.push(block)
  }
  if (
    shareOf(
      asides.map(({ element }) => element),
      content,
    ) > MOST_ASIDES
  )
    return
  for (const { element } of asides) element.remove()
}

/** Another link below "Don't miss" and what stands there already. */
function isNextLink({ element, words }: Block, above: Block): boolean {
  return announcesRelated(above.words) || linkShare(above.element) > 0.5
    ? linkShare(element) > 0.5 && words.length < 200 && !isSentence(words)
    : false
}

function isAside(block: Block): boolean {
  const { element, words } = block
  if (isShareRow(words)) return true
  if (words.length > LONGEST_ASIDE || isHeading(block) || isWithin(element, " blockquote ")) return false
  return isLink(block) || pointsElsewhere(element, words) || isInvitation(block)
}

/** A paragraph that is one link, or announces others. */
function isLink({ element, words }: Block): boolean {
  const links = linkShare(element)
  if (element.localName !== "li" && links > 0.85 && (!isSentence(words) || isShouted(words))) return true
  return announcesRelated(words) && (links > 0.3 || words.length <= 20)
}

function isInvitation({ element, words }: Block): boolean {
  return invites(words) && (linkShare(element) > 0 || words.length < 200 || /@\w/u.test(words))
}

function isShouted(words: string): boolean {
  return words === words.toUpperCase() && words !== words.toLowerCase()
}

/** "On the Gazette: Mayor resigns", where all behind the colon is one link. */
function pointsElsewhere(element: Element, words: string): boolean {
  const [link, another] = descendants(element, "a")
  if (!link || another || isSentence(words)) return false
  const target = wordsIn(link)
  const before = words.slice(0, words.indexOf(target)).trim()
  return (
    target.split(" ").length >= 4 &&
    before.length <= 30 &&
    before.endsWith(":") &&
    words.replace(/[\s\])]+$/u, "").endsWith(target)
  )
}

/** What stands above the first running text, but headings of the story: the title again, dates, names, rubrics. */
function trimHead(content: Element, facts: PageFacts): void {
  const titles = facts.titles.map(plain)
  for (const block of blocksIn(content)) {
    const { element, words } = block
    const isRepeated = titles.includes(plain(words))
    if (!isRepeated && !isCredit(block, facts) && !isRubric(block)) {
      if (words.length >= LEAST_PROSE || isSentence(words)) return
      continue
    }
    element.remove()
  }
}

function isCredit({ words }: Block, facts: PageFacts): boolean {
  const byline = plain(facts.metadata.byline ?? "")
  return (
    isDated(words) ||
    creditsIn(words) !== null ||
    (byline !== "" && plain(words.replace(/^(?:by|von)\s/iu, "")) === byline)
  )
}

/** From the end up: labels of what was cut off, credits, the author's life, invitations, links. */
function trimTail(content: Element, facts: PageFacts): void {
  for (const block of blocksIn(content).reverse()) {
    if (!isTail(block, facts)) return
    block.element.remove()
  }
}

function isTail(block: Block, facts: PageFacts): boolean {
  const { element, words } = block
  if (isWithin(element, " blockquote ")) return false
  const links = linkShare(element)
  if (isHeading(block) || isLeftOver(block)) return true
  if (words.length > LONGEST_ASIDE) return false
  if (isCredit(block, facts) || isStaffCredit(words) || isLife(words, facts)) return true
  return links > 0.5 || (links > 0 && element.localName === "li" && !isSentence(words)) || asksReaders(words, links)
}

/** A label of what was cut off: a few words, or an address. */
function isLeftOver(block: Block): boolean {
  const { element, words } = block
  if (!isLabel(block) || element.localName === "li") return false
  return (words.split(" ").length <= 3 && !/\d/u.test(words)) || /^\S+(?:@|\.[a-z]{2,}\/)\S+$/iu.test(words)
}

/** "Jane Doe is a reporter for the Gazette." */
function isLife(words: string, facts: PageFacts): boolean {
  const names = (facts.metadata.byline ?? "")
    .split(/,| and | und /u)
    .map((name) => name.trim())
    .filter((name) => name.length > 4)
  return (
    names.some((name) => words.toLowerCase().startsWith(name.toLowerCase())) &&
    / (?:is an?|is the|was an?|has been|covers|writes|joined|ist|schreibt|arbeitet|est|é|es) /u.test(words)
  )
}

function asksReaders(words: string, links: number): boolean {
  if (words.length > 300 || (links === 0 && !/@\w|https?:/u.test(words))) return false
  return /\b(?:twitter|facebook|instagram|newsletters?|e-?mail|follow|subscribe|sign up|contact|forums?|full coverage)\b|@\w/iu.test(
    words,
  )
}
