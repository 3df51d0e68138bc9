/**
 * The arrows of the house: anchor → domain → document → desk → app, each importing only what stands to its left.
 * Every rule's comment says what to do instead. Tests, and the testing folders beside the code, may look further.
 */

const TEST = "(\\.test\\.tsx?$|/testing/)"
const DESK = "^lib/desk/"
const SERVICES = "^lib/(db|jobs|live)\\.ts$|^lib/outside/"
const DOORS = "^lib/(entry|auth|listening)\\.ts$"
const CLIENT = "^(prisma/client/|node_modules/(@prisma/|prisma/|pg/))"

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, severity: "error", comment, from, to })

/** @type {import("dependency-cruiser").IConfiguration} */
const config = {
  forbidden: [
    forbid(
      "no-cycles",
      "Two modules that need each other are one idea, or hide a third: move what both need into a module to their left.",
      { pathNot: TEST },
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "anchor-knows-strings-only",
      "lib/anchor imports nothing of ours: hand it strings and spans, and let the caller know what they mean.",
      { path: "^lib/anchor/", pathNot: TEST },
      { path: "^(lib|app|components|prisma|seeds|bin)/", pathNot: "^lib/anchor/" },
    ),
    forbid(
      "domain-is-pure",
      "lib/domain imports lib/anchor alone: pass in what the rule needs as a value, and load it in lib/desk.",
      { path: "^lib/domain/", pathNot: TEST },
      { path: "^(lib|app|components|prisma|seeds|bin)/", pathNot: "^lib/(domain|anchor)/" },
    ),
    forbid(
      "document-is-headless",
      "lib/document imports anchor and domain: let lib/desk load and store, and pass documents in and text out.",
      { path: "^lib/document/", pathNot: TEST },
      { path: "^(lib|app|components|prisma|seeds|bin)/", pathNot: "^lib/(document|domain|anchor)/" },
    ),
    forbid(
      "pure-without-io",
      "anchor, domain and document do no I/O: read the file or ask the network in lib/desk or lib/outside, pass the result in.",
      { path: "^lib/(anchor|domain|document)/", pathNot: TEST },
      { path: "^(node:)?(fs|net|http|https|child_process|dns|tls)(/|$)" },
    ),
    forbid(
      "threads-in-one-room",
      "lib/document/worker alone keeps a thread: give it a job there, and call the reading room.",
      { path: "^lib/(anchor|domain|document)/", pathNot: `${TEST}|^lib/document/worker/` },
      { path: "^(node:)?worker_threads(/|$)" },
    ),
    forbid(
      "desk-below-the-doors",
      "lib/desk must run without Next: take the actor and the input as arguments; lib/entry.ts turns results into answers.",
      { path: DESK, pathNot: TEST },
      {
        path: `^node_modules/(next|next-auth|next-intl|react|react-dom|server-only)/|${DOORS}|^lib/api/|^(app|components|seeds|bin)/`,
      },
    ),
    forbid(
      "api-beside-the-doors",
      "lib/api gives the desk's inputs and views the API's names: requests go in, plain values come out, the route answers.",
      { path: "^lib/api/", pathNot: TEST },
      {
        path: `^node_modules/(next|next-auth|next-intl|react|react-dom|server-only)/|${DOORS}|^(app|components|seeds|bin)/`,
      },
    ),
    forbid(
      "api-for-its-routes",
      "lib/api is for the routes below app/api/v1: screens use the desk's own views.",
      { pathNot: ["^lib/api/", "^app/api/v1/", TEST] },
      { path: "^lib/api/" },
    ),
    forbid(
      "services-for-the-desk",
      "Only lib/desk uses the database, jobs, live updates and the outside: write an act or a read there and call that.",
      { pathNot: [DESK, "^lib/(db|jobs|live)\\.ts$", "^lib/outside/", TEST, "^(bin|seeds|e2e)/"] },
      { path: SERVICES },
    ),
    forbid(
      "services-stay-below",
      "What the desk stands on does not know the desk: pass what it needs as arguments.",
      { path: SERVICES, pathNot: TEST },
      { path: `^lib/(desk|messages)/|${DOORS}|^(app|components)/` },
    ),
    forbid(
      "one-way-out",
      "Ask lib/outside/fetch-page.ts: how far a fetch may go is decided there, by the settings, and nowhere else.",
      { pathNot: [TEST, "^lib/outside/"] },
      {
        path: "^lib/outside/(fetch-within|post-within|settings|boundary|connection)\\.ts$|^node_modules/(undici|ipaddr\\.js)/",
      },
    ),
    forbid(
      "prisma-in-the-desk",
      "Only lib/db.ts, lib/live.ts and lib/desk know Prisma and Postgres: write a read in lib/desk that returns a view type of lib/domain.",
      { pathNot: [DESK, "^lib/(db|live)\\.ts$", TEST, "^prisma/", "^prisma\\.config\\.ts$", "^bin/"] },
      { path: CLIENT },
    ),
    forbid(
      "doors-for-the-app",
      "lib/entry.ts, lib/listening.ts and lib/auth.ts are the way in: only app may use them. Pass the actor as an argument.",
      { pathNot: ["^app/", DOORS, TEST] },
      { path: DOORS },
    ),
    forbid(
      "components-take-props",
      "Components know domain, anchor, the document's schema and canonical text, and messages: pass data and actions as props.",
      { path: "^components/", pathNot: TEST },
      {
        path: "^(lib|app|prisma|seeds|bin)/",
        pathNot: "^lib/(domain|anchor|messages)/|^lib/document/(schema|canonical)\\.ts$",
      },
    ),
    forbid(
      "nobody-imports-the-app",
      "app is the end of the line: move what two pages share into components or lib.",
      { pathNot: ["^app/", "^\\.next/", TEST] },
      { path: "^app/" },
    ),
    forbid(
      "one-environment",
      "lib/env.ts stands alone and is for the server: anchor, domain, document and components get values instead.",
      { path: "^(lib/(anchor|domain|document|messages)|components)/", pathNot: TEST },
      { path: "^lib/env\\.ts$" },
    ),
    forbid(
      "product-without-tests",
      "Code that ships does not import tests or their support: move what both need out of the testing folder.",
      { path: "^(app|components|lib|proxy)", pathNot: TEST },
      { path: `${TEST}|^e2e/` },
    ),
    forbid(
      "no-unresolved",
      "This import points nowhere: mend the path, or add the package to package.json.",
      { pathNot: "^\\.next/" },
      { couldNotResolve: true, pathNot: "\\.(css|woff2)$" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.stet|test-results|playwright-report)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
}

export default config
