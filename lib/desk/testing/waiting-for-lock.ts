/** For tests of people who act at the same moment. */
import { db } from "../../db"

/** How many transactions of this database wait for a row that another one holds. */
export async function waitingForLock(): Promise<number> {
  return db().$executeRaw`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
}
