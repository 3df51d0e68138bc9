"use client"
/** Follows the article with all its claims, or hears no more of it: an item of its menu, and a key. */
import { useTranslations } from "next-intl"
import { KeyCap } from "@/components/keys/key-cap"
import { MenuItem } from "@/components/ui/menu"
import { toast } from "@/components/ui/toast"
import { followsArticle } from "@/lib/domain/follow"
import { useGalley } from "./galley-context"
import { useFollowed } from "./use-followed"

export function useFollowArticle(): { follows: boolean; turn: () => void } {
  const t = useTranslations("follow")
  const { article, reader } = useGalley()
  const { words, sayOfArticle } = useFollowed()
  const follows = followsArticle(reader.id, article, words)
  const turn = async () => {
    if (await sayOfArticle(!follows)) toast(t(follows ? "articleOff" : "articleOn"))
  }
  return { follows, turn: () => void turn() }
}

export function FollowArticle() {
  const t = useTranslations("follow")
  const { follows, turn } = useFollowArticle()
  return (
    <MenuItem onSelect={turn}>
      <span className="flex-1">{t(follows ? "articleNot" : "article")}</span>
      <KeyCap act="follow.article" />
    </MenuItem>
  )
}
