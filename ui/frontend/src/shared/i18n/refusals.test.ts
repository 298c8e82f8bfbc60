import { beforeAll, describe, expect, it } from 'vitest';
import { inJapanese, loadRefusals } from './refusals';

describe('inJapanese', () => {
  beforeAll(loadRefusals);

  it('translates a sentence as it is', () => {
    expect(inJapanese('A step is recorded once.')).toBe('工程の記録は一度だけ行える。');
  });

  it('keeps what a sentence was filled with', () => {
    expect(inJapanese('a text of at most 80 characters')).toBe('80 文字以内の文字列');
  });

  it('translates what a sentence was filled with', () => {
    expect(inJapanese('Release is blocked: exception not decided.')).toBe(
      '出荷判定の条件を満たさない:判定されていない例外。',
    );
  });

  it('prefers the sentence that says more', () => {
    expect(inJapanese('no value for 35 s')).toBe('35 秒間 値なし');
    expect(inJapanese('no value for vcd')).toBe('vcd の値がない');
  });

  it('leaves what nobody has translated', () => {
    expect(inJapanese('BRX-01.T_PV')).toBe('BRX-01.T_PV');
  });
});
