const rules = 'packages/rules/src';
const api = 'packages/api/src';
const web = 'packages/web/src';
const value = 'export const value = 1;';

const imports = (from: string, path: string, target: string, text = value) => ({
  [path]: `import { value } from '${from}';\nexport const other = value;`,
  [target]: text,
});

/** For each rule of .dependency-cruiser.cjs, the smallest tree that breaks it. */
export const badImports: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': {
    [`${rules}/a.ts`]: "import { b } from './b.ts';\nexport const a = b;",
    [`${rules}/b.ts`]: "import { a } from './a.ts';\nexport const b = a;",
  },
  'no-missing-files': { [`${rules}/a.ts`]: "import { b } from './gone.ts';\nexport const a = b;" },
  'no-import-of-tests': imports('./b.test.ts', `${rules}/a.ts`, `${rules}/b.test.ts`),
  'rules-import-nothing': imports('node:fs', `${rules}/a.ts`, `${rules}/b.ts`),
  'rules-parse-imports-zod-only': imports('node:fs', `${rules}/policy/parse.ts`, `${rules}/b.ts`),
  'rules-know-no-other-package': imports('../../api/src/app.ts', `${rules}/a.test.ts`, `${api}/app.ts`),
  'api-knows-no-web': imports('../../web/src/a.ts', `${api}/app.ts`, `${web}/a.ts`),
  'web-reads-contracts-only': imports('../../api/src/firms/queries.ts', `${web}/a.ts`, `${api}/firms/queries.ts`),
  'web-takes-the-type-of-the-app-only': imports('../../api/src/app.ts', `${web}/a.ts`, `${api}/app.ts`),
  'web-runs-in-the-browser': imports('node:fs', `${web}/a.ts`, `${web}/b.ts`),
  'contracts-stay-shapes': imports('./table.ts', `${api}/firms/contract.ts`, `${api}/firms/table.ts`),
  'routes-touch-no-table': imports('./table.ts', `${api}/firms/routes.ts`, `${api}/firms/table.ts`),
  'only-the-app-mounts-routes': imports('./routes.ts', `${api}/firms/register-firm.ts`, `${api}/firms/routes.ts`),
  'table-is-a-leaf': imports('./queries.ts', `${api}/firms/table.ts`, `${api}/firms/queries.ts`),
  'queries-call-no-verb': imports('./register-firm.ts', `${api}/firms/queries.ts`, `${api}/firms/register-firm.ts`),
  'no-table-of-another-feature': imports('../firms/table.ts', `${api}/review/queries.ts`, `${api}/firms/table.ts`),
  'shared-knows-no-feature': imports('../features/firms/a.tsx', `${web}/shared/b.tsx`, `${web}/features/firms/a.tsx`),
  'features-know-no-app': imports('../../app/a.tsx', `${web}/features/firms/b.tsx`, `${web}/app/a.tsx`),
};
