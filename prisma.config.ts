/** Where Prisma's command line finds the records. Stet applies its migrations itself (bin/migrate.mjs). */
import { defineConfig } from "prisma/config"

/** Generating the client and writing a migration need an address but never connect to it. */
const NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL || NOWHERE },
})
