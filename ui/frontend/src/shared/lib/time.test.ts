import { describe, expect, it } from 'vitest';
import { spanText, timeFormat } from './time';
import { unitText } from './units';

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
});
