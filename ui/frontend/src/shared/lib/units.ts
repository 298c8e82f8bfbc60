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
