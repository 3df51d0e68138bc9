"use client"
/** What stands in the menu of whoever is signed in. Its code comes when the menu is first wanted: most visits open none. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { KeyCap } from "@/components/keys/key-cap"
import { useKeyring } from "@/components/keys/keyring"
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuRule } from "@/components/ui/menu"
import { AccountButton } from "./account-button"
import { accountAddress } from "./account-address"
import type { AccountMenuProps, ThemeState } from "./account-menu"
import { useSpeaking } from "./language-choice"
import { languageChoices, themes, type LanguageChoice } from "./preferences"

export interface AccountPanelProps extends Omit<AccountMenuProps, "theme" | "signOutEverywhere"> {
  open: boolean
  onOpenChange: (open: boolean) => void
  theme: ThemeState
  onSignOut: () => void
  onSignOutEverywhere: () => void
}

export default function AccountPanel(props: AccountPanelProps) {
  const { person, role, workspace, settings, ownDesk, open, onOpenChange } = props
  const t = useTranslations("workspace")
  return (
    <Menu
      label={t("account", { name: person.name })}
      trigger={<AccountButton person={person} />}
      open={open}
      onOpenChange={onOpenChange}
    >
      <MenuLabel>
        <span className="block text-sm font-semibold text-ink">{person.name}</span>
        {t("roleIn", { role: t(`role.${role}`), workspace: workspace.name })}
      </MenuLabel>
      <MenuRule />
      <Workspaces {...props} />
      <ThemeChoice {...props.theme} />
      <MenuRule />
      <LanguageChoices language={props.language} />
      <MenuRule />
      <MenuItem asChild>
        <Link href={accountAddress(workspace.slug)}>{t("yourAccount")}</Link>
      </MenuItem>
      {settings && (
        <MenuItem asChild>
          <Link href={settings}>
            <span className="flex-1">{t("settings")}</span>
            <KeyCap act="go.settings" />
          </Link>
        </MenuItem>
      )}
      <KeysItem />
      {ownDesk && (
        <MenuItem asChild>
          <Link href={ownDesk}>{t("ownDesk")}</Link>
        </MenuItem>
      )}
      <MenuItem onSelect={props.onSignOut}>{t("signOut")}</MenuItem>
      <MenuItem onSelect={props.onSignOutEverywhere}>{t("signOutEverywhere")}</MenuItem>
    </Menu>
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

/** The desks that one can go to, and the way to another one for who may start it. */
function Workspaces({
  workspace,
  workspaces,
  newDesk,
}: Pick<AccountMenuProps, "workspace" | "workspaces" | "newDesk">) {
  const t = useTranslations("workspace")
  const router = useRouter()
  if (workspaces.length < 2 && newDesk === null) return null
  return (
    <>
      {workspaces.length > 1 && (
        <MenuChoices
          label={t("workspaces")}
          value={workspace.slug}
          options={workspaces.map((one) => ({ value: one.slug, label: one.name }))}
          onChoose={(slug) => router.push(`/w/${slug}/articles`)}
        />
      )}
      {newDesk && (
        <MenuItem asChild>
          <Link href={newDesk}>{t("newDesk")}</Link>
        </MenuItem>
      )}
      <MenuRule />
    </>
  )
}

function ThemeChoice({ worn, wear }: ThemeState) {
  const t = useTranslations("workspace")
  const options = themes.map((value) => ({ value, label: t(`themes.${value}`) }))
  return <MenuChoices label={t("theme")} value={worn} options={options} onChoose={wear} />
}

/** The languages, and the browser's own, one of them on. */
function LanguageChoices({ language }: { language: LanguageChoice }) {
  const t = useTranslations("app.language")
  const [chosen, setChosen] = useState(language)
  const speak = useSpeaking()
  const choose = (choice: LanguageChoice) => {
    setChosen(choice)
    speak(choice)
  }
  const options = languageChoices.map((value) => ({
    value,
    label: t(value),
    lang: value === "browser" ? undefined : value,
  }))
  return <MenuChoices label={t("label")} value={chosen} options={options} onChoose={choose} />
}
