"use client"
/** Following the article by its key and its name: no part of the work, so that it comes after it. */
import { useKeys } from "@/components/keys/use-keys"
import { useFollowArticle } from "./follow-article"

export default function FollowKeys() {
  const { turn } = useFollowArticle()
  useKeys({ "follow.article": turn })
  return null
}
