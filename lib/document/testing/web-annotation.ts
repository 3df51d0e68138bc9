/**
 * What the W3C asks of Web Annotations, for tests: the musts of the Web Annotation Data Model (Recommendation, 23 February
 * 2017; sections 3.1, 3.2, 4, 4.2, 4.3, 5.2) as its test suite checks them, written anew from the text; and the part of its
 * JSON-LD context that Stet uses, so that expanding needs no network.
 */
import type { JsonLdDocument } from "jsonld"
import { z } from "zod"

/** An absolute URI, in the characters that one may have. */
const Uri = z.string().regex(/^[a-z][a-z0-9+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i)

const oneOrMany = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)])
const DateTime = z.iso.datetime()
const MediaType = z.string().regex(/^(?:application|audio|example|image|multipart|text|video)\//)
const Motivation = z.enum(
  "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split(
    " ",
  ),
)
const Agent = z.looseObject({
  id: Uri.optional(),
  type: oneOrMany(z.enum(["Person", "Organization", "Software"])),
  name: z.string(),
})

const Selector = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("TextQuoteSelector"),
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  z
    .strictObject({ type: z.literal("TextPositionSelector"), start: z.int().nonnegative(), end: z.int().nonnegative() })
    .refine(({ start, end }) => start <= end),
])

const State = z.strictObject({ id: Uri, type: z.literal("TimeState"), sourceDate: DateTime })

/** Section 4: a source, and at least one thing that says which part, state or role of it is meant. */
const SpecificResource = z
  .strictObject({
    type: z.literal("SpecificResource"),
    source: Uri,
    selector: oneOrMany(Selector).optional(),
    state: State.optional(),
    purpose: Motivation.optional(),
    label: z.string().optional(),
  })
  .refine(({ selector, state, purpose }) => selector !== undefined || state !== undefined || purpose !== undefined)

/** Section 3.2.4. */
const TextualBody = z.strictObject({
  type: z.literal("TextualBody"),
  value: z.string(),
  purpose: Motivation,
  format: MediaType,
  language: z.string().optional(),
})

/** Section 3.1; its context is the page's. A body is never empty, and never there together with a `bodyValue`. */
const Annotation = z.strictObject({
  id: Uri,
  type: z.literal("Annotation"),
  motivation: oneOrMany(Motivation),
  created: DateTime.optional(),
  creator: Agent.optional(),
  body: oneOrMany(z.union([SpecificResource, TextualBody])).optional(),
  target: oneOrMany(SpecificResource),
  "stet:claim": z.unknown().optional(),
  "stet:thread": z.unknown().optional(),
})

/** Section 5.2. */
export const AnnotationPage = z.strictObject({
  "@context": z.tuple([z.literal("http://www.w3.org/ns/anno.jsonld"), z.looseObject({ stet: z.string() })]),
  id: Uri,
  type: z.literal("AnnotationPage"),
  label: z.string(),
  "stet:article": z.unknown(),
  items: z.array(Annotation),
})

const OA = "http://www.w3.org/ns/oa#"
const identified = (id: string) => ({ "@id": id, "@type": "@id" })

/** Of the terms at http://www.w3.org/ns/anno.jsonld those that Stet uses, with what they stand for in the vocabulary. */
const CONTEXT = {
  oa: OA,
  id: "@id",
  type: "@type",
  Annotation: `${OA}Annotation`,
  AnnotationPage: "http://www.w3.org/ns/activitystreams#OrderedCollectionPage",
  TextualBody: `${OA}TextualBody`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  TimeState: `${OA}TimeState`,
  Person: "http://xmlns.com/foaf/0.1/Person",
  ...Object.fromEntries(Motivation.options.map((one) => [one, `${OA}${one}`])),
  items: { "@id": "http://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list" },
  body: identified(`${OA}hasBody`),
  target: identified(`${OA}hasTarget`),
  source: identified(`${OA}hasSource`),
  selector: identified(`${OA}hasSelector`),
  state: identified(`${OA}hasState`),
  creator: identified("http://purl.org/dc/terms/creator"),
  motivation: { "@id": `${OA}motivatedBy`, "@type": "@vocab" },
  purpose: { "@id": `${OA}hasPurpose`, "@type": "@vocab" },
  format: "http://purl.org/dc/elements/1.1/format",
  language: "http://purl.org/dc/elements/1.1/language",
  created: { "@id": "http://purl.org/dc/terms/created", "@type": "http://www.w3.org/2001/XMLSchema#dateTime" },
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  start: { "@id": `${OA}start`, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
  end: { "@id": `${OA}end`, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  sourceDate: { "@id": `${OA}sourceDate`, "@type": "http://www.w3.org/2001/XMLSchema#dateTime" },
  name: "http://xmlns.com/foaf/0.1/name",
  label: "http://www.w3.org/2000/01/rdf-schema#label",
}

/** Hands out the context above, and no other document. */
export function offline(url: string): Promise<{ document: JsonLdDocument; documentUrl: string; contextUrl?: string }> {
  if (url !== "http://www.w3.org/ns/anno.jsonld") return Promise.reject(new Error(`no network for ${url}`))
  return Promise.resolve({ document: { "@context": CONTEXT } as JsonLdDocument, documentUrl: url })
}
