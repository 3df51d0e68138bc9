// @ts-check
/** The thread where nothing is built, in tests and commands: has TypeScript read first. */
import { register } from "tsx/esm/api"

register()
await import("./thread")
