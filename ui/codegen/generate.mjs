/*
 * `node generate.mjs`          openapi.json -> ../frontend/src/shared/api/schema.d.ts
 * `node generate.mjs refresh`  takes the description the test OpenApiIT wrote to ../target first
 * `node generate.mjs check`    fails if the committed types are not those of openapi.json
 * The generator needs TypeScript 5, the pages are checked with a newer one: hence a package of its own.
 */
import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const here = import.meta.dirname;
const description = path.join(here, 'openapi.json');
const types = path.resolve(here, '../frontend/src/shared/api/schema.d.ts');
const [task = 'generate'] = process.argv.slice(2);

if (task === 'refresh') fs.copyFileSync(path.resolve(here, '../target/openapi.json'), description);

const head = '/** Generated from ui/codegen/openapi.json by ui/codegen/generate.mjs; do not edit. */\n\n';
const document = JSON.parse(fs.readFileSync(description, 'utf8'));
const generated = head + astToString(await openapiTS(document, { alphabetize: true }));

if (task !== 'check') fs.writeFileSync(types, generated);
else if (!fs.existsSync(types) || fs.readFileSync(types, 'utf8') !== generated) {
  console.error('schema.d.ts is stale: cd ui/codegen && npm run generate, and commit it');
  process.exit(1);
}
