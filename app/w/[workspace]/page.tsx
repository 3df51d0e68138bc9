/** A workspace's address without more: its articles. */
import { redirect } from "next/navigation"

export default async function WorkspacePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params
  redirect(`/w/${workspace}/articles`)
}
