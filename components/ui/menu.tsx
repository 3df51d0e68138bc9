"use client"
/** A menu behind a button. */
import { DropdownMenu } from "radix-ui"
import type { ReactNode } from "react"
import { classes } from "./classes"

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode
  label: string
  align?: "start" | "end"
  /** Where a key opens it too. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

/** The look of what opens over the page with choices in it. */
export const menuPanel =
  "z-50 min-w-44 max-w-[calc(100vw-1rem)] rounded-[10px] border border-line bg-raised p-1 text-ui shadow-float"
/** A menu is no longer than the window: who sits at many desks scrolls. */
const scrolling = "max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto"
const item =
  "flex cursor-pointer items-center gap-2 rounded-md px-2.5 py-1.5 leading-tight outline-none " +
  "data-[disabled]:cursor-not-allowed data-[disabled]:opacity-55 data-[highlighted]:bg-panel"

export function Menu({ trigger, label, align = "end", children, ...opening }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...opening}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Beside its button, not at the page's end: there it would stand outside of every landmark. */}
      <DropdownMenu.Content aria-label={label} align={align} sideOffset={6} className={classes(menuPanel, scrolling)}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

export interface MenuItemProps {
  onSelect?: () => void
  look?: "plain" | "danger"
  disabled?: boolean
  /** With a link or a form's button inside, pass it as the only child and say so. */
  asChild?: boolean
  children: ReactNode
}

export function MenuItem({ look = "plain", children, ...rest }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={classes(item, look === "danger" && "text-false")} {...rest}>
      {children}
    </DropdownMenu.Item>
  )
}

/** A line of text in a menu that is no choice. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 py-1.5 text-xs text-ink-3">{children}</DropdownMenu.Label>
}

export function MenuRule() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />
}

/** One of several choices of which one is on, with a tick. */
export function MenuChoices<Value extends string>(props: {
  label: string
  value: Value
  /** With a language of its own where a label is not in the reader's. */
  options: readonly { value: Value; label: string; lang?: string | undefined }[]
  onChoose: (value: Value) => void
}) {
  const choose = (chosen: string) => {
    const option = props.options.find((one) => one.value === chosen)
    if (option) props.onChoose(option.value)
  }
  return (
    <DropdownMenu.RadioGroup value={props.value} onValueChange={choose} aria-label={props.label}>
      <MenuLabel>{props.label}</MenuLabel>
      {props.options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          lang={option.lang}
          className={classes(item, "pl-7 relative")}
        >
          <DropdownMenu.ItemIndicator className="absolute left-2.5">✓</DropdownMenu.ItemIndicator>
          {option.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}
