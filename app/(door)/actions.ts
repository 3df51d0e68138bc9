"use server"

import * as setup from "@/lib/desk/setup"
import { SetUpDesk } from "@/lib/domain/door"
import { openAction } from "@/lib/entry"

export const setUpDesk = openAction(SetUpDesk, setup.setUpDesk)
