/** The two profiles of an export: what anybody may read, or everything that its maker may see. */
import { z } from "zod"

export const Profile = z.enum(["public", "internal"])
export type Profile = z.infer<typeof Profile>
