import { expect, test } from "vitest"
import { workspaceIn } from "./address"

test.each([
  ["/w/sample-desk", "sample-desk"],
  ["/w/sample-desk/articles?q=x", "sample-desk"],
  ["/w/sample-desk?claim=1", "sample-desk"],
  ["/sign-in?callbackUrl=/w/other", null],
  ["/w/%00", null],
  ["/w/", null],
  [null, null],
])("%s is in %s", (address, workspace) => {
  expect(workspaceIn(address)).toBe(workspace)
})
