// The directions of architecture: web → api contracts → rules → nothing; routes → verbs → queries → table;
// app → features → shared. tests/architecture proves on bad examples that every rule here can fail.
const api = '^packages/api/src';
const isTest = '\\.test\\.tsx?$';
const seed = `${api}/(app|server|cli)\\.ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing-files', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-import-of-tests',
      comment: 'Code that ships imports neither a test nor the tests folder.',
      severity: 'error',
      from: { path: '^packages/', pathNot: isTest },
      to: { path: [isTest, '^tests/'] },
    },
    {
      name: 'rules-import-nothing',
      comment: 'rules imports only itself; zod is for src/policy/parse alone.',
      severity: 'error',
      from: { path: '^packages/rules/src', pathNot: [isTest, '^packages/rules/src/policy/parse'] },
      to: { pathNot: '^packages/rules/' },
    },
    {
      name: 'rules-parse-imports-zod-only',
      severity: 'error',
      from: { path: '^packages/rules/src/policy/parse', pathNot: isTest },
      to: { pathNot: ['^packages/rules/(src|policies)', 'node_modules/zod/'] },
    },
    {
      name: 'rules-know-no-other-package',
      severity: 'error',
      from: { path: '^packages/rules' },
      to: { path: '^(packages/(api|web)|tests)/' },
    },
    { name: 'api-knows-no-web', severity: 'error', from: { path: '^packages/api' }, to: { path: '^packages/web' } },
    {
      name: 'web-reads-contracts-only',
      comment: 'web takes wire shapes from contract.ts and the type of the app for the client, nothing else.',
      severity: 'error',
      from: { path: '^packages/web' },
      to: { path: '^packages/api', pathNot: ['/contract\\.ts$', `${api}/app\\.ts$`] },
    },
    {
      name: 'web-takes-the-type-of-the-app-only',
      severity: 'error',
      from: { path: '^packages/web' },
      to: { path: `${api}/app\\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-runs-in-the-browser',
      severity: 'error',
      from: { path: '^packages/web/src', pathNot: isTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-stay-shapes',
      comment: 'contract.ts is bundled into the browser: no server code, no database.',
      severity: 'error',
      from: { path: `${api}/.*/contract\\.ts$` },
      to: {
        path: [
          `${api}/db/`,
          `${api}/.*(routes|table|queries)\\.ts$`,
          `${api}/config\\.ts$`,
          seed,
          'drizzle',
          'libsql',
          '^node:',
        ],
      },
    },
    {
      name: 'routes-touch-no-table',
      comment: 'routes call a verb or a query.',
      severity: 'error',
      from: { path: `${api}/.*/routes\\.ts$` },
      to: { path: [`${api}/.*/table\\.ts$`, `${api}/db/schema`] },
    },
    {
      name: 'only-the-app-mounts-routes',
      comment: 'verbs, queries and tables know nothing of HTTP.',
      severity: 'error',
      from: { path: api, pathNot: [seed, isTest, `${api}/.*/routes\\.ts$`] },
      to: { path: `${api}/.*/routes\\.ts$` },
    },
    {
      name: 'table-is-a-leaf',
      comment: 'table.ts may name another table.ts as a foreign key, nothing else of the api.',
      severity: 'error',
      from: { path: `${api}/.*/table\\.ts$` },
      to: { path: `${api}/.*/(contract|queries|routes)\\.ts$` },
    },
    {
      name: 'queries-call-no-verb',
      comment: 'queries read: their own table, other queries, contracts, db.',
      severity: 'error',
      from: { path: `${api}/([^/]+)/queries\\.ts$` },
      to: { path: `${api}/$1/[a-z]+-[a-z-]+\\.ts$`, pathNot: `${api}/$1/[a-z-]*(table|queries|contract)\\.ts$` },
    },
    {
      name: 'no-table-of-another-feature',
      comment: "Ask the other feature's queries or verbs.",
      severity: 'error',
      from: { path: `${api}/([^/]+)/`, pathNot: [isTest, `${api}/db/`, '/table\\.ts$'] },
      to: { path: [`${api}/[^/]+/table\\.ts$`, `${api}/db/schema`], pathNot: `${api}/$1/` },
    },
    {
      name: 'shared-knows-no-feature',
      severity: 'error',
      from: { path: '^packages/web/src/shared' },
      to: { path: '^packages/web/src/(features|app)/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^packages/web/src/features' },
      to: { path: '^packages/web/src/app/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
