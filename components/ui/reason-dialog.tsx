"use client"
/** Asks for a reason before something is taken back. Its code comes with the first one that opens. */
import { Late } from "./late"
import { lateCode } from "./late-code"
import type { ReasonBoxProps } from "./reason-box"

export interface ReasonDialogProps extends ReasonBoxProps {
  open: boolean
}

export const reasonBox = lateCode(() => import("./reason-box"))

export function ReasonDialog({ open, ...box }: ReasonDialogProps) {
  return open ? <Late code={reasonBox} given={box} onMissing={() => box.onOpenChange(false)} /> : null
}
