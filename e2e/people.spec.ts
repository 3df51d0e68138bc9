/** People come to a desk by a link, keep their account, and leave it at once when their seat is taken. */
import type { Page } from "@playwright/test"
import { Secret, TOTP } from "otpauth"
import { account } from "./support/desk"
import { expect, expectAccessible, listens, test } from "./support/test"

const PASSWORD = "a few words in a row"

test("an invited colleague takes a seat, guards it with a second factor, and is out when it is taken", async ({
  as,
  browser,
}) => {
  const owner = await as("owner")
  await owner.goto("/w/sample-desk/settings/people")
  await listens(owner)
  await owner.getByLabel("E-mail").fill("nina@example.org")
  await owner.getByRole("button", { name: "Invite" }).click()
  const link = await owner.getByLabel("Link for nina@example.org").inputValue()
  await expectAccessible(owner)

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(new URL(link).pathname)
  await expect(page.getByRole("heading", { name: "Welcome to Sample desk" })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel("Your name").fill("Nina Roth")
  await page.getByLabel("Choose a password").fill(PASSWORD)
  await page.getByRole("button", { name: "Take your seat" }).click()
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()

  const code = await setUpSecondFactor(page)
  await page.getByRole("button", { name: "Account of Nina Roth" }).click()
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
  await listens(page)
  await page.getByLabel("E-mail").fill("nina@example.org")
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByLabel("Code").fill(code)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()

  await owner.reload()
  await listens(owner)
  await owner.getByRole("button", { name: "What to do with Nina Roth" }).click()
  await owner.getByRole("menuitem", { name: "Deactivate" }).click()
  await owner.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click()
  await expect(owner.getByText(/^Deactivated on/)).toBeVisible()
  await page.goto("/w/sample-desk/articles")
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible()
  await page.goto("/")
  await expect(page.getByText(/signed in as nina@example.org, but not a member of any desk/)).toBeVisible()

  // The account is theirs all the same.
  await page.getByRole("link", { name: "Your account" }).click()
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible()
  await listens(page)
  await expectAccessible(page)
  await expect(page.getByText("10 recovery codes are left.")).toHaveCount(0)
  await page.getByLabel("Your name").fill("Nina Roth-Vale")
  await page.getByRole("button", { name: "Save name" }).click()
  await expect(page.getByText("Saved.")).toBeVisible()
  await context.close()
})

/** Turns it on in one's account; answers a code to write down. */
async function setUpSecondFactor(page: Page): Promise<string> {
  await page.goto("/w/sample-desk/account")
  await listens(page)
  await expectAccessible(page)
  const part = page.getByRole("region", { name: "Second factor" })
  await part.getByLabel("Password", { exact: true }).fill(PASSWORD)
  await part.getByRole("button", { name: "Set it up" }).click()
  const secret = await page.locator("code").textContent()
  const totp = new TOTP({ secret: Secret.fromBase32((secret ?? "").replaceAll(" ", "")) })
  await page.getByLabel("Code").fill(totp.generate())
  await page.getByRole("button", { name: "Turn on" }).click()
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible()
  await expectAccessible(page)
  const [code] = await page
    .getByRole("listitem")
    .filter({ hasText: /^\w{5}-\w{5}$/ })
    .allTextContents()
  await page.getByRole("button", { name: "I have kept them" }).click()
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible()
  return code ?? ""
}

test("whoever has forgotten their password is told whom to ask where no mails are sent", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByRole("link", { name: "Forgotten your password?" }).click()
  await expect(page.getByRole("heading", { name: "Forgotten password" })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel("E-mail").fill(account("viewer").email)
  await page.getByRole("button", { name: "Mail me a link" }).click()
  await expect(page.getByText(/can’t send mails here/)).toBeVisible()
})
