import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId, post, put } from '@/shared/api/client';
import type { Recipe, RecipeLine } from '@/shared/api/types';
import { BpmnView } from '@/shared/components/BpmnView';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { SignSheet } from '@/shared/components/SignSheet';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage, useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';
import { namesOf, recipeQuery } from './api';
import { RecipeSteps } from './RecipeSteps';
import './recipes.css';
import './texts';

export default function RecipePage() {
  const { recipeId = '' } = useParams({ strict: false }) as { recipeId?: string };
  const { data, error, refetch } = useQuery(recipeQuery(recipeId));
  return (
    <main className="page stack">
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && <Detail whole={data} />}
    </main>
  );
}

/** What the approved process says: its state, its route, every step with its limits. */
function Detail({ whole }: { whole: Recipe }) {
  const { version: recipe, diagrams } = whole;
  const { t } = useTranslation('recipes');
  const text = useText();
  const time = useTime();
  const { session } = useSession();
  const activities = useMemo(() => namesOf(whole), [whole]);
  const mayApprove =
    recipe.state === 'IMPORTED' &&
    hasRole(session, ['QA']) &&
    text(recipe.importedBy.name) !== session?.person.id;
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
        <dd className="recipe-hash">{recipe.packageHash}</dd>
        <dt>{t('column.imported')}</dt>
        <dd>
          {text(recipe.importedBy.name)} · {time.exact(recipe.importedAt)}
        </dd>
        {recipe.approvedAt && (
          <>
            <dt>{t('column.approved')}</dt>
            <dd>
              {text(recipe.approvedBy?.name)} · {time.exact(recipe.approvedAt)}
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
        unitProcedures={whole.recipe.unitProcedures}
        exportName={`${recipe.product}-${recipe.version}`}
      />
    </>
  );
}

function Approve({ recipe }: { recipe: RecipeLine }) {
  const { t } = useTranslation('recipes');
  const language = useLanguage();
  const queries = useQueryClient();
  const [requestId, setRequestId] = useState<string>();
  const { id } = recipe;
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
        ask={() => post('/api/recipes/{id}/challenges', { path: { id } })}
        content={(challenge) => (
          <>
            <ShownFacts challenge={challenge} />
            <p>{t('effectText')}</p>
          </>
        )}
        sign={async (signature) => {
          if (requestId === undefined) return;
          await put('/api/recipes/{id}/approvals/{requestId}', {
            path: { id, requestId },
            body: { language, signature },
          });
          setRequestId(undefined);
          await queries.invalidateQueries({ queryKey: ['recipes'] });
        }}
      />
    </>
  );
}
