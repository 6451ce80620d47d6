import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { commands } from '../../../api/commands.js';
import { useSession } from '../../../session/session.js';
import type { Asked } from '../actions/command-drawer.js';
import { isOffered } from '../actions/offered.js';
import type { CaseView } from '../case-queries.js';

interface Props {
  of: CaseView;
  offers: readonly Asked[];
  onAsk: (asked: Asked) => void;
}

/** What can be done with one part of a case, by one's rights. */
export function PartActions({ of, offers, onAsk }: Props) {
  const { t } = useTranslation('casePage');
  const { roles } = useSession();
  return (
    <Space size="small" wrap>
      {offers
        .filter(({ command }) => isOffered(command, of, roles, commands))
        .map((asked) => (
          <Button key={asked.command} size="small" onClick={() => onAsk(asked)}>
            {t(`commands.${asked.command}`)}
          </Button>
        ))}
    </Space>
  );
}
