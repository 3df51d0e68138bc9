import { expect, test } from "vitest"
import { deviceOf, linkHolds } from "./account"

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "Chrome", "Windows"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge", "Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605 Version/17.5 Safari/605", "Safari", "macOS"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/140.0 Mobile Safari/604", "Chrome", "iOS"],
  ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"],
  ["curl/8.0", "other", "other"],
  ["", "other", "other"],
])("%s is known by its name", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system })
})

test("a mailed link holds until it is used, and until it ends", () => {
  const link = { expiresAt: new Date(1000), usedAt: null }
  expect(() => linkHolds(link, new Date(999))).not.toThrow()
  expect(() => linkHolds(link, new Date(1000))).toThrow("link.expired")
  expect(() => linkHolds({ ...link, usedAt: new Date(1) }, new Date(999))).toThrow("link.used")
})
