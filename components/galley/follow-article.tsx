"use client"
/** Follows the article with all its claims, or hears no more of it: an item of its menu. */
import { useTranslations } from "next-intl"
import { MenuItem } from "@/components/ui/menu"
import { toast } from "@/components/ui/toast"
import { followsArticle } from "@/lib/domain/follow"
import { useGalley } from "./galley-context"
import { useFollowed } from "./use-followed"

export function FollowArticle() {
  const t = useTranslations("follow")
  const { article, reader } = useGalley()
  const { words, sayOfArticle } = useFollowed()
  const follows = followsArticle(reader.id, article, words)
  const turn = async () => {
    if (await sayOfArticle(!follows)) toast(t(follows ? "articleOff" : "articleOn"))
  }
  return <MenuItem onSelect={() => void turn()}>{t(follows ? "articleNot" : "article")}</MenuItem>
}
