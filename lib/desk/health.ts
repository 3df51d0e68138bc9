/** Whether the desk can work. */
import { db } from "../db"

/** Whether the database answers. */
export async function isReachable(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
