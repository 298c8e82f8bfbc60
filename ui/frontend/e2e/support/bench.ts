/** What stands on the bench of the simulated suite: the culture, samples, analysers, bags, displays. */
const simulator = process.env.KIZUNA_SIMULATOR ?? 'http://127.0.0.1:4841';

type Facts = Record<string, unknown>;
/** One movement of hands as the crew's recipe knowledge words it, for example `sample: 0.3`. */
export type Action = Record<string, unknown>;

export class Bench {
  private sample: string | undefined;
  private measured = new Map<string, Promise<Facts>>();

  constructor(
    private readonly vessel: string,
    private readonly equipment: (role: string) => string,
  ) {}

  /** Does what the knowledge says at a moment of a step; values are those entered in it. */
  async move(actions: Action[], values: Record<string, string> = {}) {
    for (const action of actions) {
      for (const [verb, what] of Object.entries(action)) await this.hand(verb, what, values);
    }
  }

  private async hand(verb: string, what: unknown, values: Record<string, string>) {
    const at = `/api/bench/vessels/${this.vessel}`;
    const bag = `${this.vessel}-final`;
    const facts = (typeof what === 'object' ? what : {}) as Facts;
    const event = (body: Facts) => call('POST', `${at}/events`, body);
    const feed = async (volumeMl: number) => {
      if (volumeMl > 0) await event({ kind: 'feed', volumeMl });
    };
    switch (verb) {
      case 'create':
        return call('POST', '/api/bench/vessels', { vesselId: this.vessel, ...facts });
      case 'place':
        return call('POST', `${at}/place`, { device: this.device(String(what)) });
      case 'sample':
        return this.take(amount(what, values));
      case 'transduce':
        return event({
          kind: 'transduction',
          volumeMl: amount(facts.volume, values),
          efficiency: facts.efficiency,
        });
      case 'wash':
        return event({ kind: 'wash', volumeMl: amount(what, values) });
      case 'feed':
        return feed(amount(what, values));
      case 'fillUpTo':
        return feed(amount(what, values) - (await this.look('volumeMl')));
      case 'fill':
        return call('POST', '/api/bench/bags', { bagId: bag, volumeMl: amount(what, values) });
      case 'placeBag':
        return call('POST', `/api/bench/bags/${bag}/place`, {
          device: this.device(String(what)),
          position: 'A1-03',
        });
      case 'decideExceptions':
        return undefined;
      default:
        throw new Error(`no hand knows how to ${verb}`);
    }
  }

  private device(role: string): string | null {
    return role === 'bench' ? null : this.equipment(role);
  }

  private async take(volumeMl: number) {
    this.sample = `${this.vessel}-${crypto.randomUUID().slice(0, 8)}`;
    this.measured.clear();
    const body = { sampleId: this.sample, volumeMl };
    await call('POST', `/api/bench/vessels/${this.vessel}/sample`, body);
  }

  /** A result of the last sample; an analyser measures it once, further results are read off. */
  async measure(analyser: string, result: string): Promise<number> {
    const body = { analyser, sampleId: this.sample };
    const once =
      this.measured.get(analyser) ??
      call('POST', '/api/bench/measure', body).then((a) => a.results as Facts);
    this.measured.set(analyser, once);
    return number((await once)[result], `${analyser} ${result}`);
  }

  /** What scale and eye see of the culture. */
  async look(field: string): Promise<number> {
    return number((await call('GET', `/api/bench/vessels/${this.vessel}`))[field], field);
  }

  /** What a display of a device shows. */
  async shown(role: string, tag: string): Promise<number> {
    const device = await call('GET', `/api/devices/${this.equipment(role)}`);
    const values = device.values as Record<string, { value: unknown }>;
    return number(values[tag]?.value, `${role} ${tag}`);
  }

  /** Share of the viability that survives freezing and thawing. */
  async thawFactor(): Promise<number> {
    const factor = (await call('GET', `/api/bench/bags/${this.vessel}-final`)).postThawFactor;
    return typeof factor === 'number' ? factor : 0.93;
  }
}

/** Makes something fail; the answer heals it. */
export async function fault(body: Facts): Promise<() => Promise<void>> {
  const { id } = await call('POST', '/api/faults', body);
  return async () => void (await call('DELETE', `/api/faults/${String(id)}`));
}

function amount(what: unknown, values: Record<string, string>): number {
  return number(typeof what === 'string' ? values[what] : what, String(what));
}

function number(value: unknown, name: string): number {
  const result = Number(value);
  if (value === undefined || value === '' || Number.isNaN(result)) {
    throw new Error(`the bench has no number for ${name}: ${JSON.stringify(value)}`);
  }
  return result;
}

async function call(method: string, path: string, body?: Facts): Promise<Facts> {
  const answer = await fetch(simulator + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`simulator ${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Facts;
}
