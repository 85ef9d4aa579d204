import { useQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import styles from './mails-dialog.module.css';

/** Both mails as they will read. */
export function MailsDialog({ pair, close }: { pair: IntroductionView; close: () => void }) {
  const words = app.introductions.mails;
  const path = useEventPath();
  const mails = useQuery({
    queryKey: ['introduction-mails', pair.id, pair.version],
    queryFn: () => api.introductions.mails(path, pair.id),
  });
  return (
    <Dialog opened wide close={close} title={words.title}>
      {mails.isPending && <Waiting />}
      {mails.isError && <Fault>{sentenceOf(mails.error)}</Fault>}
      <div className={styles['mails']}>
        {mails.data?.mails.map(({ to, subject, text }) => (
          <article key={to} aria-label={words.to(to)}>
            <p className="soft small">{words.to(to)}</p>
            <h3>{subject}</h3>
            <p className={styles['text']}>{text}</p>
          </article>
        ))}
      </div>
    </Dialog>
  );
}
