import { Checkbox, Radio, Select } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/field.js';
import { channels } from '../../shared/channels.js';
import { severities, threats } from './desk-types.js';
import { noProduct, unclassified } from './intake.js';
import { shows } from './shown-fields.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';

const search = { optionFilterProp: 'label' } as const;

/** What the complaint is about, where it belongs and how bad it is. */
export const PlaceFields = memo(
  function PlaceFields(props: { form: IntakeForm; lacksCategory: boolean }) {
    const { t } = useTranslation('desk');
    const { form, lacksCategory } = props;
    const { optionsOf } = useNames();
    const { channel, category, product, organisation, severity } = form.intake;
    const categories = [
      ...optionsOf('categories').filter(({ value }) => value !== unclassified),
      { value: unclassified, label: t('intake.unclassified') },
    ];
    const products = [...optionsOf('products'), { value: noProduct, label: t('intake.noProduct') }];
    return (
      <div className="desk-fields">
        <Field
          id="desk-category"
          label={t('intake.category')}
          isRequired
          fault={lacksCategory ? t('lack.category') : undefined}
        >
          <Select
            id="desk-category"
            status={lacksCategory ? 'error' : ''}
            showSearch={search}
            {...(category !== undefined && { value: category })}
            options={categories}
            onChange={(value: string) => form.set({ category: value })}
            placeholder={t('intake.categoryHint')}
          />
        </Field>
        <Field id="desk-product" label={t('intake.product')}>
          <Select
            id="desk-product"
            showSearch={search}
            allowClear
            {...(product !== undefined && { value: product })}
            options={products}
            onChange={(value: string | undefined) => form.set({ product: value })}
            placeholder={t('intake.productHint')}
          />
        </Field>
        <Field
          id="desk-unit"
          label={t('intake.unit')}
          {...(organisation === undefined && { hint: t('intake.unitLater') })}
        >
          <Select
            id="desk-unit"
            showSearch={search}
            allowClear
            {...(organisation !== undefined && { value: organisation })}
            options={optionsOf('units')}
            onChange={(value: string | undefined) => form.set({ organisation: value })}
            placeholder={t('intake.unitHint')}
          />
        </Field>
        <Field id="desk-channel" label={t('intake.channel')}>
          <Select
            id="desk-channel"
            value={channel}
            options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            onChange={(value) => form.set({ channel: value })}
          />
        </Field>
        <Field className="desk-whole" label={t('intake.severity')}>
          <Radio.Group
            aria-label={t('intake.severity')}
            optionType="button"
            value={severity}
            options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
            onChange={(event) => form.set({ severity: event.target.value as typeof severity })}
          />
        </Field>
        <Field className="desk-whole" label={t('intake.threats')}>
          <Checkbox.Group
            aria-label={t('intake.threats')}
            value={form.intake.threats}
            options={threats.map((value) => ({ value, label: t(`threat.${value}`) }))}
            onChange={(chosen) => form.set({ threats: chosen })}
          />
        </Field>
      </div>
    );
  },
  shows('category', 'product', 'organisation', 'channel', 'severity', 'threats'),
);
