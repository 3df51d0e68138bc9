"use client"
/** `?` opens the sheet of keys. Goes once into a workspace's layout. */
import { useState } from "react"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useKeys } from "./use-keys"

const box = lateCode(() => import("./key-sheet-box"))

export function KeySheet() {
  const [open, setOpen] = useState<"no" | "yes">("no")
  const close = () => setOpen("no")
  useKeys({ "keys.show": () => setOpen("yes") })
  return open === "yes" && <Late code={box} given={{ onClose: close }} onMissing={close} />
}
