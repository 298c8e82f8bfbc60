import { useTranslation } from 'react-i18next';
import type { Parameter, Verdict } from '@/shared/api/types';
import { CheckIcon, StopIcon, WarnIcon } from '@/shared/components/Icons';
import { isDecimal } from '@/shared/lib/decimal';
import { sideOf } from '@/shared/lib/limits';

type Props = { parameter: Parameter; value: string; verdict: Verdict };

/** Icon and word say the same; the colour is only the third cue. */
export function VerdictLine({ parameter, value, verdict }: Props) {
  const { t } = useTranslation('step');
  const side = isDecimal(value) ? sideOf(value, parameter.limits) : undefined;
  const word =
    verdict === 'ALERT' || verdict === 'REJECT'
      ? t(`verdict.${verdict}${side ? `_${side}` : ''}`)
      : t(`verdict.${verdict}`);
  const Icon = verdict === 'REJECT' ? StopIcon : verdict === 'ALERT' ? WarnIcon : CheckIcon;
  return (
    <p className="verdict" data-verdict={verdict} data-testid="verdict" role="status">
      {verdict !== 'NOT_JUDGED' && <Icon size={28} />} {word}
    </p>
  );
}
