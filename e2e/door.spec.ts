/** Signing in and out, and what no page may do. */
import { account } from "./support/desk"
import { expect, signIn, openArticles, test } from "./support/test"

test("signing out everywhere ends the sessions of other browsers", async ({ as }) => {
  const here = await as("viewer")
  const there = await as("viewer")
  for (const page of [here, there]) await openArticles(page)
  await here.getByRole("button", { name: /^Account of/ }).click()
  await here.getByRole("menuitem", { name: "Sign out everywhere" }).click()
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click()
  await expect(here.getByRole("heading", { name: "Sign in" })).toBeVisible()
  await there.reload()
  await expect(there.getByRole("heading", { name: "Sign in" })).toBeVisible()
  await signIn(there, "viewer")
})

test("an unknown e-mail and a wrong password get the same answer", async ({ page }) => {
  const answers: (string | null)[] = []
  for (const email of ["nobody@example.org", account("author").email]) {
    await page.goto("/sign-in")
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password", { exact: true }).fill("wrong wrong wrong")
    await page.getByRole("button", { name: "Sign in" }).click()
    answers.push(await page.getByText(/do not go together/).textContent())
  }
  expect(answers[0]).toBe(answers[1])
})

test("an author sees only their own article, and nothing of the desk's controls and its people", async ({ as }) => {
  const page = await as("author")
  await openArticles(page)
  const own = page.getByRole("link", { name: /Borrow a tomato/ })
  await expect(own).toBeVisible()
  const sent = await (await page.request.get((await own.getAttribute("href")) ?? "")).text()
  expect(sent).toContain("Borrow a tomato")
  expect(sent).not.toContain(account("viewer").name)
  await expect(page.getByRole("link", { name: /A call to Moscow/ })).toHaveCount(0)
  await expect(page.getByRole("button", { name: "Import files" })).toHaveCount(0)
  await expect(page.getByRole("link", { name: /^Review/ })).toHaveCount(0)
})

test("pages carry a policy with a nonce of their own and run no script without it", async ({ request }) => {
  const [first, second] = await Promise.all([request.get("/sign-in"), request.get("/sign-in")])
  const policy = first.headers()["content-security-policy"] ?? ""
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toBe(second.headers()["content-security-policy"])
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ""
  const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
})

test("a stranger is sent to the door, and back to where they wanted to go", async ({ page }) => {
  await page.goto("/w/sample-desk/reviews")
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
  const { email, password } = account("editor")
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page).toHaveURL(/\/w\/sample-desk\/reviews$/)
})
