"use client"
/** Who is signed in, and what is theirs to set: the workspace, light or dark, the language, signing out. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { look } from "@/components/ui/connection"
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { toast } from "@/components/ui/toast"
import { useLate } from "@/components/ui/use-late"
import type { Act } from "@/lib/domain/answer"
import type { Person, Role } from "@/lib/domain/workspace"
import { AccountButton } from "./account-button"
import { accountAddress } from "./account-address"
import { useLanguageActs } from "./language-choice"
import { leave } from "./leave"
import { wearTheme, type LanguageChoice, type Theme } from "./preferences"
import type { SigningOut } from "./sign-out-everywhere"

export interface AccountMenuProps {
  person: Person
  role: Role
  workspace: { slug: string; name: string }
  /** Every workspace of this person, this one among them. */
  workspaces: { slug: string; name: string }[]
  theme: Theme
  language: LanguageChoice
  /** Where the settings of the workspace are, null for whoever sees none. */
  settings: string | null
  /** Where a sample desk is exchanged for one's own, null where that is not on offer. */
  ownDesk: string | null
  /** Where an owner starts another desk, null where that is not on offer. */
  newDesk: string | null
  signOutEverywhere: Act<void, unknown>
}

const panel = lateCode(() => import("./account-panel"))
const signOutDialog = lateCode(() => import("./sign-out-everywhere"))

export function AccountMenu({ theme: given, signOutEverywhere, ...props }: AccountMenuProps) {
  const { person, settings, ownDesk, newDesk } = props
  const router = useRouter()
  const everywhere = useLateDialog<SigningOut>(signOutDialog)
  const { Panel, button, opening } = useLate(panel, "menu")
  const theme = useTheme(given)
  const signOut = useSignOut()
  useLanguageActs()
  useKeys({
    "go.settings": settings === null ? null : () => router.push(settings),
    "account.open": () => router.push(accountAddress(props.workspace.slug)),
    "account.ownDesk": ownDesk === null ? null : () => router.push(ownDesk),
    "account.newDesk": newDesk === null ? null : () => router.push(newDesk),
    "account.signOut": signOut,
    "account.signOutEverywhere": everywhere.show,
  })
  return (
    <>
      {Panel ? (
        <Panel {...props} {...opening} theme={theme} onSignOut={signOut} onSignOutEverywhere={everywhere.show} />
      ) : (
        <AccountButton person={person} {...button} />
      )}
      {everywhere.draw({ signOutEverywhere })}
    </>
  )
}

/** Whoever can't be signed out is told so: they may be about to walk away. */
function useSignOut(): () => void {
  const t = useTranslations("workspace")
  return () =>
    void leave().catch(() => {
      toast.error(t("notSignedOut"))
      void look()
    })
}

export interface ThemeState {
  worn: Theme
  wear: (theme: Theme) => void
}

/** The theme that is worn, and the others as acts. */
function useTheme(given: Theme): ThemeState {
  const [worn, setWorn] = useState(given)
  const wear = (theme: Theme) => {
    setWorn(theme)
    wearTheme(theme)
  }
  const act = (theme: Theme) => (theme === worn ? null : () => wear(theme))
  useKeys({ "theme.system": act("system"), "theme.light": act("light"), "theme.dark": act("dark") })
  return { worn, wear }
}
