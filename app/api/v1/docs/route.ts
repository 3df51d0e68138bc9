export { pageAnswer as GET } from "../reference-answer"

/** It names the address under which Stet is reached, which a build does not know. */
export const dynamic = "force-dynamic"
