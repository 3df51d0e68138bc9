/** What all screens of an article have in common. */
import type { ReactNode } from "react"
import { ArticleWays } from "@/components/article/article-ways"

interface ArticleLayoutProps {
  children: ReactNode
  params: Promise<{ workspace: string; articleId: string }>
}

export default async function ArticleLayout({ children, params }: ArticleLayoutProps) {
  const { workspace, articleId } = await params
  return (
    <>
      <ArticleWays galley={`/w/${workspace}/articles/${articleId}`} />
      {children}
    </>
  )
}
