import { describe, expect, it } from 'vitest';
import { spanText, timeFormat } from './time';
import { factText, unitText } from './units';

describe('times', () => {
  // The first prototype printed UTC with the label JST.
  it('are the site’s, with the zone beside them', () => {
    const iso = '2026-11-22T15:30:05Z';
    expect(timeFormat('en', 'Asia/Tokyo').exact(iso)).toBe('23 Nov 2026 00:30:05 JST');
    expect(timeFormat('ja', 'Asia/Tokyo').dateTime(iso)).toBe('2026/11/23 00:30 JST');
    expect(timeFormat('en', 'Europe/Berlin').dateTime(iso)).toMatch(/22 Nov 2026 16:30 \S+/);
  });

  it('spans are read at a glance', () => {
    expect([41_000, 2_461_000, 7_509_000, 277_200_000].map(spanText)).toEqual([
      '00:41',
      '41:01',
      '2:05:09',
      '3 d 5:00',
    ]);
  });
});

describe('units', () => {
  it('of UCUM are printed as people read them', () => {
    expect(['10*6/mL', 'Cel', '1', 'uL', '10*8', 'Cel/min', undefined].map(unitText)).toEqual([
      '×10⁶/mL',
      '°C',
      '',
      'µL',
      '×10⁸',
      '°C/min',
      '',
    ]);
  });

  it('and spans in the facts of an exception too; other words stay as they are', () => {
    const facts = ['1.15 10*6/mL', '-140.0 Cel', '3 1', 'PT34M12.5S', '<= PT1H', 'P1DT2H', 'PT0S'];
    expect(facts.map(factText)).toEqual([
      '1.15 ×10⁶/mL',
      '-140.0 °C',
      '3',
      '34:12',
      '≤ 1:00:00',
      '1 d 2:00',
      '00:00',
    ]);
    const words = ['[85, ); reject < 70', 'EX-C-2611-AAA/apheresis-bag', 'P', ''];
    expect(words.map(factText)).toEqual(words);
    expect(factText(undefined)).toBe('');
  });
});
