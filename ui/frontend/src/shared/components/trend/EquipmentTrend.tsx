import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isCurve, usualTags } from '@/shared/api/equipment';
import type { Equipment } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useUrlValues } from '../table/urlState';
import type { Mark } from './plot';
import type { RangeName } from './range';
import { TrendPanel } from './TrendPanel';

type Props = {
  equipment: Equipment;
  start: string;
  end?: string | undefined;
  initial?: RangeName;
  exportName: string;
  marks?: readonly Mark[];
  limited?: boolean;
  tools?: React.ReactNode;
};

/** Curves of one piece of equipment; which tags, stands in the address line. */
export function EquipmentTrend({ equipment, tools, ...rest }: Props) {
  const { t } = useTranslation('trend');
  const text = useText();
  const id = useId();
  const { value, set } = useUrlValues();
  const { tags = [] } = equipment;
  const curves = tags.filter(isCurve);
  const chosen = value('tags')
    ? value('tags')
        .split(',')
        .filter((tag) => curves.some((c) => c.id === tag))
    : usualTags(tags);
  const toggle = (tag: string) => {
    const next = chosen.includes(tag) ? chosen.filter((c) => c !== tag) : [...chosen, tag];
    set({
      tags:
        curves
          .map((c) => c.id)
          .filter((c) => next.includes(c))
          .join(',') || undefined,
    });
  };
  return (
    <TrendPanel
      {...rest}
      tags={chosen}
      tools={
        <>
          {tools}
          <details className="trend-choose">
            <summary className="btn">
              {t('chooseTags', { count: chosen.length, all: curves.length })}
            </summary>
            <ul>
              {curves.map((tag) => (
                <li key={tag.id}>
                  <label htmlFor={`${id}${tag.id}`}>
                    <input
                      id={`${id}${tag.id}`}
                      type="checkbox"
                      checked={chosen.includes(tag.id)}
                      onChange={() => toggle(tag.id)}
                    />
                    {text(tag.name)} <span className="muted">{tag.tag}</span>
                  </label>
                </li>
              ))}
            </ul>
          </details>
        </>
      }
    />
  );
}
