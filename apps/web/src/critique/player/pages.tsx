import { useEffect, useState } from 'react';
import { critiqueFiles } from '#libs/words';
import buttons from '../../phone/button.module.css';
import styles from './player.module.css';

const words = critiqueFiles.player;

/** The pages of a text. They come as an attachment, so they are fetched and given to the browser's own viewer. */
export function Pages({ url }: { url: string }) {
  const [local, setLocal] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    let made: string | undefined;
    const load = async (): Promise<void> => {
      const answer = await fetch(url, { signal: leaving.signal });
      if (!answer.ok) throw new Error('refused');
      made = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'application/pdf' }));
      setLocal(made);
    };
    load().catch(() => {
      if (!leaving.signal.aborted) setLost(true);
    });
    return () => {
      leaving.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [url]);
  if (isLost) return <p role="alert">{words.failed}</p>;
  if (local === null) return <p role="status">{words.loading}</p>;
  // Without the viewer's own bar: it would offer to keep what is only lent.
  const pages = `${local}#toolbar=0&navpanes=0&view=FitH`;
  return (
    <div className={styles['player']}>
      {navigator.pdfViewerEnabled && <iframe className={styles['pages']} title={words.pages} src={pages} />}
      {/* Phones that show no pages inside a page open them beside it, and some show the first one only. */}
      <p>
        <a className={buttons['button']} href={pages} target="_blank" rel="noopener">
          {words.openPages}
        </a>
      </p>
    </div>
  );
}
