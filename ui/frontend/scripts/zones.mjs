import path from 'node:path';

/**
 * Import zones: shared knows no feature and no app, a feature knows no other feature and no app.
 * One grep shows a whole feature, and deleting its folder breaks nothing else.
 */
export function zoneFault(fromFile, specifier) {
  const target = resolve(fromFile, specifier);
  if (!target) return undefined;
  const from = zoneOf(fromFile);
  const to = zoneOf(target);
  if (from.name === 'shared' && to.name !== 'shared' && to.name !== 'locales') {
    return `shared must not import from ${to.name}`;
  }
  if (from.name !== 'features') return undefined;
  if (to.name === 'app') return 'a feature must not import from app';
  if (to.name === 'features' && to.feature !== from.feature) {
    return `feature ${from.feature} must not import from feature ${to.feature}`;
  }
  return undefined;
}

function resolve(fromFile, specifier) {
  if (specifier.startsWith('@/')) return `src/${specifier.slice(2)}`;
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(fromFile), specifier);
  return undefined;
}

function zoneOf(file) {
  const [, name = 'app', feature] = file.replace(/^.*?(?=src\/)/, '').split('/');
  return { name, feature };
}

const check = (context, node) => {
  const source = node.source?.value;
  if (typeof source !== 'string') return;
  const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
  const fault = zoneFault(file, source);
  if (fault) context.report({ node: node.source, message: fault });
};

/** ESLint rule `kizuna/zones`. */
export const zones = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    ImportDeclaration: (node) => check(context, node),
    ImportExpression: (node) => check(context, node),
    ExportNamedDeclaration: (node) => check(context, node),
    ExportAllDeclaration: (node) => check(context, node),
  }),
};
