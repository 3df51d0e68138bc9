"use client"
/** Around everything of a workspace: the approvals that one person has pressed, for whoever gives, shows or counts them. */
import { usePathname, useRouter } from "next/navigation"
import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from "react"
import type { TrayView } from "./out-tray"
import { follow, postboxOf } from "./postbox"

export interface Reviewer {
  /** Whose tray it is: their id, the same in every workspace. */
  person: string
  /** Who they are in this workspace: their membership. */
  reviewerId: string
  /** The workspace's slug. */
  workspace: string
}

const Context = createContext<Reviewer | null>(null)

export function Approvals({ person, reviewerId, workspace, children }: Reviewer & { children: ReactNode }) {
  useScreens(person)
  const reviewer = useMemo(() => ({ person, reviewerId, workspace }), [person, reviewerId, workspace])
  return <Context value={reviewer}>{children}</Context>
}

/** Follows the window. A screen that is left sends what was pressed on it; what nobody shows is drawn anew. */
function useScreens(person: string): void {
  const router = useRouter()
  const path = usePathname()
  useEffect(() => follow(postboxOf(person)), [person])
  useEffect(() => postboxOf(person).onUnshown(() => router.refresh()), [person, router])
  useEffect(() => () => void postboxOf(person).leave(), [person, path])
}

export function useReviewer(): Reviewer {
  const reviewer = useContext(Context)
  if (!reviewer) throw new Error("approvals are for what stands inside of Approvals")
  return reviewer
}

const NOTHING: TrayView = { kept: [], done: new Set(), undone: null }
const readNothing = () => NOTHING

/** What lies in the tray; nothing until the page has come alive. */
export function useTray(): TrayView {
  const { person } = useReviewer()
  const subscribe = useCallback((listener: () => void) => postboxOf(person).tray.subscribe(listener), [person])
  return useSyncExternalStore(subscribe, () => postboxOf(person).tray.read(), readNothing)
}
