"use client"
/**
 * What the galley gives to a printer: the annotated proof in place of the screen. It is drawn only while printing; its
 * code is fetched when the galley is there, since a browser that prints waits for nothing.
 */
import { useEffect, useState, type ComponentType } from "react"
import { createPortal } from "react-dom"
import { usePrinting } from "./use-printing"

export function PrintedProof() {
  const medium = usePrinting()
  const [Proof, setProof] = useState<ComponentType | null>(null)
  useEffect(() => void import("./proof").then((fetched) => setProof(() => fetched.Proof)), [])
  if (!Proof || medium === "on screen") return null
  return createPortal(<Proof />, document.body)
}
