/** Puts the errors of undici and of the network into the steps that an editor can be told. */
import { Stopped } from "./fetched"

/** The step at which `error` stopped a request; a bug, which is none of them, is thrown on. */
export function stoppedBy(error: unknown, seconds: number): Stopped {
  if (error instanceof Stopped) return error
  const code = codeOf(error)
  if (code === null) throw error
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new Stopped("size", "headers")
  if (isTimeout(code)) return new Stopped("time", "slow", { seconds })
  if (isTls(code)) return new Stopped("connection", "certificate")
  return new Stopped("connection", REASONS[code] ?? "broken")
}

const REASONS: Record<string, string> = {
  HTTPParserError: "garbled",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
}

/** Null for what is no error of a network. Of several addresses that failed, each with an error, the first one's. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error.name === "TimeoutError" || error.name === "HTTPParserError") return error.name
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === "string") return code
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause)
}

function isTimeout(code: string): boolean {
  return ["TimeoutError", "ETIMEDOUT"].includes(code) || /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$/.test(code)
}

function isTls(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH|INVALID_CA)|SELF_SIGNED/.test(code)
}
