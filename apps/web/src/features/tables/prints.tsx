import { Button } from '@mantine/core';
import { tablesApp as words } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { tableCalls } from './table-calls.ts';

/** What is printed: cards once there are tables, badges at any time. */
export function Prints({ hasTables = false }: { hasTables?: boolean }) {
  const path = useEventPath();
  return (
    <div className="row">
      {hasTables && (
        <Button component="a" variant="default" href={tableCalls.file(path, 'tables')} download>
          {words.cards}
        </Button>
      )}
      <Button component="a" variant="default" href={tableCalls.file(path, 'badges')} download>
        {words.badges}
      </Button>
    </div>
  );
}
