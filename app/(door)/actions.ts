"use server"

import * as account from "@/lib/desk/account"
import * as joining from "@/lib/desk/joining"
import * as mailStops from "@/lib/desk/mail-stops"
import * as secondFactors from "@/lib/desk/second-factors"
import * as setup from "@/lib/desk/setup"
import { AskReset, ConfirmEmail, ResetPassword } from "@/lib/domain/account"
import { SetUpDesk } from "@/lib/domain/door"
import { JoinAsMyself, JoinAsNew } from "@/lib/domain/invitation"
import { StopMails } from "@/lib/domain/mail-stop"
import { Confirmed, TypedCode } from "@/lib/domain/second-factor"
import { openAction, personAction } from "@/lib/entry"

export const setUpDesk = openAction(SetUpDesk, setup.setUpDesk)
export const joinAsNew = openAction(JoinAsNew, joining.joinAsNew)

/** Takes a seat for whoever is signed in. */
export const joinAsMyself = personAction(JoinAsMyself, ({ id }, input) => joining.joinAsMyself(id, input))

export const askReset = openAction(AskReset, account.askReset)
export const resetPassword = openAction(ResetPassword, account.resetPassword)
export const confirmEmail = openAction(ConfirmEmail, account.confirmEmail)

export const stopMails = openAction(StopMails, mailStops.stopMails)

export const offerSecondFactor = personAction(Confirmed, secondFactors.offerSecondFactor)
export const addSecondFactor = personAction(TypedCode, secondFactors.addSecondFactor)
