/**
 * What surrounds an article on its page, told by what its elements are and are called: menus, forms, share and newsletter
 * boxes, bylines, comments, lists of other articles. Names are words that many systems use, never one site's own.
 */
import { descendants, isWithin, linkShare, namesOf, proseIn, wordsIn } from "./measure"

/** Nothing in these is the article's text, wherever they stand. */
const FURNITURE = new Set(
  "nav form button input select textarea dialog menu label noscript progress output datalist".split(" "),
)

const ROLES = / (?:navigation|search|dialog|menu|menubar|complementary|contentinfo|banner|alert|tablist|toolbar) /u

const NAMES = new RegExp(
  ` (?:${[
    // Finding one's way
    "nav|navbar|navigation|subnav|topnav|menu|submenu|breadcrumbs?|sidebar|pagination|pager|toolbar|skip|masthead",
    // Other articles
    "related|recirc|recirculation|recommended|recommendations?|trending|popular|outbrain|taboola|mostread|most read",
    "more stories|more news|read more|read next|up next|also read|see also|further reading|more from|latest news",
    // Asking for something
    "newsletters?|signup|sign up|singup|subscribe|subscription|cta|paywall|promo|promos|promotion|sponsored|sponsor",
    "advert|adverts|advertisement|advertising|ad|ads|cookies?|consent|popup|modal|donate|donation",
    // Sharing and talking
    "share|sharing|sharebar|addthis|addtoany|social links|social|comments|commentlist|respond|disqus|feedback",
    // Who and when
    "byline|author bio|bio|about author|author box|author info|authors?|print header|tag list|tags|timestamp",
    "d none|visually hidden|screen reader text|sr only|hidden print|print only|noprint|no print",
  ].join("|")}) `,
  "u",
)

/** What is called so is only taken away while it holds less than this of the page's prose: names deceive. */
const MOST_PROSE = 0.2

/** Takes away what is certainly not the article's. */
export function clearFurniture(body: Element, headline: Element | null): void {
  const most = proseIn(body) * MOST_PROSE
  for (const element of descendants(body, "*")) {
    if (!body.contains(element) || !isFurniture(element)) continue
    if (headline && (element.contains(headline) || headline.contains(element))) continue
    if (proseIn(element) <= most && !holdsQuotation(element)) element.remove()
  }
}

function isFurniture(element: Element): boolean {
  const role = ` ${element.getAttribute("role") ?? ""} `
  if (FURNITURE.has(element.localName) || ROLES.test(role)) return true
  if (element.localName === "aside" || element.hasAttribute("hidden")) return true
  return NAMES.test(namesOf(element))
}

/** An embedded post of a network is quoted, however its box is called. */
function holdsQuotation(element: Element): boolean {
  return element.localName !== "nav" && element.getElementsByTagName("blockquote").length > 0
}

/** The text of a card: longer ones are sections of the article. */
const LONGEST_CARD = 300

/** Takes away cards of other articles: at least three boxes of one kind side by side, each a linked image and a few words. */
export function clearCards(body: Element): void {
  for (const box of descendants(body, "*")) {
    const cards = Array.from(box.children).filter(isCard)
    const [first] = cards
    const alike = cards.filter((card) => card.localName === first?.localName && card.className === first.className)
    if (alike.length >= 3) for (const card of alike) card.remove()
  }
}

function isCard(element: Element): boolean {
  if (!/^(?:div|li|section|article|a)$/u.test(element.localName) || wordsIn(element).length > LONGEST_CARD) return false
  if (element.getElementsByTagName("figcaption").length > 0 || linkShare(element) === 0) return false
  return descendants(element, "img").some((image) => isWithin(image, " a "))
}
