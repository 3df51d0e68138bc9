"use server"

import * as setup from "@/lib/desk/setup"
import { StartDesk } from "@/lib/domain/door"
import { action } from "@/lib/entry"

export const startDesk = action(StartDesk, setup.startDesk)
