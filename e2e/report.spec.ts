/** A signed-off article is published, reopened, corrected and taken back, as a reader without JavaScript sees it. */
import { addressOf } from "./support/api"
import { approveAnew, articleInReview, decide } from "./support/rounds"
import { expect, expectAccessible, listens, test } from "./support/test"

test("published, corrected, unpublished: what a reader without JavaScript sees", async ({ as, browser }) => {
  const { id, title, claims } = await articleInReview("Public", [2])
  const [sent] = claims
  if (!sent) throw new Error("a claim was asked for")
  await decide("editor", sent.roundId, "approve")

  const owner = await as("owner")
  await owner.goto("/w/sample-desk/settings/publishing")
  await listens(owner)
  await owner.getByRole("checkbox", { name: "What goes out can be published" }).check()
  await owner.getByLabel("Public name").fill("The Harbour Daily")
  await owner.getByLabel("Your website").fill("harbour daily")
  await owner.getByLabel("How you check").fill("We call **everybody** back.")
  await owner.getByRole("button", { name: "Save" }).press("Enter")
  await expect(owner.getByText("Give a whole web address")).toBeVisible()
  await owner.getByLabel("Your website").fill("https://harbour.example.org")
  await owner.getByRole("button", { name: "Save" }).press("Enter")
  await expect(owner.getByRole("link", { name: "Open the public pages" })).toBeVisible()
  await expectAccessible(owner)

  await owner.goto(`${addressOf(id)}/sign-off`)
  await listens(owner)
  await owner.getByRole("button", { name: "Sign off" }).press("Enter")
  const publishing = owner.getByRole("region", { name: "Public report" })
  await publishing.getByRole("button", { name: "Publish", exact: true }).press("Enter")
  await owner.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).press("Enter")
  await expect(publishing.getByText(/Public since/)).toBeVisible()

  const without = await browser.newContext({ javaScriptEnabled: false })
  const reader = await without.newPage()
  await reader.goto("/r/sample-desk")
  await reader.getByRole("link", { name: title }).click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title)
  await reader.getByRole("link", { name: "1", exact: true }).click()
  const notes = reader.getByRole("region", { name: "Notes" })
  const note = notes.getByRole("listitem").filter({ hasText: sent.words })
  await expect(note).toContainText("True")
  await expect(note).toContainText("Count of trees (sample)")
  const report = reader.url().split("#")[0] ?? ""

  await owner.getByRole("form", { name: "Reopen" }).getByLabel("Why").fill("The count has another number.")
  await owner.getByRole("radio", { name: "Changes the verdict" }).check()
  await owner.getByRole("form", { name: "Reopen" }).getByRole("button", { name: "Reopen" }).press("Enter")
  await expect(owner.getByRole("region", { name: "Under review" })).toBeVisible()
  await reader.goto(report)
  await expect(note).toContainText("Under review since")
  await expect(note).toContainText("True")

  await approveAnew(id, "mixed")
  await owner.reload()
  await listens(owner)
  await owner.getByRole("button", { name: "Sign off" }).press("Enter")
  await expect(owner.getByRole("region", { name: "Corrections" })).toBeVisible()

  await reader.goto(report)
  await expect(reader.getByRole("region", { name: "Corrections" })).toContainText("was rated “True”")
  await expect(note).toContainText("Mixed")
  await note.getByRole("link", { name: "This claim on a page of its own" }).click()
  const told = await reader.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(told ?? "")).toMatchObject({ "@type": "ClaimReview", reviewRating: { alternateName: "Mixed" } })
  await reader.getByRole("link", { name: "The version before" }).click()
  await expect(reader.getByText("This is a former version")).toBeVisible()
  await expect(reader.locator(".verdict")).toContainText("True")

  await publishing.getByRole("button", { name: "Take off the web" }).press("Enter")
  await owner.getByRole("dialog").getByRole("button", { name: "Take off the web" }).press("Enter")
  await expect(publishing.getByText(/no longer/)).toBeVisible()
  expect((await reader.goto(report))?.status()).toBe(410)
  await expect(reader.getByRole("heading", { name: "No longer public" })).toBeVisible()
  await without.close()
})
