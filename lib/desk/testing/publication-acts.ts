/** The acts on what readers can read, for the test of all acts and for that of the walls. */
import { publishArticle, readPublication, readPublishing, setPublishing, unpublishArticle } from "../publishing"
import { listPublic, readPublicClaim, readPublicMethod, readPublicReport, readSitemap } from "../public-reports"
import type { Publishing } from "../../domain/publication"
import type { ActCase } from "./act-case"
import type { Desk, NewRound, SentClaim } from "./desk"
import type { Attempt } from "./furnished"
import { signOffArticle } from "../sign-offs"

const others: NonNullable<ActCase["refused"]> = {
  names: ["viewer", "checker", "secondChecker"],
  key: "policy.article_publish",
}

export const IMPRINT = { name: "The Daily", url: "https://daily.example.org", language: "en", method: "" } as const

export const PUBLICATION_ACTS: Record<string, ActCase> = {
  "publishing.publishArticle": {
    arrange: async (desk) => {
      const { articleId } = await signedOn(desk)
      return (who) => publishArticle(who, { articleId })
    },
    by: "editor",
    tells: ["article.published"],
    refused: others,
  },
  "publishing.unpublishArticle": {
    arrange: async (desk) => {
      const { articleId } = await publicClaim(desk)
      return (who) => unpublishArticle(who, { articleId })
    },
    by: "editor",
    tells: ["article.unpublished"],
    refused: others,
  },
  "publishing.setPublishing": {
    arrange: (desk) => (who) => setTo(desk, { ...IMPRINT, publishes: true }, who),
    by: "owner",
    tells: ["workspace.publishing_set"],
    refused: { names: ["viewer", "author", "checker", "editor"], key: "policy.workspace_set" },
  },
}

export const PUBLICATION_ATTEMPTS: Record<string, Attempt> = {
  "publishing.publishArticle": [(who, { articleId }) => publishArticle(who, { articleId }), "not-found"],
  "publishing.unpublishArticle": [(who, { articleId }) => unpublishArticle(who, { articleId }), "not-found"],
  "publishing.setPublishing": [
    async (who) => {
      const seen = await readPublishing(who)
      return setPublishing(who, { publishing: { ...IMPRINT, publishes: false }, seen })
    },
    null,
  ],
  "publishing.readPublishing": [(who) => readPublishing(who), null],
  "publishing.readPublication": [(who, { articleId }) => readPublication(who, articleId), null],
  "public-reports.listPublic": [(_, { desk }) => listPublic(desk.slug, 1), null],
  "public-reports.readPublicReport": [(_, { desk, articleId }) => readPublicReport(desk.slug, articleId), null],
  "public-reports.readPublicClaim": [(_, { desk, claimId }) => readPublicClaim(desk.slug, claimId), null],
  "public-reports.readPublicMethod": [(_, { desk }) => readPublicMethod(desk.slug), null],
  "public-reports.readSitemap": [(_, { desk }) => readSitemap(desk.slug), null],
}

/** Of these modules, what is neither act nor read. */
export const PUBLICATION_PARTS: Record<string, string> = {
  "public-notes.publicNotes": "part of a read, of a version that is public",
  "public-scales.publicScales": "part of a read, of what is public",
}

/** Sets what the desk's public pages say, by its owner where nobody else is named. */
export async function setTo(desk: Desk, publishing: Publishing, who = desk.owner): Promise<Publishing> {
  return setPublishing(who, { publishing, seen: await readPublishing(desk.owner) })
}

/** An approved claim of an article that was signed off at a desk with public pages. */
export async function signedOn(desk: Desk, round: NewRound = {}): Promise<SentClaim> {
  await desk.set({ publishes: true })
  const claim = await desk.approvedClaim(round)
  await signOffArticle(desk.secondEditor, { articleId: claim.articleId, notices: [] })
  return claim
}

/** The same, published. */
export async function publicClaim(desk: Desk, round: NewRound = {}): Promise<SentClaim> {
  const claim = await signedOn(desk, round)
  await publishArticle(desk.editor, { articleId: claim.articleId })
  return claim
}
