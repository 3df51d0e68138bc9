/** The acts on one's own account, as its parts take them: the same at every desk and outside of all. */
import type { AccountActs } from "@/components/account/account-parts"
import {
  addSecondFactor,
  askEmail,
  changePassword,
  endOtherSessions,
  endSession,
  newRecoveryCodes,
  offerSecondFactor,
  removeSecondFactor,
  rename,
} from "./actions"

export const accountActs: AccountActs = {
  ...{ rename, askEmail, changePassword },
  factor: { offerSecondFactor, addSecondFactor, newRecoveryCodes, removeSecondFactor },
  sessions: { endSession, endOtherSessions },
}
