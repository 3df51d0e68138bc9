/** How Next builds Stet. The Content-Security-Policy, which needs a nonce for each answer, is made in proxy.ts. */
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import createNextIntlPlugin from "next-intl/plugin"

const root = dirname(fileURLToPath(import.meta.url))

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
]

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Without it Next looks for a lock file in the folders above and may take one for the root.
  turbopack: { root },
  // They load native code or files by their own path, which a bundle would break.
  serverExternalPackages: ["@node-rs/argon2", "mathjs", "pg", "pg-boss", "pino", "pdfjs-dist"],
  // `npm run check` has checked the types already; a second time would double the first start.
  typescript: { ignoreBuildErrors: true },
  // Containers of the W3C's protocol have addresses that end in a slash; all else has one address, without.
  skipTrailingSlashRedirect: true,
  redirects: async () => [{ source: "/:path((?!api/).+)/", destination: "/:path", permanent: true }],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
}

export default createNextIntlPlugin("./lib/messages/request.ts")(config)
