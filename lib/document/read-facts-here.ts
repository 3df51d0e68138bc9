/** What a web page says of itself, for whoever cites it: on the spot. Use `readFacts`, which bounds it. */
import { MOST_BYTES, tooLarge } from "./limits"
import { descendants } from "./page/measure"
import { factsOf } from "./page/metadata"
import { pageOf, refuseTangledSource } from "./page/parse"

/** As the page has them, each null where it does not say. The date is a calendar day, or whatever stands in its place. */
export interface CitedFacts {
  title: string | null
  author: string | null
  publisher: string | null
  publishedOn: string | null
  url: string | null
  /** Whether it is a page of a journal, which names its articles so that they can be cited. */
  isStudy: boolean
}

/** What `html`, from `address`, says of itself. Refuses as `readFacts` does, but knows no bound of time. */
export function readFactsHere({ html, address }: { html: string; address: string }): CitedFacts {
  if (html.length > MOST_BYTES) throw tooLarge()
  const clean = html.replaceAll("\0", "").replace(/\p{Cs}/gu, "\uFFFD")
  refuseTangledSource(clean)
  const page = pageOf(clean, address)
  const { titles, metadata } = factsOf(page, address)
  const cited = journalTags(page.document)
  const firstOf = (...said: (string | null | undefined)[]) => said.find(Boolean) ?? null
  const studied = cited("citation_title")
  const dates = ["citation_publication_date", "citation_online_date", "citation_date"].flatMap(cited)
  const journals = ["citation_journal_title", "citation_publisher"].flatMap(cited)
  return {
    title: firstOf(...studied, ...titles),
    author: firstOf(cited("citation_author").map(inOrder).join(", "), metadata.byline),
    publisher: firstOf(...journals, metadata.publisher),
    publishedOn: firstOf(...dates.map((date) => date.replaceAll("/", "-")), metadata.publishedOn),
    url: firstOf(metadata.sourceUrl),
    isStudy: studied.length > 0,
  }
}

/** The tags that journals write for those who cite them; authors have one each. */
function journalTags(document: Document): (name: string) => string[] {
  const tags = descendants(document, "meta").map((tag) => ({
    name: (tag.getAttribute("name") ?? tag.getAttribute("property") ?? "").toLowerCase(),
    content: (tag.getAttribute("content") ?? "").replace(/\s+/gu, " ").trim(),
  }))
  return (name) => tags.filter((tag) => tag.name === name && tag.content !== "").map(({ content }) => content)
}

/** "Lee, Ann" as people are named. */
function inOrder(name: string): string {
  const [family = "", given = "", ...rest] = name.split(", ")
  return given === "" || rest.length > 0 ? name : `${given} ${family}`
}
