import { Checkbox, Form, Input, InputNumber, Select, Tag, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseField } from '../../../shared/case-field.js';
import { useToday } from '../../../shared/server-time.js';
import { DateTimeField } from '../../../shared/date-time-field.js';
import { LevelButtons } from '../../../shared/level-buttons.js';
import { useOwnUnit } from '../../../shared/use-own-unit.js';
import { readRule } from '../../../shared/unread.js';
import { ownZone } from '../../../shared/zoned-text.js';
import { useClockName } from '../clocks/clock-bars.js';
import { isBudgetUnit } from '../budget-unit.js';
import { useOrganisation } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import type { CommandName } from '../words.js';
import { clocksFor, whyNoMoreTime } from './clock-choices.js';
import { markColours, markNow } from './stages-to-send.js';
import type { EvidenceMark } from './stages-to-send.js';
import { PartySelect } from './party-select.js';
import { useOpenCounts } from './use-open-counts.js';
import { unitsFor } from './unit-choices.js';

/** A field of a command, as the description of the API has it. */
export interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: string;
  readonly options?: readonly string[];
  readonly fields?: readonly Field[];
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}

const people = [
  ...(['owner', 'concerns', 'agent', 'agents', 'accountable', 'accused'] as const),
  ...(['decider', 'lead', 'speaker'] as const),
] as readonly string[];
const units = ['to', 'unit', 'units', 'desk', 'department'];
/** Another case, by its number. */
const otherCases = ['into', 'incident', 'earlier'];
const short = ['name', 'phone', 'email', 'place', 'batch', 'reference'];
/** When work begins again after a night, by the reader's own clock. */
const nineTomorrow = (today: Dayjs) => today.add(1, 'day').hour(9);
const findable = { showSearch: { optionFilterProp: 'label' }, allowClear: true } as const;

interface Props {
  field: Field;
  /** Absent for many cases at once, which have no clocks in common. */
  of?: CaseView | undefined;
  /** The command whose field it is, where that decides what can be chosen. */
  command?: CommandName;
  /** Where in the form it lies. */
  path?: readonly string[];
  /** Of what a stage asks for: whether that is lacking still. */
  evidence?: EvidenceMark;
}

/** One field of a command: what it takes follows the API, how it is asked for follows what it means. */
export function CommandField({ field, of, command, path = [], evidence }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { name, type, isRequired } = field;
  const at = [...path, name];
  const input = useInput(field, of, command);
  if (type === 'group') {
    return (
      <fieldset className="case-fieldset">
        <legend>{words.field(name)}</legend>
        {command === 'approve-extension' && name === 'notice' && (
          <Typography.Paragraph type="secondary">{t('form.noticeWhy')}</Typography.Paragraph>
        )}
        {field.fields?.map((inner) => (
          <CommandField
            key={inner.name}
            // Whoever fills in none of a group that may be left out is asked for nothing of it.
            field={{ ...inner, isRequired: inner.isRequired && isRequired }}
            of={of}
            path={at}
          />
        ))}
      </fieldset>
    );
  }
  const isBox = type === 'boolean';
  const isInOwnZone = ['until', 'happenedAt'].includes(name);
  const bound = isBox ? { valuePropName: 'checked' } : { label: words.field(name) };
  return (
    <Form.Item
      name={at}
      {...bound}
      {...((isInOwnZone || evidence) && {
        extra: (
          <>
            {evidence && <EvidenceTag at={at} mark={evidence} />}
            {isInOwnZone && t('form.ownZone', { zone: ownZone() })}
          </>
        ),
      })}
      rules={[
        {
          required: isRequired && !isBox,
          // Words of nothing but spaces are none, and are left out of the body.
          ...(type === 'text' && { whitespace: isRequired }),
          message: t('form.required', { field: words.field(name) }),
        },
        ...(type === 'instant' ? [readRule(t('time.unread', { ns: 'common' }))] : []),
      ]}
    >
      {isBox ? <Checkbox>{words.field(name)}</Checkbox> : input}
    </Form.Item>
  );
}

/** How a field of a stage stands, as it is filled in. */
function EvidenceTag({ at, mark }: { at: readonly string[]; mark: EvidenceMark }) {
  const { t } = useTranslation('casePage');
  const form = Form.useFormInstance();
  const value: unknown = Form.useWatch([...at], form);
  const now = markNow(mark, value, form.isFieldTouched([...at]));
  return <Tag color={markColours[now]}>{t(`evidence.${now}`)}</Tag>;
}

function useInput(
  field: Field,
  of: CaseView | undefined,
  command: CommandName | undefined,
): ReactNode {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const clockName = useClockName();
  const { data: organisation } = useOrganisation();
  const ownUnit = useOwnUnit();
  const today = useToday();
  const openOf = useOpenCounts(field.name === 'owner');
  const { name, type, options, min, max, maxLength } = field;
  const many = type === 'list' ? ({ mode: 'multiple' } as const) : {};
  const choose = (items: readonly { value: string; label: string; disabled?: boolean }[]) => (
    <Select {...findable} {...many} options={[...items]} />
  );
  if (options && command === 'override-stage' && name === 'stage' && of) {
    // Every other stage is refused.
    return choose([{ value: of.stage, label: words.code(of.stage, name) }]);
  }
  if (options) return choose(options.map((value) => ({ value, label: words.code(value, name) })));
  if (people.includes(name)) {
    const personLabel = (agentId: string, unit: string) => {
      const person = { id: words.agent(agentId), unit: words.unit(unit) };
      const n = openOf(agentId);
      return n === undefined ? t('form.person', person) : t('actions.personOpen', { ...person, n });
    };
    const agents = organisation?.agents.filter(({ active }) => active) ?? [];
    return choose(
      agents.map(({ agentId, unit }) => ({
        value: agentId,
        label: personLabel(agentId, unit),
      })),
    );
  }
  if (units.includes(name)) {
    const known = unitsFor(command, organisation?.units ?? [], of?.unit);
    const own = command === 'transfer' ? 'form.ownUnitAccepts' : 'form.ownUnit';
    const label = (code: string) =>
      code === ownUnit?.code ? t(own, { unit: words.unit(code) }) : words.unit(code);
    return choose(known.map(({ code }) => ({ value: code, label: label(code) })));
  }
  if (name === 'category') {
    const known = organisation?.categories.filter(({ active }) => active) ?? [];
    return choose(known.map(({ code }) => ({ value: code, label: words.category(code) })));
  }
  if (name === 'product') {
    const known = organisation?.products.filter(({ active }) => active) ?? [];
    const none = { value: 'none', label: t('form.noProduct') };
    return choose([
      none,
      ...known.map(({ code }) => ({ value: code, label: words.product(code) })),
    ]);
  }
  if (name === 'clockId' || name === 'clocks') {
    const meant = clocksFor(command, of?.clocks ?? []);
    const isAsking = command === 'request-extension';
    const label = (clock: (typeof meant)[number]) => {
      const { minutes, days, unit } = clock.extendableBy ?? {};
      const why = isAsking ? whyNoMoreTime(clock) : undefined;
      if (why) return t(`form.noMore.${why}`, { clock: clockName(clock) });
      if (!isAsking || !isBudgetUnit(unit)) return clockName(clock);
      const by = t(`form.more.${unit}`, { n: Number(days ?? minutes) });
      return t('form.clockMore', { clock: clockName(clock), by });
    };
    return choose(
      meant.map((clock) => ({
        value: clock.clockId,
        label: label(clock),
        disabled: isAsking && whyNoMoreTime(clock) !== undefined,
      })),
    );
  }
  if (name === 'partyId' && of) return <PartySelect of={of} />;
  if (otherCases.includes(name)) return <CaseField />;
  if (type === 'instant')
    return (
      <DateTimeField
        {...(name === 'happenedAt'
          ? { dayAlone: 'noon' as const, isPast: true }
          : { dayAlone: 'start' as const })}
        {...(name === 'until' && {
          presets: [{ label: t('form.tomorrowMorning'), value: nineTomorrow(today) }],
          // What lasts until now has ended.
          showNow: false,
          disabledDate: (day: Dayjs) => day.isBefore(today),
        })}
      />
    );
  if (name === 'emotionLevel') {
    const levels = Array.from({ length: (max ?? 5) - (min ?? 1) + 1 }, (_, at) => (min ?? 1) + at);
    return (
      <LevelButtons
        aria-label={words.field(name)}
        levels={levels.map((value) => ({ value, label: words.code(String(value), name) }))}
        isRequired={field.isRequired}
      />
    );
  }
  if (type === 'integer' || type === 'number') {
    return (
      <InputNumber
        {...(min !== undefined && { min })}
        {...(max !== undefined && { max })}
        {...(type === 'integer' && { precision: 0 })}
      />
    );
  }
  if (type === 'text' && !short.includes(name)) {
    return (
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={maxLength ?? 20_000} />
    );
  }
  return <Input />;
}
