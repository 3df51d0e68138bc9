/**
 * An article's annotations as the W3C's protocol hands them out (Web Annotation Protocol, Recommendation of 23 February
 * 2017): a container to read from, which is a collection in pages, and each annotation by an address of its own. What is
 * in them is the export's.
 */
import { createHash } from "node:crypto"
import { z } from "zod"
import { annotationsOf, type Annotations } from "../desk/annotation-pages"
import { ourAddress } from "../desk/secrets"
import { Profile } from "../domain/profile"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { UUID } from "../request"

/** How a page of a container is asked for; the addresses in the answers hold it. */
export const ContainerQuery = z.object({
  profile: Profile.optional(),
  iris: z.enum(["0", "1"]).optional().describe("Addresses alone instead of whole annotations."),
  page: z.coerce.number().int().min(0).max(100_000).optional().describe("From 0; without one, the container itself."),
})
type ContainerQuery = z.output<typeof ContainerQuery>

export const AnnotationQuery = ContainerQuery.pick({ profile: true })

export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const LDP = "http://www.w3.org/ns/ldp"
const OA = "http://www.w3.org/ns/oa"

const ALLOWED = "GET, HEAD, OPTIONS"
const RESOURCE_LINK = `<${LDP}#Resource>; rel="type"`
const CONTAINER_LINKS = [
  `<${LDP}#BasicContainer>; rel="type"`,
  `<http://www.w3.org/TR/annotation-protocol/>; rel="${LDP}#constrainedBy"`,
].join(", ")

/** So many annotations stand in a page. */
const PAGE = 100

type Json = Record<string, unknown>

interface Container extends Annotations {
  /** Ends in a slash. */
  address: string
  profile: Profile | undefined
}

/** The container of an article's annotations, or a page of it. */
export async function containerAnswer(
  actor: Actor,
  articleId: string,
  { request, query }: { request: Request; query: ContainerQuery },
): Promise<Response> {
  const container = await containerOf(actor, articleId, query.profile)
  const wanted = { ...preferred(request, query), page: query.page }
  const value =
    wanted.page === undefined ? collection(container, wanted) : page(container, wanted.iris, wanted.page, true)
  if (!value) throw refuse("not-found", "http.noSuchThing")
  return answer(request, value, {
    "content-location": viewOf(container, wanted.iris, wanted.page),
    link: CONTAINER_LINKS,
  })
}

/** One annotation: of a claim or of a thread, by its id. */
export async function annotationAnswer(
  actor: Actor,
  { articleId, annotationId }: { articleId: string; annotationId: string },
  { request, query }: { request: Request; query: z.output<typeof AnnotationQuery> },
): Promise<Response> {
  const container = await containerOf(actor, articleId, query.profile)
  const at = container.ids.indexOf(`urn:uuid:${annotationId}`)
  if (at < 0) throw refuse("not-found", "http.noSuchThing")
  return answer(request, { "@context": container.context, ...annotation(container, at) }, { link: RESOURCE_LINK })
}

/** The answers to the question what may be done with a container, and with an annotation. The W3C's own tests want 200. */
export const containerOptions = () => new Response("", { headers: { allow: ALLOWED, link: CONTAINER_LINKS } })
export const annotationOptions = () => new Response("", { headers: { allow: ALLOWED, link: RESOURCE_LINK } })

async function containerOf(actor: Actor, articleId: string, profile: Profile | undefined): Promise<Container> {
  const address = ourAddress(`/api/v1/articles/${articleId}/annotations/`)
  return { ...(await annotationsOf(actor, articleId, profile)), address, profile }
}

/** One of them as it is handed out: by its address here; what the export calls it is its canonical name. */
function annotation(container: Container, at: number): Json {
  const item = JSON.parse(container.items[at] ?? "{}") as Json
  return { ...item, id: addressOf(container, at), canonical: container.ids[at] }
}

function addressOf({ address, ids, profile }: Container, at: number): string {
  const canonical = ids[at] ?? ""
  const id = canonical.slice("urn:uuid:".length)
  return UUID.test(id) ? `${address}${id}${profile ? `?profile=${profile}` : ""}` : canonical
}

interface Preference {
  iris: boolean
  minimal: boolean
}

/** What `Prefer` or the address says; else the annotations come whole. */
function preferred(request: Request, { iris }: ContainerQuery): Preference {
  const prefer = request.headers.get("prefer") ?? ""
  const include = /(?:^|[;,\s])include\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(prefer)
  const wanted = (include?.[1] ?? include?.[2] ?? "").split(/\s+/)
  const asIris = wanted.includes(`${OA}#PreferContainedIRIs`) && !wanted.includes(`${OA}#PreferContainedDescriptions`)
  return { iris: iris ? iris === "1" : asIris, minimal: wanted.includes(`${LDP}#PreferMinimalContainer`) }
}

function collection(container: Container, { iris, minimal }: Preference): Json {
  const { ids, label } = container
  const last = Math.ceil(ids.length / PAGE) - 1
  const pages = ids.length > 0 && {
    first: minimal ? viewOf(container, iris, 0) : page(container, iris, 0, false),
    last: viewOf(container, iris, last),
  }
  return {
    "@context": [...contextsOf(container), `${LDP}.jsonld`],
    id: viewOf(container, iris),
    type: ["BasicContainer", "AnnotationCollection"],
    ...{ label, total: ids.length },
    ...pages,
  }
}

/** A page of the collection; null where there is none. Alone it names its collection, in which it may stand too. */
function page(container: Container, iris: boolean, at: number, alone: boolean): Json | null {
  const { ids, label } = container
  const startIndex = at * PAGE
  if (startIndex >= ids.length && at > 0) return null
  const shown = ids.slice(startIndex, startIndex + PAGE).map((_, within) => startIndex + within)
  return {
    ...(alone && { "@context": container.context }),
    id: viewOf(container, iris, at),
    type: "AnnotationPage",
    ...(alone && { partOf: { id: viewOf(container, iris), type: "AnnotationCollection", label, total: ids.length } }),
    startIndex,
    ...(at > 0 && { prev: viewOf(container, iris, at - 1) }),
    ...(startIndex + PAGE < ids.length && { next: viewOf(container, iris, at + 1) }),
    items: shown.map((one) => (iris ? addressOf(container, one) : annotation(container, one))),
  }
}

/** The address of the collection as it is asked for, or of a page of it. */
function viewOf({ address, profile }: Container, iris: boolean, at?: number): string {
  const query = new URLSearchParams({
    ...(profile && { profile }),
    iris: iris ? "1" : "0",
    ...(at !== undefined && { page: String(at) }),
  })
  return `${address}?${query}`
}

const contextsOf = ({ context }: Container): unknown[] => (Array.isArray(context) ? context : [context])

function answer(request: Request, value: Json, more: Record<string, string>): Response {
  const body = JSON.stringify(value)
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`
  const headers = {
    ...{ "content-type": ANNOTATION_TYPE, etag, allow: ALLOWED, vary: "Accept, Authorization, Prefer" },
    ...{ "cache-control": "private, no-cache", ...more },
  }
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""))
  return known.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
