"use client"
/** `?` opens the sheet of keys. Goes once into a workspace's layout. */
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useKeys } from "./use-keys"

const sheet = lateCode(() => import("./key-sheet-box"))

export function KeySheet() {
  const dialog = useLateDialog(sheet)
  useKeys({ "keys.show": dialog.show })
  return dialog.draw({})
}
