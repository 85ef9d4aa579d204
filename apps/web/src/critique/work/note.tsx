import { critiqueWorkPage } from '#libs/words';
import { Notice } from '../../phone/notice.tsx';
import type { WorkProps } from './work-props.ts';

/** What happened to what was typed before. */
export function Note({ state: { note } }: Pick<WorkProps, 'state'>) {
  if (note === null) return null;
  return (
    <Notice>
      <p>{note === 'restored' ? critiqueWorkPage.restored : critiqueWorkPage.elsewhere}</p>
    </Notice>
  );
}
