/** Walks a plan: imports an article, marks its claims in the order of the text, then does with each what its plan says. */
import { readFile } from "node:fs/promises"
import { editArticle, readArticle } from "../lib/desk/articles"
import { markClaim } from "../lib/desk/claims"
import { markCoverage } from "../lib/desk/coverage"
import { importArticle } from "../lib/desk/imports"
import { publishArticle, readPublishing, setPublishing } from "../lib/desk/publishing"
import { signOffArticle } from "../lib/desk/sign-offs"
import { formatOfFile, type EditArticle, type ImportMetadata } from "../lib/domain/article"
import type { AnnotatedArticle } from "../lib/domain/annotated-article"
import type { ClaimChanges } from "../lib/domain/claim"
import type { Actor } from "../lib/domain/workspace"
import type { People, Post } from "./people"
import { placeOf } from "./quotes"
import type { Step } from "./steps"

export interface ClaimPlan {
  /** Words of the article that occur in it exactly once; several of them make one claim of several spans. */
  quotes: [string, ...string[]]
  /** Who marks it; the article's marker if nobody else. */
  marker?: Post
  fields: ClaimChanges
  steps: Step[]
}

export interface ArticlePlan {
  /** In `seeds/articles`; its ending says how it is read. */
  file: string
  importer: Post
  marker: Post
  given: (people: People) => ImportMetadata
  /** What an editor sets after the import. */
  set: (people: People) => EditArticle["fields"]
  claims: ClaimPlan[]
  /** Words of the sentences that its marker has read and found nothing to check in. */
  nothingToCheck: string[]
  /** What becomes of the whole article then. */
  after?: Ending[]
}

type Ending = (people: People, articleId: string) => Promise<unknown>

/** Lets the article go out, whole. */
export function signsOff(by: Post): Ending {
  return (people, articleId) => signOffArticle(people[by], { articleId, notices: [] })
}

/** Opens the desk's public pages, and lets everybody read the article there. */
export function publishes(opener: Post, by: Post): Ending {
  return async (people, articleId) => {
    const seen = await readPublishing(people[opener])
    const method = `Every claim is checked by one person and reviewed by another. ${MADE_UP}`
    const publishing = { ...seen, publishes: true, name: "Sample desk", method }
    await setPublishing(people[opener], { publishing, seen })
    const actor = { ...people[by], settings: { ...people[by].settings, publishes: true } }
    await publishArticle(actor, { articleId })
  }
}

const MADE_UP = "This desk is a sample: its articles, its claims and its sources were made up."

/** A time so many hours from now, on the hour: the samples' deadlines lie ahead whenever they are made. */
export function inHours(hours: number): string {
  const time = new Date(Date.now() + hours * 3_600_000)
  time.setUTCMinutes(0, 0, 0)
  return time.toISOString()
}

/** Does what the plan says, one act after the other. */
export async function walk(people: People, plan: ArticlePlan): Promise<void> {
  const articleId = await importSample(people, plan)
  const article = await readArticle(people[plan.importer], articleId)
  const { revision } = article
  for (const { quotes, marker = plan.marker, fields, steps } of plan.claims) {
    const spans = quotes.map((quote) => placeOf(revision.text, quote))
    let claim = await markClaim(people[marker], { articleId, revisionId: revision.id, spans, fields })
    for (const step of steps) claim = await step(people, claim)
  }
  await passOver(people[plan.marker], article, plan.nothingToCheck)
  for (const end of plan.after ?? []) await end(people, articleId)
}

async function passOver(marker: Actor, article: AnnotatedArticle, quotes: string[]): Promise<void> {
  if (quotes.length === 0) return
  const { revision, sentences } = article
  const places = quotes.map((quote) => placeOf(revision.text, quote))
  const read = sentences.filter(({ start, end }) => places.some((place) => start < place.end && place.start < end))
  const ordinals = read.map(({ ordinal }) => ordinal)
  const mark = "nothing_to_check"
  await markCoverage(marker, { articleId: article.id, revisionId: revision.id, sentences: ordinals, mark })
}

async function importSample(people: People, { file, importer, given, set }: ArticlePlan): Promise<string> {
  const bytes = await readFile(new URL(`articles/${file}`, import.meta.url))
  const format = formatOfFile(file)
  const article = { bytes, format, fileName: file, origin: "file", given: given(people) } as const
  const { articleId } = await importArticle(people[importer], article)
  await editArticle(people[importer], { articleId, fields: set(people) })
  return articleId
}
