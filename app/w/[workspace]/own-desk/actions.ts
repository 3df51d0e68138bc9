"use server"

import * as setup from "@/lib/desk/setup"
import { NewDesk } from "@/lib/domain/door"
import { action } from "@/lib/entry"

export const startOwnDesk = action(NewDesk, setup.startOwnDesk)
