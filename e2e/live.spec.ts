/** What colleagues do shows on the pages of others without being asked for, and who else is there; what one types stays. */
import type { Page } from "@playwright/test"
import { addressOf, ask, importMarkdown, markAll, reviseMarkdown } from "./support/api"
import { account, rows } from "./support/desk"
import { withSecondServer } from "./support/second-server"
import { expect, galleyText, listens, test } from "./support/test"

const ARTICLE = "The ferry sails again\n\nThe ferry carries 300 people. It was built in 1978.\n"

const claims = (page: Page) => page.getByRole("listbox", { name: /claims/i }).getByRole("option")
const present = (page: Page) => page.getByTitle(/^Here now: /).first()

async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(galleyText(page)).toBeVisible()
  await listens(page)
}

/** What is saved as a claim's statement. */
async function statementOf(claimId: string | undefined): Promise<string | undefined> {
  return (await rows<{ statement: string }>(`SELECT "statement" FROM "Claim" WHERE "id" = $1`, [claimId]))[0]?.statement
}

/** Keeps back what a page saves, and asks for, until it is let go: so that somebody else is first for certain. */
async function holdSaves(page: Page): Promise<() => void> {
  let letGo = () => {}
  const free = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/\/articles\/[^/]+$/, async (route) => {
    if (route.request().method() === "POST") await free
    await route.continue()
  })
  return letGo
}

test("a colleague’s claim, words and edits come by themselves, and who is there is shown", async ({ as }) => {
  const articleId = await importMarkdown(ARTICLE)
  const [checker, editor] = [await as("checker"), await as("editor")]
  await open(editor, addressOf(articleId))
  await open(checker, addressOf(articleId))
  await expect(present(editor)).toHaveAttribute("title", `Here now: ${account("checker").name}`)
  await expect(present(checker)).toHaveAttribute("title", `Here now: ${account("editor").name}`)

  const [claim] = await markAll(articleId, ["carries 300 people"])
  await expect(claims(editor)).toHaveCount(1)
  await expect(claims(checker)).toHaveCount(1)
  await claims(checker).first().click()
  await expect(claims(editor).first()).toContainText("is here")

  await claims(editor).first().click()
  const statement = editor.getByLabel("Statement")
  const letGo = await holdSaves(editor)
  await statement.fill("The ferry takes 300 people")
  await ask("checker", "PATCH", `/claims/${claim?.id}`, {
    body: { statement: "The ferry carries 310 people." },
    version: 1,
  })
  letGo()
  await expect(editor.getByRole("alert").filter({ hasText: "The ferry carries 310 people." })).toBeVisible()
  await expect(statement).toHaveValue("The ferry takes 300 people")
  await editor.getByRole("button", { name: "Keep mine" }).click()
  await expect.poll(() => statementOf(claim?.id)).toBe("The ferry takes 300 people")
  await expect(checker.getByLabel("Statement")).toHaveValue("The ferry takes 300 people")

  await ask("checker", "POST", `/claims/${claim?.id}/comments`, {
    body: { kind: "note", body: "The shipping line says so." },
  })
  await expect(editor.getByText("The shipping line says so.")).toBeVisible()

  await checker.goto("/w/sample-desk/articles")
  await expect(present(editor)).toBeHidden()
})

test("several tabs share one connection, and another takes over when its tab is closed", async ({ as }) => {
  const articleId = await importMarkdown(ARTICLE)
  const first = await as("editor")
  const asked: string[] = []
  const context = first.context()
  context.on("request", (request) => {
    if (/\/api\/live\/[^/]+\?/.test(request.url())) asked.push(request.url())
  })
  await open(first, addressOf(articleId))
  await expect.poll(() => asked.length).toBe(1)
  const second = await context.newPage()
  await open(second, addressOf(articleId))
  await markAll(articleId, ["carries 300 people"])
  await expect(claims(first)).toHaveCount(1)
  await expect(claims(second)).toHaveCount(1)
  expect(asked).toHaveLength(1)
  await first.close()
  await expect.poll(() => asked.length).toBe(2)
  await markAll(articleId, ["built in 1978"])
  await expect(claims(second)).toHaveCount(2)
})

test("a colleague at another server of the same database sees it too, is seen, and catches up after being offline", async ({
  as,
}) => {
  const articleId = await importMarkdown(ARTICLE)
  const [checker, editor] = [await as("checker"), await as("editor")]
  await open(checker, addressOf(articleId))
  await withSecondServer(async (url) => {
    await open(editor, url + addressOf(articleId))
    await expect(present(editor)).toHaveAttribute("title", `Here now: ${account("checker").name}`)
    await expect(present(checker)).toHaveAttribute("title", `Here now: ${account("editor").name}`)
    await markAll(articleId, ["carries 300 people"])
    await expect(claims(editor)).toHaveCount(1)
    await claims(editor).first().click()
    await expect(claims(checker).first()).toContainText("is here")
    await editor.getByLabel("Statement").fill("The ferry takes 300 people")
    await claims(checker).first().click()
    await expect(checker.getByLabel("Statement")).toHaveValue("The ferry takes 300 people")
    await editor.context().setOffline(true)
    await markAll(articleId, ["built in 1978"])
    await expect(claims(checker)).toHaveCount(2)
    await expect(claims(editor)).toHaveCount(1)
    await editor.context().setOffline(false)
    await expect(claims(editor)).toHaveCount(2)
  })
})

test("another text takes nothing away from whoever types, and a claim that goes is spoken of", async ({ as }) => {
  const articleId = await importMarkdown(ARTICLE)
  const [claim] = await markAll(articleId, ["carries 300 people"])
  const editor = await as("editor")
  await open(editor, addressOf(articleId))
  await claims(editor).first().click()
  const statement = editor.getByLabel("Statement")
  await statement.fill("The ferry takes")
  await reviseMarkdown(articleId, "The ferry sails again\n\nIt is new.\n\nThe ferry carries 300 people, they say.\n")
  await expect(editor.getByText("This article has a new revision.")).toBeVisible()
  await expect(statement).toBeFocused()
  await expect(statement).toHaveValue("The ferry takes")
  await editor.getByRole("button", { name: "Show it now" }).click()
  await expect(galleyText(editor)).toContainText("It is new.")
  await expect(editor.getByLabel("Statement")).toHaveValue("The ferry takes")
  await expect.poll(() => statementOf(claim?.id)).toBe("The ferry takes")
  await expect(editor.getByLabel("Statement")).toHaveValue("The ferry takes")
  const path = `/claims/${claim?.id}`
  const { version } = await ask<{ version: number }>("checker", "GET", path)
  await ask("checker", "DELETE", path, { body: { reason: "It says nothing." }, version })
  await expect(editor.getByText("Claim 1, which was open here, was withdrawn.")).toBeVisible()
})
