"use client"
/** A dialog over the page. Its code comes with the first one that opens: most visits open none. */
import dynamic from "next/dynamic"
import type { DialogBoxProps } from "./dialog-box"

export interface DialogProps extends DialogBoxProps {
  open: boolean
}

const DialogBox = dynamic(() => import("./dialog-box"), { ssr: false })

export function Dialog({ open, ...box }: DialogProps) {
  return open ? <DialogBox {...box} /> : null
}
