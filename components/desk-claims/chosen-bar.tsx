"use client"
/** What can be done with the chosen claims: who checks them, and until when. */
import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ContactGiven } from "@/components/contact/contact-dialog"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { Menu, MenuItem, MenuLabel, MenuRule } from "@/components/ui/menu"
import type { Act } from "@/lib/domain/answer"
import type { RecordContact } from "@/lib/domain/contact"
import type { ClaimItem } from "@/lib/domain/claim-list"
import type { Person } from "@/lib/domain/workspace"
import { ofTheirOwn, type Arrangement } from "./arranging"
import { DueDialog } from "./due-dialog"

/** Few calls are made for most of them. */
const contactDialog = lateCode(() => import("@/components/contact/contact-dialog"))

/** As many as one contact can serve. */
const MOST_OF_A_CALL = 50

export type RecordForClaims = Act<RecordContact, { contactId: string }>

export interface ChosenBarProps {
  chosen: ClaimItem[]
  checkers: Person[]
  actorId: string
  recordContact: RecordForClaims
  arrange: (claims: ClaimItem[], arrangement: Arrangement) => void
  drop: () => void
}

export default function ChosenBar({ chosen, checkers, actorId, recordContact, arrange, drop }: ChosenBarProps) {
  const t = useTranslations("claims")
  const [open, setOpen] = useState<"assign" | "due" | null>(null)
  const contact = useLateDialog<ContactGiven>(contactDialog)
  useKeys({
    "chosen.assign": () => setOpen("assign"),
    "chosen.due": () => setOpen("due"),
    "claim.contact": chosen.length > MOST_OF_A_CALL ? null : contact.show,
  })
  const done = (arrangement: Arrangement) => {
    setOpen(null)
    arrange(chosen, arrangement)
  }
  return (
    <section
      aria-label={t("bar")}
      className="sticky bottom-3 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-raised px-3 py-2.5 shadow-float"
    >
      <p className="mr-2 text-ui font-[550] tabular-nums">{t("chosen", { count: chosen.length })}</p>
      <AssignMenu
        chosen={chosen}
        checkers={checkers}
        open={open === "assign"}
        onOpen={(on) => setOpen(on ? "assign" : null)}
        onChoose={(assignee) => done({ kind: "assignee", assignee })}
      />
      <Button aria-keyshortcuts={useShortcut("chosen.due")} onClick={() => setOpen("due")}>
        {t("setDue")} <KeyCap act="chosen.due" />
      </Button>
      <Button
        aria-keyshortcuts={useShortcut("claim.contact")}
        disabled={chosen.length > MOST_OF_A_CALL}
        {...contact.button}
      >
        {t("contact")} <KeyCap act="claim.contact" />
      </Button>
      <Button look="quiet" onClick={drop}>
        <X aria-hidden className="size-3.5" />
        {t("drop")}
      </Button>
      {contact.draw({ actorId, claims: chosen, record: recordContact, onDone: drop })}
      {open === "due" && (
        <DueDialog chosen={chosen} onDue={(dueAt) => done({ kind: "due", dueAt })} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

interface AssignMenuProps {
  chosen: ClaimItem[]
  checkers: Person[]
  open: boolean
  onOpen: (open: boolean) => void
  onChoose: (assignee: Person | null) => void
}

function AssignMenu({ chosen, checkers, open, onOpen, onChoose }: AssignMenuProps) {
  const t = useTranslations("claims")
  const shortcut = useShortcut("chosen.assign")
  return (
    <Menu
      label={t("assignTo")}
      align="start"
      open={open}
      onOpenChange={onOpen}
      trigger={
        <Button look="primary" aria-keyshortcuts={shortcut}>
          {t("assign")} <KeyCap act="chosen.assign" on="ink" />
        </Button>
      }
    >
      <MenuLabel>{t("assignTo")}</MenuLabel>
      <div className="max-h-72 overflow-y-auto">
        {checkers.map((person) => {
          const own = ofTheirOwn(chosen, person.id).length
          return (
            <MenuItem key={person.id} onSelect={() => onChoose(person)}>
              <span className="min-w-0 flex-1 truncate leading-[1.3]">{person.name}</span>
              {own > 0 && <span className="text-xs text-ink-3">{t("mayNotCheck", { count: own })}</span>}
            </MenuItem>
          )
        })}
      </div>
      <MenuRule />
      <MenuItem onSelect={() => onChoose(null)}>{t("toNobody")}</MenuItem>
    </Menu>
  )
}
