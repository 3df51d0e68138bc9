/** Where claims stand after a new text: said yes to, put on other words, withdrawn; and the text written in Stet itself. */
import { addressOf, importMarkdown, markAll, reviseMarkdown } from "./support/api"
import { expect, expectAccessible, galleyText, listens, selectWords, test } from "./support/test"

const BODY = [
  "The minister said that taxes fell by nine percent. Nobody objected.",
  "The bridge opened in 1931, the council says.",
  "It is 412 metres long.",
  "A ferry crosses twice a day.",
].join("\n\n")

test("what a new text did to the claims is decided by keys, one after the other", async ({ as }) => {
  const id = await importMarkdown(`# The bridge and the taxes\n\n${BODY}`)
  await markAll(id, ["taxes fell by nine percent", "1931", "It is 412 metres long.", "crosses twice"])
  await reviseMarkdown(
    id,
    BODY.replace("said that", "denied that").replace("1931", "1913").replace("It is 412 metres long.\n\n", ""),
  )
  const page = await as("checker")
  await page.goto(`${addressOf(id)}/placing`)
  await expect(page.getByText("3 claims wait for a look.")).toBeVisible()
  await listens(page)
  await expectAccessible(page)
  await page.keyboard.press("j")
  await expect(page.getByRole("link", { name: "Claim 3", exact: true })).toBeFocused()
  await page.keyboard.press("j")
  await page.keyboard.press("y")
  await expect(page.getByText("2 claims wait for a look.")).toBeVisible()
  await expect(page.getByRole("link", { name: "Claim 1", exact: true })).toBeFocused()
  await page.keyboard.press("y")
  await expect(page.getByText("1 claim waits for a look.")).toBeVisible()

  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  // What is lost is put on other words, in the text.
  await page.getByRole("link", { name: /^Put it on other words/ }).click()
  await expect(page.getByText("The passage is no longer in the text")).toBeHidden()
  await expect(galleyText(page)).toBeVisible()
  await selectWords(page, "A ferry")
  await page.keyboard.press("m")
  await expect(page.getByRole("complementary", { name: "Chosen claim" }).getByRole("blockquote")).toHaveText("A ferry")
  await page.goto(`${addressOf(id)}/placing`)
  await expect(page.getByText("No claim waits for a look.")).toBeVisible()
})

test("a text is written in Stet: a reload loses nothing, claims follow the steps, and saving is a revision", async ({
  as,
}) => {
  const id = await importMarkdown(`# Written here\n\n${BODY}`)
  await markAll(id, ["taxes fell by nine percent", "1931"])
  const page = await as("checker")
  await page.goto(`${addressOf(id)}/edit`)
  const text = page.getByRole("textbox", { name: "Text of the article" })
  await expect(text).toContainText("The bridge opened in 1931")
  await expectAccessible(page)
  await text.getByText("A ferry crosses twice a day.").click()
  await page.keyboard.press("Home")
  await page.keyboard.type("Each summer ")
  await page.keyboard.press("End")
  await page.keyboard.press("Enter")
  await page.keyboard.type("Nobody counted.")
  await expect(page.getByText("Changed since revision 1")).toBeVisible()
  await page.reload()
  await expect(text).toContainText("Nobody counted.")
  await text.getByText("1931").dblclick()
  await page.keyboard.type("1913")
  await page.getByRole("button", { name: "Save as revision 2" }).click()
  await expect(page.getByRole("heading", { name: "Placing: Written here" })).toBeVisible()
  await expect(page.getByText("1 claim waits for a look. 1 stands where it stood.")).toBeVisible()
  await expect(page.getByRole("listitem").filter({ hasText: "Claim 2" })).toContainText("1913")
})
