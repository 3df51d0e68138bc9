"use client"
/** Who is signed in, and what is theirs to set: the workspace, light or dark, the language, signing out. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState, type ComponentProps } from "react"
import { KeyCap } from "@/components/keys/key-cap"
import { useKeyring } from "@/components/keys/keyring"
import { useKeys } from "@/components/keys/use-keys"
import { Avatar } from "@/components/ui/avatar"
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuRule } from "@/components/ui/menu"
import type { Act } from "@/lib/domain/answer"
import type { Person, Role } from "@/lib/domain/workspace"
import { LanguageChoices, useLanguageActs } from "./language-choice"
import { leave } from "./leave"
import { themes, wearTheme, type LanguageChoice, type Theme } from "./preferences"
import { SignOutEverywhere } from "./sign-out-everywhere"

export interface AccountMenuProps {
  person: Person
  role: Role
  workspace: { slug: string; name: string }
  /** Every workspace of this person, this one among them. */
  workspaces: { slug: string; name: string }[]
  theme: Theme
  language: LanguageChoice
  /** Where a sample desk is exchanged for one's own, null where that is not on offer. */
  ownDesk: string | null
  signOutEverywhere: Act<void, unknown>
}

export function AccountMenu(props: AccountMenuProps) {
  const { person, role, workspace, ownDesk } = props
  const t = useTranslations("workspace")
  const router = useRouter()
  const [asked, setAsked] = useState<"no" | "everywhere">("no")
  const theme = useTheme(props.theme)
  useLanguageActs()
  useKeys({
    "account.ownDesk": ownDesk === null ? null : () => router.push(ownDesk),
    "account.signOut": () => void leave(),
    "account.signOutEverywhere": () => setAsked("everywhere"),
  })
  return (
    <>
      <Menu label={t("account", { name: person.name })} trigger={<AccountButton person={person} />}>
        <MenuLabel>
          <span className="block text-sm font-semibold text-ink">{person.name}</span>
          {t("roleIn", { role: t(`role.${role}`), workspace: workspace.name })}
        </MenuLabel>
        <MenuRule />
        <Workspaces {...props} />
        <ThemeChoice {...theme} />
        <MenuRule />
        <LanguageChoices language={props.language} />
        <MenuRule />
        <KeysItem />
        {ownDesk && (
          <MenuItem asChild>
            <Link href={ownDesk}>{t("ownDesk")}</Link>
          </MenuItem>
        )}
        <MenuItem onSelect={() => void leave()}>{t("signOut")}</MenuItem>
        <MenuItem onSelect={() => setAsked("everywhere")}>{t("signOutEverywhere")}</MenuItem>
      </Menu>
      <SignOutEverywhere
        open={asked === "everywhere"}
        onOpenChange={(open) => setAsked(open ? "everywhere" : "no")}
        signOutEverywhere={props.signOutEverywhere}
      />
    </>
  )
}

function KeysItem() {
  const t = useTranslations("keys.act")
  const { bindings } = useKeyring()
  return (
    <MenuItem onSelect={() => bindings.run("keys.show")}>
      <span className="flex-1">{t("keys.show")}</span>
      <KeyCap act="keys.show" />
    </MenuItem>
  )
}

function AccountButton({ person, ...trigger }: { person: Person } & ComponentProps<"button">) {
  const t = useTranslations("workspace")
  return (
    <button
      type="button"
      {...trigger}
      aria-label={t("account", { name: person.name })}
      className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-panel"
    >
      <span aria-hidden>
        <Avatar id={person.id} name={person.name} />
      </span>
    </button>
  )
}

function Workspaces({ workspace, workspaces }: Pick<AccountMenuProps, "workspace" | "workspaces">) {
  const t = useTranslations("workspace")
  const router = useRouter()
  if (workspaces.length < 2) return null
  return (
    <>
      <MenuChoices
        label={t("workspaces")}
        value={workspace.slug}
        options={workspaces.map((one) => ({ value: one.slug, label: one.name }))}
        onChoose={(slug) => router.push(`/w/${slug}/articles`)}
      />
      <MenuRule />
    </>
  )
}

interface ThemeState {
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

function ThemeChoice({ worn, wear }: ThemeState) {
  const t = useTranslations("workspace")
  const options = themes.map((value) => ({ value, label: t(`themes.${value}`) }))
  return <MenuChoices label={t("theme")} value={worn} options={options} onChoose={wear} />
}
