import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../actions/command-drawer.js';
import { useOffered } from '../actions/use-offered.js';
import type { CaseView } from '../case-queries.js';

interface Props {
  of: CaseView;
  offers: readonly Asked[];
  onAsk: (asked: Asked) => void;
}

/** What can be done with one part of a case, by one's rights. */
export function PartActions({ of, offers, onAsk }: Props) {
  const { t } = useTranslation('casePage');
  const offered = useOffered(of);
  return (
    <Space size="small" wrap>
      {offers
        .filter(({ command }) => offered(command))
        .map((asked) => (
          <Button key={asked.command} size="small" onClick={() => onAsk(asked)}>
            {asked.title ?? t(`commands.${asked.command}`)}
          </Button>
        ))}
    </Space>
  );
}
