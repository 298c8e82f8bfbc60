import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId, put } from '@/shared/api/client';
import type { Fault, NewOrder, Ordered, OrderOptions } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { normalizeNumber } from '@/shared/lib/decimal';
import { unitsFor } from './api';

type Fields = {
  product: string;
  client: string;
  suite: string;
  patientToken: string;
  bodyWeightKg: string;
  equipment: Record<string, string>;
};

const key = (p: { code: string; version: string }) => `${p.code} ${p.version}`;
const only = <T,>(list: T[], id: (x: T) => string) =>
  list.length === 1 && list[0] ? id(list[0]) : '';

/** One order, one batch. Sent twice by accident it is made once: the request id belongs to the form. */
export function OrderForm({
  options,
  onCreated,
}: {
  options: OrderOptions;
  onCreated: (c: Ordered) => void;
}) {
  const { t } = useTranslation('orders');
  const text = useText();
  const queries = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [f, setFields] = useState<Fields>(() => ({
    product: only(options.products, key),
    client: only(options.clients, (c) => c.id),
    suite: only(options.suites, (s) => s.id),
    patientToken: '',
    bodyWeightKg: '',
    equipment: {},
  }));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const product = options.products.find((p) => key(p) === f.product);
  const send = useMutation({
    mutationFn: (order: NewOrder) =>
      put('/api/orders/{requestId}', { path: { requestId }, body: order }),
    onSuccess: async (created) => {
      await queries.invalidateQueries({ queryKey: ['batches'] });
      onCreated(created);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!product || send.isPending) return;
    send.mutate({
      product: product.code,
      client: f.client,
      suite: f.suite,
      patientToken: f.patientToken.normalize('NFKC').trim(),
      bodyWeightKg: normalizeNumber(f.bodyWeightKg),
      equipment: Object.fromEntries(
        product.equipment.map((e) => [e.role, f.equipment[e.role] ?? '']),
      ),
    });
  };
  const nameOf = (fault: Fault) =>
    fault.field &&
    (text(product?.equipment.find((e) => fault.field?.endsWith(e.role))?.name) ||
      t(`field.${fault.field}`, { defaultValue: fault.field }));

  return (
    <form className="panel stack orders-form" onSubmit={submit} data-testid="order-form">
      <h2>{t('new')}</h2>
      <div className="orders-fields">
        <Choice
          label={t('field.product')}
          name="product"
          value={f.product}
          onChange={(v) => set({ product: v, equipment: {} })}
          options={options.products.map((p) => [key(p), `${text(p.name)} (${key(p)})`])}
        />
        <Choice
          label={t('field.client')}
          name="client"
          value={f.client}
          onChange={(client) => set({ client })}
          options={options.clients.map((c) => [c.id, text(c.name)])}
        />
        <Choice
          label={t('field.suite')}
          name="suite"
          value={f.suite}
          onChange={(suite) => set({ suite })}
          options={options.suites.map((s) => [s.id, text(s.name)])}
        />
        <label className="field">
          {t('field.patientToken')}
          <input
            required
            maxLength={60}
            data-testid="order-patientToken"
            autoComplete="off"
            value={f.patientToken}
            onChange={(e) => set({ patientToken: e.target.value })}
            aria-describedby="token-hint"
          />
          <span id="token-hint" className="orders-hint">
            {t('tokenHint')}
          </span>
        </label>
        <label className="field">
          {t('field.bodyWeightKg')}
          <input
            required
            data-testid="order-bodyWeightKg"
            inputMode="decimal"
            autoComplete="off"
            value={f.bodyWeightKg}
            onChange={(e) => set({ bodyWeightKg: e.target.value })}
            aria-describedby="weight-hint"
          />
          <span id="weight-hint" className="orders-hint">
            {t('weightHint')}
          </span>
        </label>
        {product?.equipment.map((need) => (
          <Choice
            key={need.role}
            label={text(need.name)}
            name={need.role}
            value={f.equipment[need.role] ?? ''}
            onChange={(id) => set({ equipment: { ...f.equipment, [need.role]: id } })}
            options={unitsFor(options, need).map((e) => [
              e.id,
              [e.id, text(e.name), e.suite, e.busy && t('busy', { batch: e.busy })]
                .filter(Boolean)
                .join(' · '),
              e.busy !== undefined,
            ])}
          />
        ))}
      </div>
      {send.error && (
        <ErrorPanel error={send.error} write nameOf={(fault) => nameOf(fault) || undefined} />
      )}
      <div className="row">
        <button className="btn primary" disabled={send.isPending} data-testid="order-submit">
          {send.isPending ? t('sending') : t('create')}
        </button>
        <span className="muted">{t('createHint')}</span>
      </div>
    </form>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  value: string;
  onChange: (v: string) => void;
  /** value, name, and whether it cannot be chosen now */
  options: [string, string, boolean?][];
};

function Choice({ label, name, value, onChange, options }: ChoiceProps) {
  const { t } = useTranslation('orders');
  return (
    <label className="field">
      {label}
      <select
        required
        data-testid={`order-${name}`}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      >
        <option value="">{t('choose')}</option>
        {options.map(([id, name, taken]) => (
          <option key={id} value={id} disabled={taken ?? false}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
