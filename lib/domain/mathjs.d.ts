/** The build of mathjs in one file, which says nothing of its types: it makes instances of all that there is. */
declare module "mathjs/lib/browser/math.js" {
  import type { ConfigOptions, MathJsInstance } from "mathjs"
  const mathjs: { create: (config: ConfigOptions) => MathJsInstance }
  export default mathjs
}
