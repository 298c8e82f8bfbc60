import { useTranslation } from 'react-i18next';
import type { Parameter, RecordedValue } from '@/shared/api/types';
import { OwnWords } from '@/shared/components/OwnWords';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useFacts } from '@/shared/lib/provenance';
import { useTime } from '@/shared/lib/time';
import { unitText } from '@/shared/lib/units';
import { history, limitsText } from './rows';

/** One parameter: the value that counts, and every value it replaced struck through, still readable. */
export function ValueRow({ parameter: p }: { parameter: Parameter }) {
  const { t } = useTranslation(['record', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  const values = p.recorded ? history(p.recorded) : [];
  const yesNo = (word: string) => (word === 'true' ? t('common:yes') : t('common:no'));
  const limits =
    p.type === 'BOOLEAN'
      ? (p.limits?.allowed ?? []).map(yesNo).join(', ')
      : limitsText(p.limits, { alert: t('alert'), reject: t('reject') });
  const print = (v: RecordedValue) => {
    if (p.type === 'BOOLEAN') return yesNo(v.value);
    if (p.type === 'TIME') return time.exact(v.value) || v.value;
    const choice = p.choices?.find((c) => c.value === v.value);
    return choice ? text(choice.name) : `${v.display || v.value} ${unitText(v.unit ?? p.unit)}`;
  };
  if (values.length === 0) {
    return (
      <tr>
        <th scope="row">{text(p.name)}</th>
        <td className="muted">{t('noValue')}</td>
        <td>
          {limits} {limits && unitText(p.unit)}
        </td>
        <td />
        <td>{t(`source.${p.source.kind}`)}</td>
        <td />
      </tr>
    );
  }
  return values.map((v, i) => (
    <tr key={v.revision} data-verdict={v.verdict} className={i > 0 ? 'record-old' : undefined}>
      <th scope="row">
        {i > 0 ? t('replaced') : text(p.name)}
        {i === 0 && p.classification !== 'INFO' && (
          <span className="muted"> {p.classification}</span>
        )}
      </th>
      <td className="record-value" translate={p.type === 'TEXT' ? 'no' : undefined}>
        {i > 0 ? <s>{print(v)}</s> : <b>{print(v)}</b>}
      </td>
      <td>
        {limits} {limits && unitText(p.unit)}
      </td>
      <td>
        <span
          className={
            { REJECT: 'tag bad', ALERT: 'tag warn', NORMAL: '', NOT_JUDGED: 'muted' }[v.verdict]
          }
        >
          {t(`common:verdict.${v.verdict}`)}
        </span>
      </td>
      <td>
        {t(`source.${v.source}`, { defaultValue: v.source })}
        <Provenance value={v} />
        {v.reason && (
          <span className="record-reason">
            {t('reason')}: <OwnWords>{v.reason}</OwnWords>
          </span>
        )}
      </td>
      <td>
        {person(v.by)}
        <span className="record-time">{time.exact(v.at)}</span>
      </td>
    </tr>
  ));
}

function Provenance({ value }: { value: RecordedValue }) {
  const facts = useFacts()(value.provenance);
  if (facts.length === 0) return null;
  return (
    <span className="record-provenance">
      {facts.map((f) => `${f.label} ${f.value}`).join(' · ')}
    </span>
  );
}
