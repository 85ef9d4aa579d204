import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView, MailPreview } from '../../lib/shapes.ts';
import styles from './mails-dialog.module.css';

/** Both questions as they will read, and the introduction that follows two yeses. */
export function MailsDialog({ pair, close }: { pair: IntroductionView; close: () => void }) {
  const words = app.introductions.mails;
  const path = useEventPath();
  const mails = useQuery({
    queryKey: ['introduction-mails', pair.id, pair.version],
    queryFn: () => api.introductions.mails(path, pair.id),
  });
  const all = mails.data?.mails ?? [];
  const [asks, introductions] = (['ask', 'introduction'] as const).map((wanted) =>
    all.filter(({ kind }) => kind === wanted),
  );
  return (
    <Dialog opened wide close={close} title={words.title}>
      {mails.isPending && <Waiting />}
      {mails.isError && <Fault>{sentenceOf(mails.error)}</Fault>}
      <div className={styles['mails']}>
        {asks?.map((mail, place) => (
          <Mail key={mail.to} mail={mail} label={words.to(mail.to)}>
            <SendToMe pairId={pair.id} side={place === 0 ? 'a' : 'b'} to={mail.to} />
          </Mail>
        ))}
      </div>
      {introductions !== undefined && introductions.length > 0 && (
        <>
          <h2 className={styles['then']}>{words.ifBoth}</h2>
          <div className={styles['mails']}>
            {introductions.map((mail) => (
              <Mail key={mail.to} mail={mail} label={words.introductionTo(mail.to)} />
            ))}
          </div>
        </>
      )}
    </Dialog>
  );
}

interface MailProps {
  mail: MailPreview;
  label: string;
  children?: React.ReactNode;
}

const Mail = ({ mail, label, children }: MailProps) => (
  <article aria-label={label}>
    <p className="soft small">{label}</p>
    <h3>{mail.subject}</h3>
    <p className={styles['text']}>{mail.text}</p>
    {children}
  </article>
);

/** The same mail, to the host alone. */
function SendToMe({ pairId, side, to }: { pairId: string; side: 'a' | 'b'; to: string }) {
  const words = app.introductions.mails;
  const path = useEventPath();
  const send = useMutation({
    mutationFn: () => api.introductions.sendToMe(path, pairId, side),
    onSuccess: () => {
      say('done', words.sentToMe);
    },
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
  });
  return (
    <Button
      variant="subtle"
      aria-label={words.sendToMeFor(to)}
      loading={send.isPending}
      onClick={() => {
        send.mutate();
      }}
    >
      {words.sendToMe}
    </Button>
  );
}
