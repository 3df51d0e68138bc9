/** The address without a path: on to the desk, to the door, or to the first set-up. */
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { NoDesk } from "@/components/door/no-desk"
import { Words } from "@/components/shell/words"
import { signedInUser } from "@/lib/auth"
import { workspacesOf } from "@/lib/desk/people"
import { awaitsSetup } from "@/lib/desk/setup"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.noDesk")
  return { title: t("title") }
}

export default async function StartPage() {
  const person = await signedInUser()
  if (!person) redirect((await awaitsSetup()) ? "/setup" : "/sign-in")
  const [first] = await workspacesOf(person.id)
  if (first) redirect(`/w/${first.slug}/articles`)
  return (
    <Words of={["door", "workspace"]}>
      <NoDesk email={person.email} />
    </Words>
  )
}
