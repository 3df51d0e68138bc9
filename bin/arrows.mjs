// @ts-check
/** The part of `npm run check` that looks at who imports whom. Takes the fewest modules that are credible. */
import { crossedArrows } from "./house/arrows.mjs"

const found = await crossedArrows(Number(process.argv[2]) || undefined)
for (const line of found) console.log(line)
process.exitCode = found.length > 0 ? 1 : 0
