import { useMutation } from '@tanstack/react-query';
import { Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { readAnswer } from './answer-requests.js';

type Version = Awaited<ReturnType<typeof readAnswer>>;

/** Takes what an earlier version said into the form; it is published as the next one only when saved. */
export function EarlierVersions(props: {
  code: string;
  newest: number;
  onTake: (version: Version) => void;
}) {
  const { t } = useTranslation('admin');
  const { code, newest, onTake } = props;
  const take = useMutation({
    mutationFn: (version: number) => readAnswer(code, version),
    onSuccess: onTake,
  });
  const versions = Array.from({ length: newest }, (_, index) => newest - index);
  return (
    <Flex vertical gap="small" style={{ marginBottom: 16 }}>
      <Select<number>
        aria-label={t('answers.earlier')}
        placeholder={t('answers.earlier')}
        loading={take.isPending}
        onChange={(version) => take.mutate(version)}
        options={versions.map((value) => ({
          value,
          label: t('answers.versionOf', { version: value }),
        }))}
      />
      {take.error && <ProblemNotice error={take.error} />}
    </Flex>
  );
}
