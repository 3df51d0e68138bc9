/** Walks a plan: imports an article, marks its claims in the order of the text, then does with each what its plan says. */
import { readFile } from "node:fs/promises"
import { editArticle, readArticle } from "../lib/desk/articles"
import { markClaims } from "../lib/desk/claims"
import { importArticle } from "../lib/desk/imports"
import { formatOfFile, type EditArticle, type ImportMetadata } from "../lib/domain/article"
import { MarkClaims, type ClaimChanges } from "../lib/domain/claim"
import type { Actor } from "../lib/domain/workspace"
import type { People, Post } from "./people"
import { placeOf } from "./quotes"
import type { Step } from "./steps"

export interface ClaimPlan {
  /** Words of the article that occur in it exactly once; several of them make one claim of several spans. */
  quotes: [string, ...string[]]
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
}

/** A time so many hours from now, on the hour: the samples' deadlines lie ahead whenever they are made. */
export function inHours(hours: number): string {
  const time = new Date(Date.now() + hours * 3_600_000)
  time.setUTCMinutes(0, 0, 0)
  return time.toISOString()
}

/** Does what the plan says, one act after the other. */
export async function walk(people: People, plan: ArticlePlan): Promise<void> {
  const articleId = await importSample(people, plan)
  const marked = await markPlanned(people[plan.marker], articleId, plan.claims)
  for (const [index, { steps }] of plan.claims.entries()) {
    let claim = marked[index]
    for (const step of steps) if (claim) claim = await step(people, claim)
  }
}

async function importSample(people: People, { file, importer, given, set }: ArticlePlan): Promise<string> {
  const bytes = await readFile(new URL(`articles/${file}`, import.meta.url))
  const format = formatOfFile(file)
  const article = { bytes, format, fileName: file, origin: "file", given: given(people) } as const
  const { articleId } = await importArticle(people[importer], article)
  await editArticle(people[importer], { articleId, fields: set(people) })
  return articleId
}

async function markPlanned(actor: Actor, articleId: string, plans: ClaimPlan[]) {
  const { revision } = await readArticle(actor, articleId)
  const claims = plans.map(({ quotes, fields }) => {
    return { spans: quotes.map((quote) => placeOf(revision.text, quote)), fields }
  })
  return markClaims(actor, MarkClaims.parse({ articleId, revisionId: revision.id, claims }))
}
