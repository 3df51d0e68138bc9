/** How far the product goes, and as whom, by its settings. */
import { lookup } from "node:dns/promises"
import product from "../../package.json"
import { env } from "../env"
import type { Boundary } from "./boundary"

/** The one place that decides how far the product goes. */
export function boundary(): Boundary {
  const { STET_FETCH_PORTS: ports, STET_FETCH_INSIDE: inside } = env()
  return { ports, inside, lookup: (host) => lookup(host, { all: true, verbatim: true }) }
}

/** Who asks, and where to turn to: this desk's own address, unless another one is set. */
export function userAgent(): string {
  const { STET_CONTACT, NEXTAUTH_URL } = env()
  return `Stet/${product.version} (+${STET_CONTACT || NEXTAUTH_URL})`
}
