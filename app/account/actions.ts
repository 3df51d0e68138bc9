"use server"

import * as account from "@/lib/desk/account"
import * as secondFactors from "@/lib/desk/second-factors"
import * as sessions from "@/lib/desk/sessions"
import { AskEmail, ChangePassword, OneSession, Rename } from "@/lib/domain/account"
import { Confirmed, TypedCode } from "@/lib/domain/second-factor"
import { personAction, redrawn } from "@/lib/entry"
import { z } from "zod"

export const rename = personAction(Rename, redrawn(account.rename))
export const askEmail = personAction(AskEmail, account.askEmail)
export const changePassword = personAction(ChangePassword, redrawn(account.changePassword))
export const endSession = personAction(OneSession, redrawn(sessions.endSession))
export const endOtherSessions = personAction(z.void(), redrawn(sessions.endOtherSessions))

export const offerSecondFactor = personAction(Confirmed, secondFactors.offerSecondFactor)
/** The codes to write down are shown first; the page comes anew once they have been. */
export const addSecondFactor = personAction(TypedCode, secondFactors.addSecondFactor)
export const newRecoveryCodes = personAction(Confirmed, secondFactors.newRecoveryCodes)
export const removeSecondFactor = personAction(Confirmed, redrawn(secondFactors.removeSecondFactor))
