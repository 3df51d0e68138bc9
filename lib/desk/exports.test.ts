/** Exports from the desk: each format as a file, and what goes back to an article's author. */
import { strFromU8, unzipSync } from "fflate"
import { expect } from "vitest"
import { ExportFormat } from "../domain/export-format"
import { editArticle } from "./articles"
import { startThread } from "./comments"
import { addEvidence } from "./evidence"
import { exportArticle, exportForAuthor, type ExportedFile } from "./exports"
import { proposeFix } from "./fixes"
import { decideLegal } from "./legal"
import { askOpinion } from "./opinions"
import { discussed } from "./testing/comment-acts"
import { called } from "./testing/contact-acts"
import { newSource, refused, test, WORDS, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"

/** All that a file says, whatever it is packed in. */
function wordsOf({ body }: ExportedFile): string {
  if (typeof body === "string") return body
  return Object.values(unzipSync(body))
    .map((bytes) => strFromU8(bytes))
    .join("\n")
}

/** A drafted claim of the author's article, with all that the desk keeps to itself. */
async function written(desk: Desk) {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId, articleId } = await desk.claim({ article, words: WORDS.fact })
  const verdict = { rating: "mixed", conclusion: "Half of it is so.", workingNote: "Beware of the clerk." } as const
  await draftVerdict(desk.checker, { claimId, verdict })
  const evidence = { stance: "refutes", locator: "page 3", note: "From the clerk.", excerpt: "It fell." } as const
  await addEvidence(desk.checker, { claimId, source: newSource({ title: "The register" }), evidence })
  const ledger = newSource({ title: "The leaked ledger", confidential: true })
  await addEvidence(desk.editor, { claimId, source: ledger, evidence: { stance: "supports", locator: "folio 40" } })
  await proposeFix(desk.checker, { claimId, wording: "The bridge opened in 1932", reason: "The register says so." })
  await discussed(desk, { articleId, claimId }, "We had this wrong before.")
  await startThread(desk.checker, { articleId, kind: "query", body: "Since when?", about: { claimId } })
  await startThread(desk.editor, { articleId, kind: "legal", body: "They may sue.", about: { claimId } })
  await called(desk.checker, [claimId], { whom: "The bridge keeper" })
  return { articleId, claimId }
}

const KEPT = /clerk|ledger|folio|We had this wrong|They may sue|bridge keeper|hold/

test("what goes back to the author has verdict, fix and query, and nothing that the desk says to itself", async ({
  desk,
}) => {
  const { articleId } = await written(desk)
  const own = wordsOf(
    await exportArticle(desk.editor, articleId, { format: "docx", profile: "internal", legal: "told" }),
  )
  for (const words of ["Beware of the clerk.", "The leaked ledger", "We had this wrong before.", "They may sue."])
    expect(own).toContain(words)
  for (const who of [desk.editor, desk.author]) {
    const file = await exportForAuthor(who, articleId)
    expect(file).toMatchObject({ fileName: expect.stringMatching(/-for-the-author\.docx$/), profile: "internal" })
    for (const words of ["Half of it is so.", "The register", "Since when?", "<w:ins ", "<w:del "])
      expect(wordsOf(file)).toContain(words)
    expect(wordsOf(file).match(KEPT)).toBeNull()
  }
})

test("what goes back to the author is made by editors, the lead and the author alone", async ({ desk }) => {
  const { articleId } = await written(desk)
  for (const who of [desk.viewer, desk.checker])
    await refused(() => exportForAuthor(who, articleId), "forbidden", "policy.article_exportForAuthor")
  await editArticle(desk.editor, { articleId, fields: { leadId: desk.checker.id } })
  expect((await exportForAuthor(desk.checker, articleId)).fileName).toMatch(/docx$/)
  const { id: other } = await desk.article()
  await refused(() => exportForAuthor(desk.author, other), "not-found", "article.notFound")
})

test("nobody learns of a verdict that they may not see yet by any file", async ({ desk }) => {
  const { articleId, claimId } = await written(desk)
  await askOpinion(desk.checker, { claimId, ofId: desk.secondEditor.id })
  const files = ExportFormat.options.map((format) =>
    exportArticle(desk.secondEditor, articleId, { format, profile: "internal", legal: "told" }),
  )
  for (const file of await Promise.all([...files, exportForAuthor(desk.secondEditor, articleId)])) {
    expect(wordsOf(file), file.fileName).not.toMatch(/Half of it|1932|refutes|"context"|,context,|context:/i)
  }
})

test("what is said about legal risk is in a file only where it is asked for, for those who may see it", async ({
  desk,
}) => {
  const { articleId, claimId } = await written(desk)
  await decideLegal(desk.editor, { claimId, decision: "hold", reason: "Counsel asks for time." })
  await editArticle(desk.editor, { articleId, fields: { leadId: desk.checker.id } })
  for (const format of ["docx", "annotations", "bundle"] as const) {
    const words = async (who: typeof desk.editor, legal?: "told") =>
      wordsOf(await exportArticle(who, articleId, { format, profile: "internal", legal }))
    expect(await words(desk.editor), format).not.toContain("They may sue.")
    expect(await words(desk.editor, "told"), format).toContain("They may sue.")
    expect(await words(desk.checker, "told"), format).not.toContain("They may sue.")
  }
})

test("every format is a file of its kind, named after the article", async ({ desk }) => {
  const { articleId } = await desk.approvedClaim()
  const files = await Promise.all(
    ExportFormat.options.map((format) => exportArticle(desk.editor, articleId, { format, profile: "public" })),
  )
  expect(files.map(({ fileName }) => fileName.replace(/^article-\d+/, ""))).toEqual([
    ".md",
    ".critic.md",
    ".html",
    ".docx",
    ".jsonld",
    ".claimreview.json",
    ".csv",
    ".zip",
  ])
  const { fileName } = await exportArticle(desk.editor, articleId, { format: "markdown", profile: "internal" })
  expect(fileName).toMatch(/-internal\.md$/)
})
