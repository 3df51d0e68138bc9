/** The settings without more: the people of the desk. */
import { redirect } from "next/navigation"

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params
  redirect(`/w/${workspace}/settings/people`)
}
