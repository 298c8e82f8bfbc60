import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompletionAnswer, Fault, Person, Signature, StepView } from '@/shared/api/types';
import { SignSheet } from '@/shared/components/SignSheet';
import { useLanguage, useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useConnected } from '@/shared/live/live';
import { useSession } from '@/shared/session/session';
import { EntryPanel } from './entry/EntryPanel';
import { askChallenge, verify, type StepRef } from './model/api';
import { useDraft } from './model/draft';
import { completeValues, isOpen, itemsOf, nextOpen } from './model/items';
import { secondEntryView } from './model/recorded';
import { Actions } from './parts/Actions';
import { RefusedPanel } from './parts/RefusedPanel';
import { RecordedList } from './parts/RecordedList';
import { RecordList } from './parts/RecordList';
import { StepLayout } from './parts/StepLayout';
import { SignContent } from './sheets/SignContent';

type Props = {
  step: StepRef;
  view: StepView;
  person: Person;
  onRecorded: (answer: CompletionAnswer) => void;
};

/** The second person looks at, or enters again without seeing, what the first one recorded. */
export function VerifyWorkspace({ step, view, person, onRecorded }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const personText = usePersonText();
  const language = useLanguage();
  const queries = useQueryClient();
  const connected = useConnected();
  const { session } = useSession();
  // Who is logged in may be the performer; the second person signs on the same tablet.
  const halted = view.header.state !== 'RUNNING' && view.header.state !== 'COMPLETE';
  const blind = view.verification === 'BLIND_SECOND_ENTRY';
  const draft = useDraft(step, person.id, 'verify');
  const shown = blind ? secondEntryView(view) : view;
  const items = blind ? itemsOf(shown, draft.draft, undefined) : [];
  const [pickedId, setPickedId] = useState<string>();
  const [sheet, setSheet] = useState<'none' | 'sign' | 'problem'>('none');
  const open = items.filter(isOpen);
  const current = items.find((i) => i.id === pickedId) ?? nextOpen(items, undefined);
  const values = blind ? completeValues(shown, draft.draft) : {};

  const body = {
    coi: view.header.coi,
    revision: view.revision,
    language,
    ...(blind && { values }),
  };
  const record = useMutation({
    mutationFn: (signature: Signature) =>
      verify(step, draft.draft.requestId, { ...body, signature }),
    onSuccess: async (answer) => {
      draft.drop();
      onRecorded(answer);
      await queries.invalidateQueries({ queryKey: ['batch', step.batchId] });
      await queries.invalidateQueries({ queryKey: ['work'] });
    },
  });

  return (
    <StepLayout
      view={view}
      list={
        blind ? (
          <RecordList items={items} currentId={current?.id} onPick={setPickedId} />
        ) : (
          <RecordedList view={view} />
        )
      }
      side={
        halted && view.refusal ? (
          <RefusedPanel refusal={view.refusal} />
        ) : blind && current ? (
          <EntryPanel
            step={step}
            view={view}
            item={current}
            position={t('position', { at: items.indexOf(current) + 1, of: items.length })}
            draft={draft}
            active={sheet === 'none' && !session?.locked}
            onMismatch={() => undefined}
            onNext={() => setPickedId(nextOpen(items, current.id)?.id)}
          />
        ) : (
          <section className="panel entry-panel" aria-label={t('verify.title')}>
            <h2>{t('verify.title')}</h2>
            <p>{t(blind ? 'verify.blindDone' : 'verify.compare')}</p>
            <p className="muted">
              {t('verify.performedBy', { name: personText(view.performedBy) })}
            </p>
            <p>{t('verify.otherPerson')}</p>
          </section>
        )
      }
      notices={<>{blind && <p className="notice">{t('verify.blind')}</p>}</>}
      actions={
        <Actions
          step={step}
          problemOpen={sheet === 'problem'}
          onProblem={(opened) => setSheet(opened ? 'problem' : 'none')}
          primary={{
            label: t('verify.sign'),
            onPress: () => setSheet('sign'),
            disabled: open.length > 0 || !connected || (halted && view.refusal !== undefined),
            hint: open.length > 0 ? t('missing', { count: open.length }) : '',
          }}
        />
      }
    >
      <SignSheet
        opened={sheet === 'sign'}
        onClose={() => setSheet('none')}
        title={t('verify.signTitle')}
        ask={() => askChallenge(step, { purpose: 'VERIFY', reasons: {}, ...body, values })}
        content={(challenge) => <SignContent view={view} challenge={challenge} />}
        nameOf={(fault: Fault) =>
          text(view.parameters.find((p) => p.id === fault.parameter)?.name) || undefined
        }
        sign={async (signature) => {
          await record.mutateAsync(signature);
        }}
      />
    </StepLayout>
  );
}
