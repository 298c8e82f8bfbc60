import { spanText } from './time';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const printed: Record<string, string> = { '1': '', Cel: '°C', 'Cel/min': '°C/min', '%': '%' };

/** UCUM is what the record stores; people read `×10⁶/mL` and `°C`. */
export function unitText(ucum: string | undefined): string {
  if (ucum === undefined) return '';
  const known = printed[ucum];
  if (known !== undefined) return known;
  return ucum
    .replace(/10\*(-?)(\d+)/g, (_, minus: string, digits: string) => {
      const power = [...digits].map((d) => superscripts[Number(d)]).join('');
      return `×10${minus && '⁻'}${power}`;
    })
    .replace(/\{(\w+)\}/g, '$1')
    .replace(/\[(\w+)\]/g, '$1')
    .replace(/(^|[/.])u(?=[A-Za-z])/g, '$1µ')
    .replace(/Cel/g, '°C')
    .replace(/(?<=[A-Za-z])\.(?=[A-Za-z])/g, '·');
}

const SPAN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;
const MEASURED = /^(-?\d[\d.]*) (\S+)$/;

/** A fact of an exception as the record stores it: a value with its UCUM unit, a span of ISO 8601, other words. */
export function factText(fact: string | undefined): string {
  if (fact === undefined) return '';
  const measured = MEASURED.exec(fact);
  if (measured) return `${measured[1]} ${unitText(measured[2])}`.trim();
  const [, sign = '', rest = fact] = /^(<= )?(.*)$/s.exec(fact) ?? [];
  const span = rest === 'P' ? null : SPAN.exec(rest);
  if (!span) return fact;
  const [d, h, m, s] = span.slice(1).map((n) => Number(n ?? 0)) as [number, number, number, number];
  return `${sign && '≤ '}${spanText((((d * 24 + h) * 60 + m) * 60 + s) * 1000)}`;
}
