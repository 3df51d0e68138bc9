/** What the tests of all screens share: the windows that each has to fit into, and the way to one. */
import type { Page } from "@playwright/test"
import { expect } from "./test"

/** An article of the sample desk with claims in every state. */
export const MOSCOW = "A call to Moscow"

export const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 360, height: 740 }

export interface Screen {
  name: string
  open: (page: Page) => Promise<void>
}

/** Goes to an address, which shows that heading. */
export async function go(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeAttached()
}
