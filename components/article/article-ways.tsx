"use client"
/** On every screen of an article: the keys to its other screens, and files that are let go, which never take the page away. */
import { useRouter } from "next/navigation"
import { useKeys } from "@/components/keys/use-keys"
import { useNoDrops } from "@/components/revision/use-dragged"

/** `galley` is the address of the galley, below which the other screens are. */
export function ArticleWays({ galley }: { galley: string }) {
  const router = useRouter()
  const goTo = (screen: string) => () => router.push(`${galley}/${screen}`)
  useKeys({
    "go.board": goTo("board"),
    "go.placing": goTo("placing"),
    "go.comments": goTo("comments"),
    "go.remarks": goTo("remarks"),
    "go.revisions": goTo("revisions"),
    "go.fixes": goTo("fixes"),
    "go.signOff": goTo("sign-off"),
    "go.articleHistory": goTo("history"),
  })
  useNoDrops()
  return null
}
