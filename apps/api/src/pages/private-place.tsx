import type { ReactElement } from 'react';

/** A join link is a link; a street is a text. */
export function PrivatePlace({ text }: { text: string }): ReactElement {
  if (!/^https?:\/\/\S+$/.test(text)) return <>{text}</>;
  return (
    <a href={text} rel="noreferrer">
      {text}
    </a>
  );
}
