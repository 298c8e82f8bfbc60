import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { importRecipe } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import type { Fault } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { CheckIcon, StopIcon } from '@/shared/components/Icons';
import { useFaultText } from './faults';

/** A package is checked whole: all its faults at once, each with file and line. */
export function ImportPanel() {
  const { t } = useTranslation('recipes');
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: (file: File) => importRecipe(file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['recipes'] }),
    onSettled: () => {
      if (field.current) field.current.value = '';
    },
  });
  const faults = isProblem(send.error) ? send.error.faults : [];
  return (
    <section className="panel stack" aria-label={t('import.title')}>
      <label className="field recipe-file">
        {t('import.title')}
        <input
          ref={field}
          type="file"
          accept=".zip,application/zip"
          disabled={send.isPending}
          data-testid="recipe-file"
          onChange={(e) => {
            const [file] = e.target.files ?? [];
            if (file) send.mutate(file);
          }}
        />
      </label>
      {send.isPending && <p role="status">{t('import.checking')}</p>}
      {send.isSuccess && (
        <p className="notice" role="status">
          <CheckIcon /> {t('import.done')}
        </p>
      )}
      {faults.length > 0 && <Faults faults={faults} />}
      {send.error && faults.length === 0 && <ErrorPanel error={send.error} write />}
    </section>
  );
}

function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('recipes');
  const words = useFaultText();
  const place = (f: Fault) => [f.file, f.line].filter((x) => x !== undefined).join(':');
  const columns: TableColumn<Fault>[] = [
    { id: 'place', header: t('import.place'), text: place, cell: (f) => <code>{place(f)}</code> },
    { id: 'rule', header: t('import.rule'), text: (f) => words(f.rule) },
    { id: 'value', header: t('import.value'), text: (f) => f.value ?? '' },
    { id: 'needed', header: t('import.needed'), text: (f) => words(f.needed) },
  ];
  return (
    <div className="stack" role="alert" data-testid="recipe-faults">
      <p className="recipe-refused">
        <StopIcon /> {t('import.refused', { count: faults.length })}
      </p>
      <DataTable
        id="faults"
        caption={t('import.faults')}
        rows={faults}
        columns={columns}
        rowKey={(f) => `${place(f)} ${f.rule} ${f.value ?? ''}`}
        exportName="recipe-faults"
      />
    </div>
  );
}
