"use server"

import { signedInUser } from "@/lib/auth"
import * as joining from "@/lib/desk/joining"
import * as setup from "@/lib/desk/setup"
import { SetUpDesk } from "@/lib/domain/door"
import { JoinAsMyself, JoinAsNew } from "@/lib/domain/invitation"
import { refuse } from "@/lib/domain/refusal"
import { openAction } from "@/lib/entry"

export const setUpDesk = openAction(SetUpDesk, setup.setUpDesk)
export const joinAsNew = openAction(JoinAsNew, joining.joinAsNew)

/** Takes a seat for whoever is signed in. */
export const joinAsMyself = openAction(JoinAsMyself, async (input) => {
  const person = await signedInUser()
  if (!person) throw refuse("signed-out", "door.signedOut")
  return joining.joinAsMyself(person.id, input)
})
