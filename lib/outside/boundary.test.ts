/** Which addresses are of the public internet, in all the ways that they can be written. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addressesOf, isPublic, targetOf, type Boundary } from "./boundary"
import { within } from "./testing/site"

const web = within([])

/** The step at which an address is refused, and why; the host that would be asked if it is not. */
function judged(address: string, boundary: Boundary = web): string {
  try {
    return targetOf(address, boundary).url.host
  } catch (error) {
    return String((error as Error).message)
  }
}

describe("addresses in numbers", () => {
  test.each([
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "１２７.０.０.１",
    "127。0。0。1",
    "①②⑦.0.0.①",
    "%31%32%37.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "3232235777",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "0xa9fea9fe",
    "168.63.129.16",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:93.184.216.34]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::8.8.8.8]",
    "[64:ff9b:1::10.0.0.1]",
    "[100::1]",
    "[2001::1]",
    "[2001:0:53aa:64c:0:0:80ff:fffe]",
    "[2001:db8::1]",
    "[2002:7f00:1::]",
    "[2002:c0a8:101::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[3fff::1]",
    "[4000::1]",
    "[::2]",
  ])("%s is not of the public internet", (host) => expect(judged(`http://${host}/`)).toBe("address: private"))

  test.each(["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "1.1.1.1"])("%s is", (host) =>
    expect(judged(`http://${host}/`)).toBe(host),
  )

  test.each(["[2606:4700:4700::1111]", "[2a00:1450:4001:82a::200e]"])("%s is", (host) =>
    expect(judged(`https://${host}/`)).toBe(host),
  )

  test("whatever range is private stays so in every spelling of IPv4", () => {
    const octet = fc.integer({ min: 0, max: 255 })
    const ranges = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
      fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
    )
    fc.assert(
      fc.property(ranges, (parts) => {
        const [a, b, c, d] = parts
        const number = ((a * 256 + b) * 256 + c) * 256 + d
        const hex = (part: number) => part.toString(16).padStart(2, "0")
        const spellings = [
          parts.join("."),
          String(number),
          `0x${number.toString(16)}`,
          `0${number.toString(8)}`,
          parts.map((part) => `0x${part.toString(16)}`).join("."),
          parts.map((part) => `0${part.toString(8)}`).join("."),
          `${a}.${(b * 256 + c) * 256 + d}`,
          `${a}.${b}.${c * 256 + d}`,
          `[::ffff:${parts.join(".")}]`,
          `[64:ff9b::${parts.join(".")}]`,
          `[2002:${hex(a)}${hex(b)}:${hex(c)}${hex(d)}::1]`,
        ]
        for (const spelling of spellings) expect(judged(`http://${spelling}/`)).toBe("address: private")
      }),
    )
  })
})

test.each([
  ["", "address: malformed"],
  ["a page", "address: malformed"],
  ["www.example.org", "address: malformed"],
  ["http://", "address: malformed"],
  ["http://256.1.1.1/", "address: malformed"],
  ["http://[fe80::1%25eth0]/", "address: malformed"],
  ["http://exa mple.org/", "address: malformed"],
  [`https://example.org/${"a".repeat(3_000)}`, "address: malformed"],
  ["ftp://example.org/", "address: scheme"],
  ["file:///etc/passwd", "address: scheme"],
  ["javascript:alert(1)", "address: scheme"],
  ["data:text/html,<p>", "address: scheme"],
  ["gopher://127.0.0.1:25/", "address: scheme"],
  ["http://name:word@example.org/", "address: credentials"],
  ["http://example.org@127.0.0.1/", "address: credentials"],
  ["http://example.org:8080/", "address: port"],
  ["http://example.org:22/", "address: port"],
  ["http://example.org:0/", "address: port"],
  ["http://example.org:443/", "example.org:443"],
  ["https://example.org:443/", "example.org"],
  [" https://example.org/ ", "example.org"],
  ["HTTPS://EXAMPLE.ORG/", "example.org"],
  ["https://bücher.example/ü", "xn--bcher-kva.example"],
  ["https://example.org\\@127.0.0.1/", "example.org"],
])("%s", (address, expected) => expect(judged(address)).toBe(expected))

test("any text is a target of the public web or a refusal", () => {
  const piece = fc.constantFrom(
    "http://",
    "https:",
    "//",
    "@",
    "[",
    "]",
    ":",
    "::1",
    "127.0.0.1",
    "a.example",
    "%",
    "\\",
    "0x7f",
    ".",
    "#",
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 12 }), (pieces) => {
      try {
        const { url } = targetOf(pieces.join(""), web)
        expect(url.protocol).toMatch(/^https?:$/)
        expect(url.username + url.password + url.hash).toBe("")
        expect(url.hostname).not.toMatch(/^(127|0)(\.\d+){3}$|^\[::1]$/)
      } catch (error) {
        expect((error as Error).name).toBe("Stopped")
      }
    }),
    { numRuns: 2_000 },
  )
})

describe("names", () => {
  const names = {
    "good.example": [["93.184.216.34", "2606:4700::1"]],
    "one-bad.example": [["93.184.216.34", "10.0.0.1"]],
    "zone.example": [["fe80::1%eth0"]],
    "odd.example": [["not an address"]],
    "empty.example": [[]],
    "mapped.example": [["::ffff:10.0.0.1"]],
    "cms.example": [["10.0.0.5", "fd00::5", "100.64.0.5"]],
    "cloud.example": [["169.254.169.254"]],
  }
  const lookedUp = (address: string, inside: string[] = []) => {
    const boundary = within(inside, names)
    return addressesOf(targetOf(address, boundary), boundary).then(
      (addresses) => addresses.map((one) => one.address),
      (error: Error) => error.message,
    )
  }

  test.each([
    ["good.example", ["93.184.216.34", "2606:4700::1"]],
    ["one-bad.example", "lookup: private"],
    ["zone.example", "lookup: private"],
    ["odd.example", "lookup: private"],
    ["mapped.example", "lookup: private"],
    ["cms.example", "lookup: private"],
    ["cloud.example", "lookup: private"],
    ["empty.example", "lookup: unknown"],
    ["none.example", "lookup: unknown"],
  ])("%s", async (host, expected) => expect(await lookedUp(`https://${host}/`)).toEqual(expected))

  test("a listed host may be private, though never link-local", async () => {
    const inside = ["cms.example", "cloud.example", "169.254.169.254"]
    expect(await lookedUp("https://cms.example/", inside)).toEqual(["10.0.0.5", "fd00::5", "100.64.0.5"])
    expect(await lookedUp("https://cms.example./", inside)).toBe("lookup: unknown")
    expect(await lookedUp("https://cloud.example/", inside)).toBe("lookup: private")
    expect(judged("http://169.254.169.254/", within(inside))).toBe("address: private")
  })
})

test("a host is listed for the usual ports, or for the one that is named with it", () => {
  const boundary = within(["cms.example", "10.0.0.5:8080", "[fd00::5]"])
  expect(judged("http://cms.example/", boundary)).toBe("cms.example")
  expect(judged("http://cms.example:8080/", boundary)).toBe("address: port")
  expect(judged("http://10.0.0.5:8080/", boundary)).toBe("10.0.0.5:8080")
  expect(judged("http://10.0.0.5/", boundary)).toBe("address: private")
  expect(judged("http://[fd00:0::5]/", boundary)).toBe("[fd00::5]")
  expect(judged("http://sub.cms.example/", boundary)).toBe("sub.cms.example")
})

test("what is no address is not public", () => {
  for (const text of ["", "localhost", "1.2.3.4.5", "::g", "2606:4700::1%x"]) expect(isPublic(text)).toBe(false)
})
