import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId, post, put } from '@/shared/api/client';
import type { Challenge } from '@/shared/api/types';
import { BpmnView, type Activity } from '@/shared/components/BpmnView';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { SignSheet } from '@/shared/components/SignSheet';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage, useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';
import { hashOf, recipePath, recipeQuery, type Recipe } from './api';
import { RecipeSteps } from './RecipeSteps';
import './recipes.css';

export default function RecipePage() {
  const { recipeId = '' } = useParams({ strict: false }) as { recipeId?: string };
  const { data, error, refetch } = useQuery(recipeQuery(recipeId));
  return (
    <main className="page stack">
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && <Detail recipe={data} />}
    </main>
  );
}

/** What the approved process says: its state, its route, every step with its limits. */
function Detail({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation('recipes');
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  const { session } = useSession();
  const unitProcedures = recipe.unitProcedures ?? recipe.recipe?.unitProcedures ?? [];
  const diagrams = useMemo(() => recipe.diagrams ?? [], [recipe.diagrams]);
  // The same view as for a batch, with nothing done yet: it gives the diagram its labels.
  const activities = useMemo<Activity[]>(
    () =>
      diagrams.flatMap((d) =>
        Object.entries(d.elementNames ?? {}).map(([elementId, name]) => ({
          processId: d.processId,
          elementId,
          name,
          state: 'FUTURE' as const,
        })),
      ),
    [diagrams],
  );
  const mayApprove =
    recipe.state === 'IMPORTED' &&
    hasRole(session, ['QA']) &&
    (typeof recipe.importedBy === 'string' ? recipe.importedBy : recipe.importedBy?.id) !==
      session?.person.id;
  return (
    <>
      <div className="row">
        <Link className="btn" to="/recipes">
          {t('back')}
        </Link>
        <h1>
          {text(recipe.name)} {recipe.version}
        </h1>
        <span className={recipe.state === 'IMPORTED' ? 'tag warn' : 'tag'}>
          {t(`state.${recipe.state}`)}
        </span>
        <span className="grow" />
        {mayApprove && <Approve recipe={recipe} />}
      </div>
      <dl className="panel facts">
        <dt>{t('column.product')}</dt>
        <dd>{recipe.product}</dd>
        <dt>{t('column.hash')}</dt>
        <dd className="recipe-hash">{hashOf(recipe)}</dd>
        <dt>{t('column.imported')}</dt>
        <dd>
          {person(recipe.importedBy)} · {time.exact(recipe.importedAt)}
        </dd>
        {recipe.approvedAt && (
          <>
            <dt>{t('column.approved')}</dt>
            <dd>
              {person(recipe.approvedBy)} · {time.exact(recipe.approvedAt)}
            </dd>
          </>
        )}
      </dl>
      {diagrams.length > 0 && (
        <section className="recipe-diagram" aria-label={t('diagram')}>
          <BpmnView diagrams={diagrams} activities={activities} />
        </section>
      )}
      <RecipeSteps
        unitProcedures={unitProcedures}
        exportName={`${recipe.product}-${recipe.version}`}
      />
    </>
  );
}

function Approve({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation('recipes');
  const language = useLanguage();
  const queries = useQueryClient();
  const [requestId, setRequestId] = useState<string>();
  const base = `${recipePath(recipe.id)}/approvals`;
  return (
    <>
      <button
        type="button"
        className="btn primary"
        onClick={() => setRequestId(newRequestId())}
        data-testid="approve"
      >
        {t('approve')}
      </button>
      <SignSheet
        opened={requestId !== undefined}
        onClose={() => setRequestId(undefined)}
        title={t('approveTitle')}
        ask={() => post<Challenge>(`${base}/challenges`, { language })}
        content={(challenge) => (
          <>
            <ShownFacts challenge={challenge} />
            <p>{t('effectText')}</p>
          </>
        )}
        sign={async (signature) => {
          await put(`${base}/${requestId}`, { language, signature });
          setRequestId(undefined);
          await queries.invalidateQueries({ queryKey: ['recipes'] });
        }}
      />
    </>
  );
}
