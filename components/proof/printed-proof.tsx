"use client"
/**
 * What the galley gives to a printer: the annotated proof in place of the screen. It is drawn only while printing; its
 * code is fetched when the galley is there, since a browser that prints waits for nothing.
 */
import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { lateCode } from "@/components/ui/late-code"
import { usePrinting } from "./use-printing"

const proof = lateCode<object>(() => import("./proof").then(({ Proof }) => ({ default: Proof })))

export function PrintedProof() {
  const medium = usePrinting()
  const [Proof, setProof] = useState(proof.here)
  // What could not be fetched is asked for again around each printing.
  useEffect(() => void proof.bring().then((come) => setProof(() => come)), [medium])
  if (!Proof || medium === "on screen") return null
  return createPortal(<Proof />, document.body)
}
