/**
 * An article's annotations as the W3C's protocol hands them out (Web Annotation Protocol, Recommendation of 23 February
 * 2017): a container to read from, which is a collection in pages, and each annotation by an address of its own. What is
 * in them is the export's.
 */
import { createHash } from "node:crypto"
import { z } from "zod"
import { exportArticle } from "../desk/exports"
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

interface Container {
  /** Ends in a slash. */
  address: string
  context: unknown
  label: unknown
  items: (Json & { id: string })[]
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
  const { items, context } = await containerOf(actor, articleId, query.profile)
  const found = items.find(({ canonical }) => canonical === `urn:uuid:${annotationId}`)
  if (!found) throw refuse("not-found", "http.noSuchThing")
  return answer(request, { "@context": context, ...found }, { link: RESOURCE_LINK })
}

/** The answers to the question what may be done with a container, and with an annotation. */
export const containerOptions = () =>
  new Response(null, { status: 204, headers: { allow: ALLOWED, link: CONTAINER_LINKS } })
export const annotationOptions = () =>
  new Response(null, { status: 204, headers: { allow: ALLOWED, link: RESOURCE_LINK } })

async function containerOf(actor: Actor, articleId: string, profile: Profile | undefined): Promise<Container> {
  const { body } = await exportArticle(actor, articleId, { format: "annotations", profile })
  const exported = JSON.parse(body as string) as { "@context": unknown; label: unknown; items: Container["items"] }
  const address = ourAddress(`/api/v1/articles/${articleId}/annotations/`)
  const view = profile ? `?profile=${profile}` : ""
  const items = exported.items.map((item) => {
    const id = item.id.slice("urn:uuid:".length)
    return { ...item, id: UUID.test(id) ? `${address}${id}${view}` : item.id, canonical: item.id }
  })
  return { address, context: exported["@context"], label: exported.label, items, profile }
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
  const { items, label } = container
  const last = Math.ceil(items.length / PAGE) - 1
  const pages = items.length > 0 && {
    first: minimal ? viewOf(container, iris, 0) : page(container, iris, 0, false),
    last: viewOf(container, iris, last),
  }
  return {
    "@context": [...contextsOf(container), `${LDP}.jsonld`],
    id: viewOf(container, iris),
    type: ["BasicContainer", "AnnotationCollection"],
    ...{ label, total: items.length },
    ...pages,
  }
}

/** A page of the collection; null where there is none. It stands alone or in its collection. */
function page(container: Container, iris: boolean, at: number, alone: boolean): Json | null {
  const { items, label } = container
  const startIndex = at * PAGE
  if (startIndex >= items.length && at > 0) return null
  const shown = items.slice(startIndex, startIndex + PAGE)
  return {
    ...(alone && { "@context": container.context }),
    id: viewOf(container, iris, at),
    type: "AnnotationPage",
    partOf: { id: viewOf(container, iris), type: "AnnotationCollection", label, total: items.length },
    startIndex,
    ...(at > 0 && { prev: viewOf(container, iris, at - 1) }),
    ...(startIndex + PAGE < items.length && { next: viewOf(container, iris, at + 1) }),
    items: iris ? shown.map(({ id }) => id) : shown,
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
