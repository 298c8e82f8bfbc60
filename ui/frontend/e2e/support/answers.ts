import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import type { Parameter, StepView } from '../../src/shared/api/types';
import type { Action, Bench } from './bench';

type Step = { values?: Record<string, string>; before?: Action[]; do?: Action[]; after?: Action[] };
type Knowledge = { lots: Record<string, string>; steps: Record<string, Step> };

/** How people work this recipe where its definitions do not say: the same file the virtual crew uses. */
const file = path.resolve(
  import.meta.dirname,
  '../../../../simulator/src/main/resources/crew/car-t-lv.yaml',
);
const knowledge = load(readFileSync(file, 'utf8')) as Knowledge;

export type Values = Record<string, string>;

/** `up-x.user_y~2` is a pass of the step `up-x.user_y`. */
export const stepOf = (key: string): string => key.split('~')[0] ?? key;
export const knownStep = (key: string): Step => knowledge.steps[stepOf(key)] ?? {};
export const isEntered = (p: Parameter) => ['MANUAL', 'SCAN'].includes(p.source.kind);

/** What lies outside the step. */
export type World = {
  bench: Bench;
  equipment: (role: string) => string;
  patientToken: () => Promise<string>;
  /** by `up.step.parameter` */
  recorded: (path: string) => Promise<string>;
  openExceptions: () => Promise<number>;
};

/** Whether the answer follows from what the MES computes in the same step. */
export const depends = (key: string, p: Parameter): boolean =>
  /^(evaluated|if) /.test(knownStep(key).values?.[p.id] ?? '');

/**
 * What a person enters for a parameter.
 *
 * @param computed what the MES computed so far in this step
 * @returns undefined for what may stay empty
 */
export async function answer(
  view: StepView,
  p: Parameter,
  world: World,
  computed: Values,
): Promise<string | undefined> {
  const rule = knownStep(view.key).values?.[p.id];
  if (rule !== undefined) return byRule(p, rule, world, computed);
  if (p.source.kind === 'SCAN') return code(view, p, world);
  switch (p.type) {
    case 'BOOLEAN':
      return p.limits?.allowed?.[0] ?? 'true';
    case 'CHOICE':
      return goodChoice(p);
    case 'TIME':
      return 'now';
    case 'TEXT':
      return p.required ? 'nothing unusual' : undefined;
    default:
      return p.required ? nominal(p) : undefined;
  }
}

function code(view: StepView, { id, source }: Parameter, world: World): string | Promise<string> {
  const label = id.replaceAll('_', '-');
  const of = source.kind === 'SCAN' ? source : undefined;
  switch (of?.of) {
    case 'LOT':
      return knowledge.lots[of.material ?? ''] ?? '';
    case 'EQUIPMENT':
      return world.equipment(of.equipment ?? '');
    case 'PATIENT':
      return world.patientToken();
    case 'LABEL':
      return `${view.header.coi}/${label}`;
    default:
      return `S-${view.number}-${label}`;
  }
}

const goodChoice = (p: Parameter): string | undefined =>
  p.limits?.allowed?.[0] ?? (p.choices.find((c) => c.verdict === 'NORMAL') ?? p.choices[0])?.value;

async function byRule(p: Parameter, rule: string, world: World, computed: Values): Promise<string> {
  const [word = '', a = '', b = '', c = ''] = rule.trim().split(/\s+/);
  const { bench } = world;
  switch (word) {
    case 'measure':
      return rounded(p, await bench.measure(a, b));
    case 'read':
      return rounded(p, await bench.shown(a, b));
    case 'vessel':
      return rounded(p, await bench.look(a));
    case 'recorded':
      return rounded(p, Number(await world.recorded(a)));
    case 'thawed':
      return rounded(p, Number(await world.recorded(a)) * (await bench.thawFactor()));
    case 'exceptions':
      return String(await world.openExceptions());
    case 'evaluated':
      return rounded(p, Number(computed[a]) * (b === '*' ? Number(c) : 1), b === 'down');
    case 'if':
      return computed[a] === 'true' ? c : (rule.split(' else ')[1] ?? '').trim();
    default:
      return rule; // a literal, or a time beginning with "now"
  }
}

/** Rounded as people read it off a display. */
export function rounded(
  p: Pick<Parameter, 'type' | 'decimals'>,
  value: number,
  down = false,
): string {
  const digits = p.type === 'INTEGER' ? 0 : (p.decimals ?? 0);
  return new Intl.NumberFormat('en', {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: down ? 'floor' : 'halfEven',
  } as Intl.NumberFormatOptions).format(value);
}

/** Middle of the normal limits; a little inside where there is only one. */
function nominal(p: Parameter): string {
  const low = bound(p.limits?.normal?.low);
  const high = bound(p.limits?.normal?.high);
  if (low !== undefined && high !== undefined) {
    const middle = rounded(p, (low + high) / 2);
    return Number(middle) >= low && Number(middle) <= high ? middle : String(low);
  }
  if (low !== undefined) return rounded(p, low + inside(low));
  if (high !== undefined) return rounded(p, high - inside(high));
  throw new Error(`nothing says what to enter for ${p.id}`);
}

const bound = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const inside = (limit: number) => (limit === 0 ? 1 : Math.abs(limit) * 0.1);
