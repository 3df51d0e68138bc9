"use client"
/** The key from an article's history back to its text. */
import { useRouter } from "next/navigation"
import { useKeys } from "@/components/keys/use-keys"

export function BackToText({ galley }: { galley: string }) {
  const router = useRouter()
  useKeys({ "text.back": () => router.push(galley) })
  return null
}
