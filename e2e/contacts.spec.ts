/** A phone call answers three claims: chosen together, asked once, answered once; and a sum that the claim's figure differs from. */
import { addressOf, cite, importMarkdown, markAll } from "./support/api"
import { expect, expectAccessible, galleyText, listens, test } from "./support/test"

const TEXT =
  "It opened in 1931, the council says. The toll was 3.2 million euros a year. Rents rose by 40 % in four years."

test("a phone call answers three claims, and a calculation shows that a figure is not what was claimed", async ({
  as,
}) => {
  test.slow()
  const id = await importMarkdown(`# A bridge and its toll\n\n${TEXT}`)
  const [, , rise] = await markAll(id, ["opened in 1931", "3.2 million euros", "rose by 40 %"])
  await cite(rise?.id ?? "", { locator: "table 2", source: { title: "Register of rents" } })
  const checker = await as("checker")

  // Asked once, for three claims that were chosen on the list.
  await checker.goto(`/w/sample-desk/claims?article=${id}`)
  await listens(checker)
  await checker.getByLabel("Choose all on this page").check()
  await expect(checker.getByRole("region", { name: "Chosen claims" })).toContainText("3 claims chosen")
  await checker.keyboard.press("Shift+C")
  const call = checker.getByRole("form", { name: "New contact" })
  await expect(call.getByLabel("Whom")).toBeFocused()
  await call.getByLabel("Whom").fill("The council of Arden")
  await call.getByLabel("This is the claimant").check()
  await call.getByLabel("Question").fill("When did it open, what was the toll, and how much have rents risen?")
  await call.getByLabel("Number or address").fill("+49 30 5550 1234")
  await call.getByLabel("Answer wanted by").fill("2020-01-02T14:00")
  await call.getByRole("button", { name: "Save" }).click()
  await expect(call.getByLabel("Answer wanted by")).toBeFocused()
  await expect(call.getByText("The deadline is before the question was asked.")).toBeVisible()
  await expectAccessible(checker)
  await call.getByLabel("Asked", { exact: true }).fill("2020-01-01T09:00")

  // Saved while the letter is still on its way, it waits; stopped, it is not saved without.
  const letter = { name: "what-was-asked.txt", mimeType: "text/plain", buffer: Buffer.from("When did it open?") }
  let open = () => {}
  const way = new Promise<void>((resolve) => (open = resolve))
  await checker.route("**/api/uploads/**", async (route) => {
    await way
    await route.fallback()
  })
  await call.getByLabel("Recording or letter").setInputFiles(letter)
  await call.getByRole("button", { name: "Save" }).click()
  await expect(call.getByText("Saved as soon as the file has come.")).toBeVisible()
  await expectAccessible(checker)
  await call.getByRole("button", { name: "Stop" }).click()
  await expect(call.getByText("Not saved, for the file has not come.")).toBeVisible()
  await call.getByLabel("Recording or letter").setInputFiles(letter)
  await expect(call.getByRole("progressbar", { name: "Sending what-was-asked.txt" })).toBeVisible()
  await call.getByRole("button", { name: "Save" }).click()
  await expect(call.getByText("Saved as soon as the file has come.")).toBeVisible()
  open()
  await expect(checker.getByText("Contact recorded for 3 claims")).toBeVisible()
  const rows = checker.getByRole("table", { name: "Claims of the desk" }).locator("tbody").getByRole("row")
  for (const at of [0, 1, 2]) await expect(rows.nth(at)).toContainText("The council of Arden: no answer since")

  // Answered once, in the galley: it shows on all three.
  await checker.goto(`${addressOf(id)}?claim=1`)
  await expect(galleyText(checker)).toBeVisible()
  const contacts = checker.getByRole("region", { name: "Contacts" })
  await expect(contacts).toContainText("Claimant contacted")
  await expect(contacts).toContainText("Also for claims 2 and 3")
  await contacts.getByRole("button", { name: "Record what came of it" }).click()
  const answer = checker.getByRole("form", { name: "Contact: The council of Arden" })
  await answer.getByLabel("What came of it").selectOption("Disputed")
  await answer.getByLabel("Reply").fill("It opened in 1932.")
  // Nothing typed is lost.
  await checker.reload()
  await expect(answer.getByLabel("Reply")).toHaveValue("It opened in 1932.")
  await answer.getByRole("button", { name: "Save" }).click()
  await expect(contacts).toContainText("Disputed")
  await contacts.getByRole("button", { name: "Add to the explanation" }).click()
  await expect(checker.getByLabel("Explanation")).toHaveValue("Asked by phone, the council of Arden disputed this.")
  await expectAccessible(checker)
  for (const number of [2, 3]) {
    await checker.keyboard.press("Escape")
    await checker.goto(`${addressOf(id)}?claim=${number}`)
    await expect(contacts).toContainText("It opened in 1932.")
  }

  // The sum behind the third claim's figure.
  await listens(checker, "main h2")
  await checker.keyboard.press("b")
  const sum = checker.getByRole("form", { name: "New calculation" })
  await expect(sum.getByLabel("The claim’s figure")).toHaveValue("40 %")
  await sum.getByLabel("What it works out").fill("Rise of rents in four years")
  const first = sum.getByRole("group", { name: "Number 1" })
  await first.getByLabel("Value").fill("8,00")
  await first.getByLabel("Unit").fill("EUR")
  await first.getByLabel("From").selectOption("Register of rents, table 2")
  await sum.getByRole("button", { name: "Add a number" }).click()
  const second = sum.getByRole("group", { name: "Number 2" })
  await second.getByLabel("Value").fill("10.40")
  await second.getByLabel("Unit").fill("people")
  await sum.getByLabel("Formula").fill("change(a, b)")
  await expect(sum.getByRole("status")).toContainText("Units don’t match")
  await second.getByLabel("Unit").fill("euros")
  await expect(sum.getByRole("status")).toContainText("The claim says 40 %: 10 points more than this (33.3 %)")
  await expectAccessible(checker)
  await sum.getByRole("button", { name: "Save" }).click()
  const sums = checker.getByRole("region", { name: "Calculations" })
  await expect(sums).toContainText("Register of rents, table 2")
  await expect(sums).toContainText("not tied to evidence")
  await checker.getByRole("button", { name: "Remove Register of rents" }).click()
  await expect(checker.getByText("The calculation “Rise of rents in four years” rests on this evidence.")).toBeVisible()

  // Sent, the reviewer sees both.
  await checker.getByRole("radio", { name: /^Mostly false/ }).check()
  await checker.getByLabel("Conclusion").fill("Rents rose by 30 per cent.")
  await checker.getByRole("button", { name: "Send to review" }).click()
  await expect(checker.getByRole("button", { name: "Recall" })).toBeVisible()
  const editor = await as("editor")
  await editor.goto(`/w/sample-desk/reviews?article=${id}`)
  const verdict = editor.getByRole("complementary", { name: /verdict/ })
  await expect(verdict).toContainText("It opened in 1932.")
  await expect(verdict).toContainText("+49 30 5550 1234")
  await expect(verdict).toContainText("The claim says 40 %")
  const fetching = editor.waitForEvent("download")
  await verdict.getByRole("link", { name: /what-was-asked\.txt/ }).click()
  expect((await fetching).suggestedFilename()).toBe("what-was-asked.txt")
  await expectAccessible(editor)
})
