/**
 * What ESLint looks for: Next's and React's own mistakes, correctness, and the sizes of docs/tour.md.
 * The arrows between folders are not its business but dependency-cruiser's.
 */
import next from "eslint-config-next/core-web-vitals"
import { globalIgnores } from "eslint/config"
import tseslint from "typescript-eslint"

const ENV_ONLY = "Read it through env() of lib/env.ts, which names, checks and documents every setting."

/** Next replaces these when it builds, so that they are constants rather than settings. */
const readsEnvironment = {
  selector:
    "MemberExpression[object.name='process'][property.name='env']:not([parent.property.name=/^(NODE_ENV|NEXT_RUNTIME)$/])",
  message: ENV_ONLY,
}

const importsEnvironment = {
  name: "node:process",
  importNames: ["env"],
  message: ENV_ONLY,
}

const sizes = (lines) => ({
  "max-lines": ["error", { max: lines, skipBlankLines: false, skipComments: false }],
  "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
})

const config = [
  globalIgnores([".next", ".stet", "prisma/client", "next-env.d.ts", "test-results", "playwright-report"]),
  ...next,
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ["**/*.ts", "**/*.tsx"] })),
  {
    name: "stet",
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-else-return": "error",
      "no-param-reassign": "error",
      "no-console": "error",
      "no-restricted-imports": ["error", { paths: [importsEnvironment] }],
      "object-shorthand": "error",
      complexity: ["error", 12],
      "max-depth": ["error", 3],
      "max-params": ["error", 5],
      ...sizes(300),
    },
  },
  {
    name: "stet/types",
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/ban-ts-comment": "error",
      "no-restricted-syntax": ["error", readsEnvironment],
    },
  },
  { name: "stet/screens", files: ["app/**", "components/**"], rules: sizes(250) },
  {
    name: "stet/readers of the environment",
    files: ["lib/env.ts", "lib/desk/testing/cluster.ts", "*.config.ts", "**/*.test.ts", "e2e/**", "bin/**"],
    rules: { "no-restricted-syntax": "off" },
  },
  { name: "stet/command line", files: ["bin/**"], rules: { "no-console": "off" } },
  {
    name: "stet/tests",
    files: ["**/*.test.ts", "**/*.test.tsx", "**/testing/**", "e2e/**"],
    rules: {
      // Playwright's fixtures are handed on by a function called use, which is no hook.
      "react-hooks/rules-of-hooks": "off",
      // A describe block or a table of cases is long without being complicated.
      "max-lines-per-function": "off",
      "max-lines": ["error", { max: 500 }],
    },
  },
]

export default config
