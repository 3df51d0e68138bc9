/** Where a redirect may lead; fetch-within.test.ts follows them on real servers. */
import { expect, test } from "vitest"
import { targetOf } from "./boundary"
import { redirected } from "./redirect"
import { within } from "./testing/site"

const boundary = within(["cms.example", "127.0.0.1:4300"])

/** The address that a page at `address` passes on to, or why it may not. */
function passedOn(address: string, location: string, before: string[] = []): string {
  const from = targetOf(address, boundary)
  try {
    return redirected(location, from, boundary, { host: "", redirects: [...before, from.url.href], movedTo: null }).url
      .href
  } catch (error) {
    return (error as Error).message
  }
}

test.each([
  ["http://paper.example/a", "https://paper.example/a", "https://paper.example/a"],
  ["https://paper.example/a/b", "../c#d", "https://paper.example/c"],
  ["https://paper.example/a", "//www.paper.example/", "https://www.paper.example/"],
  ["https://paper.example/a", "https://short.example/", "https://short.example/"],
  ["https://paper.example/a", "", "redirect: loop"],
  ["https://paper.example/a", "#part", "redirect: loop"],
  ["https://paper.example/a", "http://paper.example/a", "redirect: downgrade"],
  ["https://paper.example/a", "http://other.example/", "redirect: downgrade"],
  ["https://paper.example/a", "https://127.0.0.1/", "redirect: private"],
  ["https://paper.example/a", "//0x7f.1/", "redirect: private"],
  ["https://paper.example/a", "https://paper.example:8443/", "redirect: port"],
  ["https://paper.example/a", "https://a@paper.example/", "redirect: credentials"],
  ["https://paper.example/a", "data:text/html,a", "redirect: scheme"],
  ["https://paper.example/a", "https://[", "redirect: malformed"],
])("from %s to %s", (address, location, expected) => expect(passedOn(address, location)).toBe(expected))

test("an address that was there before closes a circle", () => {
  expect(passedOn("https://b.example/", "https://a.example/", ["https://a.example/"])).toBe("redirect: loop")
})

test("a host that is listed as inside is reached from inside or by name, never from the internet", () => {
  expect(passedOn("http://cms.example/a", "/b")).toBe("http://cms.example/b")
  expect(passedOn("http://cms.example/a", "http://127.0.0.1:4300/")).toBe("http://127.0.0.1:4300/")
  expect(passedOn("http://cms.example/a", "http://paper.example/")).toBe("http://paper.example/")
  expect(passedOn("http://paper.example/a", "http://cms.example/")).toBe("redirect: private")
  expect(passedOn("http://paper.example/a", "http://127.0.0.1:4300/")).toBe("redirect: private")
})
