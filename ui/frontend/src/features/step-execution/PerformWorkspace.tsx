import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Challenge, CompletionAnswer, Fault, Person, StepView } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { SignSheet } from '@/shared/components/SignSheet';
import { useText } from '@/shared/i18n';
import { isOutside } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import { useConnected } from '@/shared/live/live';
import { useSession } from '@/shared/session/session';
import { EntryPanel } from './entry/EntryPanel';
import type { StepRef } from './model/api';
import { useDraft } from './model/draft';
import {
  asksReason,
  completeValues,
  isOpen,
  itemsOf,
  needsSupervisor,
  nextOpen,
} from './model/items';
import { useCompletion } from './model/useCompletion';
import { useEvaluation } from './model/useEvaluation';
import { Actions } from './parts/Actions';
import { MismatchStop, type Mismatch } from './parts/MismatchStop';
import { ReadyPanel } from './parts/ReadyPanel';
import { RefusedPanel } from './parts/RefusedPanel';
import { RecordList } from './parts/RecordList';
import { StepLayout } from './parts/StepLayout';
import { ReasonSheet } from './sheets/ReasonSheet';
import { SignContent } from './sheets/SignContent';

type Props = {
  step: StepRef;
  view: StepView;
  person: Person;
  onRecorded: (answer: CompletionAnswer) => void;
};

type OpenSheet = 'none' | 'problem' | { reasonFor: string };

/** The step as its performer works it: enter, judge, sign, done. */
export function PerformWorkspace({ step, view, person, onRecorded }: Props) {
  const { t } = useTranslation('step');
  const text = useText();
  const connected = useConnected();
  const { session } = useSession();
  const draft = useDraft(step, person.id, 'perform');
  const values = completeValues(view, draft.draft);
  const evaluation = useEvaluation(step, view, values, !session?.locked && !view.refusal);
  const items = itemsOf(view, draft.draft, evaluation.data?.values);
  const [pickedId, setPickedId] = useState<string | undefined>(
    () => nextOpen(items, undefined)?.id,
  );
  const [sheet, setSheet] = useState<OpenSheet>('none');
  const [mismatch, setMismatch] = useState<Mismatch>();

  const open = items.filter(isOpen);
  const picked = items.find((i) => i.id === pickedId);
  const current = picked ?? (open.length > 0 ? nextOpen(items, undefined) : undefined);
  const goNext = () => setPickedId(nextOpen(items, current?.id)?.id ?? 'ready');
  const onNext = () => {
    if (current && asksReason(current)) setSheet({ reasonFor: current.id });
    else if (current?.state !== 'blocked') goNext();
  };

  const completion = useCompletion({
    step,
    view,
    draft,
    values,
    supervised: needsSupervisor(items),
    onRecorded,
  });
  const quiet = sheet === 'none' && completion.stage === 'none' && !mismatch;

  const reasonItem =
    typeof sheet === 'object' ? items.find((i) => i.id === sheet.reasonFor) : undefined;
  const position = current
    ? t('position', { at: items.indexOf(current) + 1, of: items.length })
    : '';
  const nameOf = (fault: Fault) => {
    const id = fault.parameter ?? fault.field;
    const named = [...view.parameters, ...view.identityScans].find((x) => x.id === id);
    return text(named?.name);
  };
  const content = (challenge: Challenge) => <SignContent view={view} challenge={challenge} />;
  return (
    <StepLayout
      view={view}
      list={<RecordList items={items} currentId={current?.id} onPick={setPickedId} />}
      side={
        view.refusal ? (
          <RefusedPanel refusal={view.refusal} />
        ) : current ? (
          <EntryPanel
            step={step}
            view={view}
            item={current}
            position={position}
            draft={draft}
            active={quiet && !session?.locked}
            onNext={onNext}
            onMismatch={setMismatch}
          />
        ) : (
          <ReadyPanel
            count={items.length}
            comment={draft.draft.comment}
            onComment={draft.setComment}
            signature={view.signature !== undefined}
          />
        )
      }
      notices={
        <>
          {completion.error !== undefined && quiet && (
            <ErrorPanel error={completion.error} write nameOf={nameOf} />
          )}
          {evaluation.error && <ErrorPanel error={evaluation.error} />}
        </>
      }
      actions={
        <Actions
          step={step}
          problemOpen={sheet === 'problem'}
          onProblem={(opened) => setSheet(opened ? 'problem' : 'none')}
          primary={{
            label: t(view.signature ? 'signAndComplete' : 'complete'),
            onPress: completion.start,
            disabled: open.length > 0 || !connected || completion.pending || Boolean(view.refusal),
            hint:
              !connected && !session?.locked
                ? t('connectionLost')
                : open.length > 0
                  ? t('missing', { count: open.length })
                  : '',
          }}
        />
      }
    >
      {mismatch && <MismatchStop {...mismatch} onClose={() => setMismatch(undefined)} />}
      <SignSheet
        opened={completion.stage === 'performer'}
        onClose={completion.close}
        title={t('sign:title')}
        ask={completion.askPerformer}
        content={content}
        sign={completion.signAsPerformer}
        nameOf={nameOf}
        refused={completion.error}
      />
      <SignSheet
        opened={completion.stage === 'supervisor'}
        onClose={completion.close}
        title={t('supervisorTitle')}
        ask={completion.askSupervisor}
        content={content}
        sign={completion.signAsSupervisor}
        nameOf={nameOf}
      />
      {reasonItem?.kind === 'value' && (
        <ReasonSheet
          opened
          name={text(reasonItem.parameter.name)}
          shown={`${reasonItem.value ?? ''} ${unitText(reasonItem.parameter.unit)}`}
          reason={draft.draft.reasons[reasonItem.id] ?? ''}
          outside={isOutside(reasonItem.verdict)}
          onClose={() => setSheet('none')}
          onReason={(reason) => {
            draft.setReason(reasonItem.id, reason);
            setSheet('none');
            goNext();
          }}
        />
      )}
    </StepLayout>
  );
}
