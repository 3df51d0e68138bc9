"use client"
/** A dialog over the page. Its code comes with the first one that opens: most visits open none. */
import type { DialogBoxProps } from "./dialog-box"
import { Late } from "./late"
import { lateCode } from "./late-code"

export interface DialogProps extends DialogBoxProps {
  open: boolean
}

export const dialogBox = lateCode(() => import("./dialog-box"))

export function Dialog({ open, ...box }: DialogProps) {
  return open ? <Late code={dialogBox} given={box} onMissing={() => box.onOpenChange(false)} /> : null
}
