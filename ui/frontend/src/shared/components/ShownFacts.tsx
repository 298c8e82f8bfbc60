import { useTranslation } from 'react-i18next';
import type { BatchHeader, Challenge, Text } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { unitText } from '@/shared/lib/units';

type Line = {
  name: string;
  display?: string;
  value: string;
  unit?: string;
  limits?: string;
  reason?: string;
};

/** Facts of the ceremony itself; the sheet shows them elsewhere. */
const ELSEWHERE = ['purpose', 'meaning', 'language', 'revision', 'step'];
const WORDS = ['decision', 'severity', 'type', 'disposition', 'state', 'action'];

const isText = (x: unknown): x is Text =>
  x !== null && typeof x === 'object' && 'en' in x && 'ja' in x;
const isLine = (x: unknown): x is Line =>
  x !== null && typeof x === 'object' && 'name' in x && 'value' in x;

/** Nothing but the content of the challenge: what is read here is what the digest covers. */
export function ShownFacts({ challenge, header }: { challenge: Challenge; header?: BatchHeader }) {
  const { t } = useTranslation('shown');
  const text = useText();
  const facts = Object.entries(challenge.shown).filter(([name]) => !ELSEWHERE.includes(name));

  const print = (name: string, value: unknown): string => {
    if (isText(value)) return text(value);
    if (typeof value !== 'object' || value === null) {
      const plain = String(value);
      return WORDS.includes(name) ? t(`word.${plain}`, { defaultValue: plain }) : plain;
    }
    if (name === 'gates') {
      const shut = Object.entries(value).filter(([, count]) => String(count) !== '0');
      return shut.length === 0
        ? t('allGatesOpen', { count: Object.keys(value).length })
        : shut
            .map(([gate, count]) => `${t(`gate.${gate}`, { defaultValue: gate })}: ${count}`)
            .join(', ');
    }
    return Object.entries(value)
      .map(([key, v]) => `${t(`name.${key}`, { defaultValue: key })} ${print(key, v)}`)
      .join(' · ');
  };

  return (
    <dl className="facts" data-testid="shown">
      {header && (
        <>
          <dt>{t('name.code')}</dt>
          <dd>
            {header.shortCode} · {text(header.checkWord)}
          </dd>
        </>
      )}
      {facts.map(([name, value]) =>
        Array.isArray(value)
          ? value.filter(isLine).map((line, i) => [
              <dt key={`${name}${i}t`}>{line.name}</dt>,
              <dd key={`${name}${i}d`}>
                {line.display ?? line.value} {unitText(line.unit)}
                {line.limits && <span className="muted"> ({line.limits})</span>}
                {line.reason && <div className="muted">{line.reason}</div>}
              </dd>,
            ])
          : [
              <dt key={`${name}t`}>{t(`name.${name}`, { defaultValue: name })}</dt>,
              <dd key={`${name}d`}>{print(name, value)}</dd>,
            ],
      )}
    </dl>
  );
}
