import { useTranslation } from 'react-i18next';
import type { BatchRecord } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useRefusalText } from '@/shared/i18n/refusals';
import { useTime } from '@/shared/lib/time';

/** What the record is about: batch, patient material, master record, equipment. */
export function Cover({ record }: { record: BatchRecord }) {
  const { t } = useTranslation(['record', 'common']);
  const text = useText();
  const time = useTime();
  const sentence = useRefusalText();
  const { header } = record;
  const facts: [string, string | undefined][] = [
    [t('common:identity.batch'), header.number],
    [t('common:identity.code'), `${header.shortCode} · ${text(header.checkWord)}`],
    [t('common:identity.coi'), header.coi],
    [
      t('common:identity.product'),
      `${text(header.product.name)} (${header.product.code} ${header.product.version})`,
    ],
    [t('cover.hash'), record.recipe.packageHash],
    [t('cover.client'), text(header.client.name)],
    [t('cover.suite'), header.suite],
    [t('cover.token'), record.patientToken],
    [t('cover.weight'), `${record.bodyWeightKg} kg`],
    [t('cover.started'), time.exact(record.createdAt)],
    [t('cover.ended'), time.exact(record.endedAt)],
    [t('cover.state'), t(`common:batchState.${header.state}`)],
    [t('cover.holdReason'), sentence(record.holdReason ?? '')],
    [t('cover.generated'), time.exact(record.generatedAt)],
    [
      t('cover.equipment'),
      record.equipment.map((e) => `${e.equipmentId} ${text(e.name)}`).join(', '),
    ],
  ];
  return (
    <section className="panel">
      <dl className="facts">
        {facts.map(([name, value]) =>
          value ? [<dt key={`${name}t`}>{name}</dt>, <dd key={`${name}d`}>{value}</dd>] : null,
        )}
      </dl>
    </section>
  );
}
