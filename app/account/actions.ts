"use server"

import { refresh } from "next/cache"
import * as account from "@/lib/desk/account"
import * as secondFactors from "@/lib/desk/second-factors"
import * as sessions from "@/lib/desk/sessions"
import type { SessionKey } from "@/lib/desk/sign-in"
import { AskEmail, ChangePassword, OneSession, Rename } from "@/lib/domain/account"
import { Confirmed, TypedCode } from "@/lib/domain/second-factor"
import { personAction } from "@/lib/entry"
import { z } from "zod"

/** The page comes anew with the answer, whichever it is: the one of a desk, or the one outside of all. */
function shown<Input, Value>(act: (person: SessionKey, input: Input) => Promise<Value>) {
  return async (person: SessionKey, input: Input): Promise<Value> => {
    const value = await act(person, input)
    refresh()
    return value
  }
}

export const rename = personAction(Rename, shown(account.rename))
export const askEmail = personAction(AskEmail, account.askEmail)
export const changePassword = personAction(ChangePassword, shown(account.changePassword))
export const endSession = personAction(OneSession, shown(sessions.endSession))
export const endOtherSessions = personAction(z.void(), shown(sessions.endOtherSessions))

export const offerSecondFactor = personAction(Confirmed, secondFactors.offerSecondFactor)
/** The codes to write down are shown first; the page comes anew once they have been. */
export const addSecondFactor = personAction(TypedCode, secondFactors.addSecondFactor)
export const newRecoveryCodes = personAction(Confirmed, secondFactors.newRecoveryCodes)
export const removeSecondFactor = personAction(Confirmed, shown(secondFactors.removeSecondFactor))
