/** Pictures with their captions, made into figures: many pages put them into boxes that only their names tell apart. */
import { descendants, isWithin, namesOf, wordsIn } from "./measure"

/** The words of a caption in a box: longer texts are text. */
const LONGEST_CAPTION = 700

/** What ends in a credit is a caption, if it is no longer than captions are. */
const LONGEST_CREDITED = 300

/** A few words below an image, in a block with nothing else; longer ones may be the story beside its picture. */
const LONGEST_UNNAMED = 200

const PICTURE =
  / (?:photos?|images?|img|picture|media|figure|gallery|slideshow|slide|attachment|enhancement|thumbnail|storyimage|wp caption|bild|foto) /u
const CAPTION = / (?:captions?|figcaption|credits?|copyright|bildunterschrift|cutline) /u

/** "(Image: © NASA)", "Credit: Tyvak", "Photo: John Locher, AP" */
const CREDIT =
  /(?:^|[([|] *|\. *)(?:image|photo|picture|credit|image credit|photo credit|foto|bild|quelle|crédits?)(?: courtesy)?(?: by)? *[:©]|^© *\p{Lu}/iu

/** Makes figures of boxes with an image and its caption, and takes away captions that belong to nothing. */
export function settlePictures(root: Element): void {
  for (const image of descendants(root, "img")) settleImage(image)
  for (const box of descendants(root, "*").reverse()) {
    if (root.contains(box) && !isWithin(box, " figure ") && isPictureBox(box)) makeFigure(box)
  }
  for (const figure of descendants(root, "figure")) if (isEmpty(figure)) figure.remove()
  for (const stray of descendants(root, "*")) {
    if (root.contains(stray) && !isWithin(stray, " figure ") && isCaption(stray)) stray.remove()
  }
}

const LATER = ["data-src", "data-original", "data-lazy-src", "data-url", "data-hi-res-src", "data-srcset", "srcset"]

/** Gives an image the address that a script would give it once it is scrolled to; one without any is nothing. */
function settleImage(image: Element): void {
  if (isAddress(image.getAttribute("src"))) return
  const later = LATER.map((name) => /\S+/u.exec(image.getAttribute(name) ?? "")?.[0] ?? null).find(isAddress)
  if (later) image.setAttribute("src", later)
  else image.remove()
}

function isAddress(src: string | null): src is string {
  return src !== null && src !== "" && !/^(?:data|blob|about|javascript):/iu.test(src)
}

function makeFigure(box: Element): void {
  const figure = box.ownerDocument.createElement("figure")
  const caption = box.ownerDocument.createElement("figcaption")
  caption.textContent = wordsIn(box)
  figure.append(...descendants(box, "img"), caption)
  box.replaceWith(figure)
}

function isEmpty(figure: Element): boolean {
  return !["img", "table", "blockquote", "pre"].some((name) => figure.getElementsByTagName(name).length > 0)
}

function isPictureBox(box: Element): boolean {
  if (!/^(?:div|span|section|center|p|td|li|a)$/u.test(box.localName)) return false
  const words = wordsIn(box)
  if (words === "" || words.length > LONGEST_CAPTION || box.getElementsByTagName("figure").length > 0) return false
  if (box.getElementsByTagName("img").length !== 1) return false
  const isCredited = words.length <= LONGEST_CREDITED && CREDIT.test(words)
  return PICTURE.test(namesOf(box)) || isCredited || isImageAbove(box, words)
}

/** An image, and on a line or in an element of its own below it a few words, with nothing else in their block. */
function isImageAbove(box: Element, words: string): boolean {
  if (!/^(?:div|center|p)$/u.test(box.localName) || words.length > LONGEST_UNNAMED) return false
  const blocks = descendants(box, "*").filter(({ localName }) => /^(?:p|div|ul|ol|table|h[1-6])$/u.test(localName))
  const isLoose = Array.from(box.childNodes).some((node) => node.nodeType === 3 && wordsIn(node) !== "")
  const isApart = !isLoose || box.getElementsByTagName("br").length > 0
  return blocks.length <= 1 && isApart && opensWithImage(box)
}

function opensWithImage(box: Element): boolean {
  const first = Array.from(box.childNodes).find((node) => node.nodeType === 1 || wordsIn(node) !== "")
  if (first?.nodeType !== 1) return false
  const element = first as Element
  return element.localName === "img" || (element.getElementsByTagName("img").length > 0 && wordsIn(element) === "")
}

function isCaption(element: Element): boolean {
  if (!/^(?:p|div|span|figcaption|small|li|center)$/u.test(element.localName)) return false
  const words = wordsIn(element)
  if (words.length > LONGEST_CAPTION) return false
  return (
    CAPTION.test(namesOf(element)) ||
    (CREDIT.test(words) && words.length <= LONGEST_CREDITED && element.localName !== "span")
  )
}
