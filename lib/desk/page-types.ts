/** What was fetched is taken for what it is, and not for what its server calls it. */
import { pageTypeOf } from "../document"
import type { Fetched, Looked, NotFetched } from "../outside/fetch-page"

/** What a look came to, its page under its true type; one that is neither page nor document stopped at the step `type`. */
export async function asItIs(looked: Looked): Promise<Looked> {
  return looked.ok && looked.page === null ? looked : asFetched(looked)
}

/** The same of a page that is to be read as one: a document, whatever its server calls it, stopped there too. */
export async function asPage(fetched: Fetched): Promise<Fetched> {
  const found = await asFetched(fetched)
  if (!found.ok || found.page.contentType !== "application/pdf") return found
  return stopped(found.page.url, { reason: "other", type: found.page.contentType })
}

async function asFetched(fetched: Fetched): Promise<Fetched> {
  if (!fetched.ok) return fetched
  const { bytes, charset, contentType: said, url } = fetched.page
  const found = await pageTypeOf({ bytes, said, charset })
  if (found.type !== null) return { ok: true, page: { ...fetched.page, contentType: found.type } }
  return stopped(url, { reason: "lies", says: said, type: found.is || "unknown" })
}

function stopped(url: string, detail: { reason: string; type: string; says?: string }): NotFetched {
  return { ok: false, step: "type", detail: { host: new URL(url).hostname, ...detail } }
}
