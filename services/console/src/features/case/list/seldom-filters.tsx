import { DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { Field } from '../../../shared/field.js';
import { useQueues } from '../case-queries.js';
import { useWords } from '../words.js';
import { FilterField } from './filter-field.js';
import type { FilterName, Filters } from './list-address.js';

const date = 'YYYY-MM-DD';

/** An address may say anything: what is no day is shown as none, and refused by the server. */
const dayOf = (text: string | undefined) => {
  const day = text === undefined ? undefined : dayjs(text);
  return day?.isValid() ? day : null;
};

/** Filters whose choices are asked for, or whose calendar is loaded, by those alone who look for them. */
export function SeldomFilters(props: {
  filters: Filters;
  isDisabled: boolean;
  onSet: (name: FilterName, value: string | undefined) => void;
}) {
  const { filters, isDisabled, onSet } = props;
  const words = useWords();
  const queues = useQueues(true);
  const first = dayOf(filters.receivedFrom);
  const last = dayOf(filters.receivedTo);
  const day = (
    name: 'receivedFrom' | 'receivedTo',
    value: Dayjs | null,
    isNone: (one: Dayjs) => boolean,
  ) => (
    <Field label={words.field(name)} id={`case-${name}`} className="case-slim">
      <DatePicker
        id={`case-${name}`}
        disabled={isDisabled}
        value={value}
        disabledDate={isNone}
        onChange={(chosen: Dayjs | null) => onSet(name, chosen?.format(date))}
      />
    </Field>
  );
  return (
    <>
      <FilterField
        name="queue"
        choices={queues}
        value={filters.queue}
        isDisabled={isDisabled}
        onChange={(value) => onSet('queue', value)}
      />
      <Flex gap="small">
        {day('receivedFrom', first, (one) => last !== null && one.isAfter(last, 'day'))}
        {day('receivedTo', last, (one) => first !== null && one.isBefore(first, 'day'))}
      </Flex>
    </>
  );
}
