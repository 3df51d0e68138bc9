/**
 * Citations by paste: fills in a source from what is pasted. Writes nothing, and asks only when a person has asked for it:
 * the server of an address sees that somebody has looked.
 */
import { decodePage, readFacts } from "../document"
import { CalendarDate, WebAddress } from "../domain/article"
import { citationOfBook, citationOfWork, referenceIn, type Citation, type Cite } from "../domain/citation"
import { authorize } from "../domain/policy"
import { refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { askCrossref, askOpenLibrary } from "../outside/catalogues"
import { fetchPage, type NotFetched } from "../outside/fetch-page"
import { asPage } from "./page-types"

/**
 * What a DOI's, an ISBN's or a page's record says of what is pasted. Refuses the field `pasted`, with the step at which a
 * fetch stopped, or where nobody knows it: what was typed is the typist's to keep.
 */
export async function citePasted(actor: Actor, { pasted }: Cite): Promise<Citation> {
  authorize(actor, "source.add")
  const reference = referenceIn(pasted)
  if (!reference) throw refuseField("pasted", "citation.unknown")
  if (reference.kind === "doi") return citeWork(reference.doi)
  if (reference.kind === "isbn") return citeBook(reference.isbn)
  return citePage(reference.url)
}

async function citeWork(doi: string): Promise<Citation> {
  const answered = await askCrossref(doi)
  if (!answered.ok) throw unreached(answered)
  const citation = citationOfWork(answered.answer, doi)
  if (!citation) throw refuseField("pasted", "citation.unknownWork")
  return citation
}

async function citeBook(isbn: string): Promise<Citation> {
  const answered = await askOpenLibrary(isbn)
  if (!answered.ok) throw unreached(answered)
  const citation = citationOfBook(answered.answer, isbn)
  if (!citation) throw refuseField("pasted", "citation.unknownBook")
  return citation
}

async function citePage(address: string): Promise<Citation> {
  const fetched = await asPage(await fetchPage(address))
  if (!fetched.ok) throw unreached(fetched)
  const { bytes, charset, url } = fetched.page
  const facts = await readFacts(decodePage(bytes, charset), url)
  const { title, author, publisher, publishedOn, isStudy } = facts
  return {
    title: title?.slice(0, 500) ?? null,
    author: author?.slice(0, 300) ?? null,
    publisher: publisher?.slice(0, 300) ?? null,
    publishedOn: CalendarDate.safeParse(publishedOn).data ?? null,
    url: WebAddress.safeParse(facts.url).data ?? url,
    kind: isStudy ? "study" : null,
  }
}

function unreached({ step, detail }: NotFetched) {
  return refuseField("pasted", `fetch.${step}`, detail)
}
