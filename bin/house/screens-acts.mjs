// @ts-check
/** What is done on a screen before its picture is taken. */

/** @typedef {import("./screens.mjs").Place} Place */

/** Waits until words are gone that stand there for a moment. @param {string} words */
export function without(words) {
  return /** @param {Place} place */ ({ page }) => page.getByText(words).first().waitFor({ state: "hidden" })
}

/** @param {string} name */
export function button(name) {
  return /** @param {Place} place */ async ({ page }) => {
    await page.getByRole("button", { name }).first().click()
    await page.getByRole("dialog").waitFor()
    await page.waitForLoadState("networkidle")
  }
}

/** The tables behind the charts. @param {Place} place */
export async function unfold({ page }) {
  for (const fold of await page.locator("summary").all()) await fold.click()
}

/** The board of the article that is open. @param {Place} place */
export async function board({ page }) {
  await page.goto(`${page.url().split("?")[0]}/board`)
  await page.waitForLoadState("networkidle")
}

/** The fixes of the article that is open. @param {Place} place */
export async function fixes({ page }) {
  await page.goto(`${page.url().split("?")[0]}/fixes`)
  await page.waitForLoadState("networkidle")
}

/** The texts of the article that is open. @param {string} [query] */
export function revisions(query = "") {
  return /** @param {Place} place */ async ({ page }) => {
    await page.goto(`${page.url().split("?")[0]}/revisions${query}`)
    await page.waitForLoadState("networkidle")
  }
}

/** @param {Place} place */
export async function finalCheck({ page }) {
  await page.getByRole("button", { name: "Check final" }).click()
  const text = "The ferry is back again\n\nIt carried nine people on its first Monday."
  await page.getByLabel("Text", { exact: true }).fill(text)
  await page.getByLabel("It begins with its headline").check()
  await page.getByRole("button", { name: "Check", exact: true }).click()
  await page.getByRole("region", { name: "Final text" }).waitFor()
}

/** @param {Place} place */
export async function details({ page }) {
  await page.getByRole("button", { name: /^(More|Mehr)$/ }).click()
  await page.getByRole("menuitem", { name: /^(Details|Angaben)/ }).click()
  await page.getByRole("dialog").waitFor()
  await page.waitForLoadState("networkidle")
}

/** @param {Place} place */
export async function rowMenu({ page }) {
  await page
    .getByRole("button", { name: /^More for/ })
    .first()
    .click()
  await page.getByRole("menu").waitFor()
}

/** Each of the outcomes: one that is there already, two that can't be read, and one that gets no answer. @param {Place} place */
export async function importFiles({ page }) {
  const text = "A text nobody has marked\n\nThe library opens at nine. It holds forty thousand books."
  /** @param {string} name @param {string} content */
  const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) })
  await page
    .getByLabel("Choose files to import")
    .setInputFiles([file("the-library.txt", text), file("picture.png", "x")])
  await page.getByText("Already here", { exact: true }).waitFor()
  await page.route("**/api/uploads/**", (route) => route.abort())
  await page
    .getByLabel("Choose files to import")
    .setInputFiles([
      file("empty.md", ""),
      file("a-file-with-a-very-long-name-that-nobody-would-type-twice.md", "A\n\nB."),
    ])
  await page.getByRole("button", { name: /^Try again/ }).waitFor()
}

/** @param {Place} place */
export async function firstSource({ page }) {
  await page.getByRole("table").getByRole("link").first().click()
  await page.getByRole("heading", { name: /rest on it/ }).waitFor()
  await page.waitForLoadState("networkidle")
}

/** @param {Place} place */
export async function editSource(place) {
  await firstSource(place)
  await place.page.getByRole("button", { name: "Edit" }).click()
  await place.page.getByRole("form", { name: "Edit the source" }).waitFor()
}

/** A claim of its own, with a new source, a contact and a calculation being typed. @param {Place} place */
export async function claimForms({ page }) {
  await page.getByRole("textbox", { name: /^Article text/ }).focus()
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("Control+Shift+ArrowRight")
  await page.keyboard.press("h")
  await page.getByRole("region", { name: "Sources" }).getByRole("button", { name: /^Add/ }).click()
  await page.getByRole("combobox", { name: "Source" }).fill("Minutes nobody has")
  await page.getByRole("option", { name: /New source/ }).click()
  await page.getByRole("button", { name: /^Record a contact/ }).click()
  await page.getByRole("form", { name: "New contact" }).waitFor()
  await page.getByRole("button", { name: /^Add a calculation/ }).click()
  await page.getByRole("form", { name: "New calculation" }).waitFor()
}

/** The text of a source that has a file, with words of it selected. @param {Place} place */
export async function reading({ page }) {
  const words = "The bridge is closed.\n\nIt was planned for 6.2 million euros.\n\nIt cost 12.4 million euros."
  await page.getByRole("button", { name: "Add a source" }).click()
  await page
    .getByLabel("Attach a file")
    .setInputFiles({ name: "minutes-of-the-council.txt", mimeType: "text/plain", buffer: Buffer.from(words) })
  await page.getByRole("button", { name: /^Remove minutes/ }).waitFor()
  await page.getByRole("button", { name: "Add to the ledger" }).click()
  await page.getByRole("link", { name: "minutes-of-the-council.txt" }).click()
  await page.getByRole("link", { name: "Download" }).waitFor()
  for (let tries = 0; tries < 20 && (await page.getByText("¶ 3").count()) === 0; tries += 1) await page.reload()
  await page.getByText("It cost 12.4 million euros.").selectText()
  await page.getByRole("region", { name: "Selected words" }).waitFor()
}

/** @param {Place} place */
export async function bell({ page }) {
  await page.getByRole("button", { name: /^Notifications/ }).click()
  await page.getByRole("menu").waitFor()
  await page.waitForLoadState("networkidle")
}

/** @param {Place} place */
export async function refuse({ page }) {
  await page.getByLabel("E-mail").fill("nobody@example.org")
  await page.getByLabel("Password", { exact: true }).fill("not the password")
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByText("do not go together").waitFor()
}

/** @param {Place} place */
export async function overlapMenu({ page }) {
  await page.locator(".claim-mark").nth(6).click()
  await page.getByRole("menu").waitFor()
}

/** @param {Place} place */
export async function goOffline({ page }) {
  await page.context().setOffline(true)
  await page.getByText("can’t be reached").waitFor()
}

/** Its session ends in another tab, and is missed here by the first thing done. @param {Place} place */
export async function goSignedOut({ page }) {
  await page.context().clearCookies({ name: /session-token/ })
  await page.getByRole("textbox", { name: /^Article text/ }).focus()
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("Control+Shift+ArrowRight")
  await page.keyboard.press("h")
  await page.getByText("You are signed out").first().waitFor()
}

/** @param {Place} place */
export async function onPaper({ page }) {
  await page.emulateMedia({ media: "print" })
  await page.locator(".proof").waitFor()
}
