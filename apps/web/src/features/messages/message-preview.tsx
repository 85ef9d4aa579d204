import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { messagesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { type MessageDraft, previewed } from './message-draft.ts';
import { previewQuery } from './message-queries.ts';
import styles from './messages.module.css';

const words = messagesApp.preview;

/** The mail as it stands when somebody stops typing. Before there is a subject and a text there is none. */
export function usePreview(draft: MessageDraft) {
  const [typed] = useDebouncedValue(draft, 400);
  const input = previewed(typed);
  return useQuery({
    ...previewQuery(useEventPath(), input),
    enabled: input.subject !== '' && input.text.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function MessagePreview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const { data, error } = preview;
  return (
    <aside aria-label={words.label} className={styles['preview']}>
      <p className="soft small">{words.label}</p>
      {data === undefined ? (
        <p className="soft">{error === null ? words.empty : whyNot(error)}</p>
      ) : (
        <>
          <h2>{data.subject}</h2>
          <MailFrame html={data.html} />
        </>
      )}
    </aside>
  );
}

/** A fault of a field stands at the field. */
const whyNot = (error: Error): string =>
  Object.keys(faultsByField(error)).length > 0 ? words.fault : sentenceOf(error);

/** A mail's own page in a box without script or address, as high as it is. */
function MailFrame({ html }: { html: string }) {
  // From nothing, as a page is never lower than its box.
  const measure = ({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>): void => {
    frame.style.height = '0';
    frame.style.height = `${String(frame.contentDocument?.documentElement.scrollHeight ?? 320)}px`;
  };
  // The same origin lets it be measured; without scripts that gives the mail nothing.
  return (
    <iframe
      title={words.frame}
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={measure}
      className={styles['mail']}
    />
  );
}
