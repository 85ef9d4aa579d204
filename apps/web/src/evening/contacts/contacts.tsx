import { eveningContacts as words, eveningPage } from '#libs/words';
import { QrCode } from '../../phone/qr-code.tsx';
import type { SectionProps } from '../calls.ts';
import { Failure } from '../parts/failure.tsx';
import { Asked } from './asked.tsx';
import type { Swaps } from './calls.ts';
import styles from './contacts.module.css';
import { MyContacts } from './my-contacts.tsx';
import { Scan } from './scan.tsx';
import { TapNames } from './tap-names.tsx';
import { useSwaps } from './use-swaps.ts';

/** Contacts are swapped by two people who stand before each other, and both have to say so. */
export function Contacts({ token, evening }: SectionProps) {
  const { data, error, refetch } = useSwaps(token);
  if (data === undefined) {
    if (error === null) return <p role="status">{eveningPage.loading}</p>;
    return <Failure error={error} again={() => void refetch()} />;
  }
  const mine = <MyContacts token={token} mine={data.mine} event={evening.event.title} />;
  if (!data.came || !data.open)
    return (
      <div className={styles['contacts']}>
        {data.came ? <Over /> : <Early />}
        {data.mine.length > 0 && mine}
      </div>
    );
  return (
    <div className={styles['contacts']}>
      <div className="stack">
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
      </div>
      <Asked token={token} asked={data.asked} />
      <MyCode swaps={data} />
      <Scan token={token} mine={data.mine} />
      {data.mine.length > 0 && mine}
      <TapNames token={token} swaps={data} />
    </div>
  );
}

function Early() {
  return (
    <div className="stack" role="status">
      <h2>{words.early}</h2>
      <p>{words.earlyText}</p>
    </div>
  );
}

function Over() {
  return (
    <div className="stack" role="status">
      <h2>{words.over}</h2>
      <p>{words.overText}</p>
    </div>
  );
}

function MyCode({ swaps: { code, letters } }: { swaps: Swaps }) {
  return (
    <section className="stack" aria-labelledby="my-code">
      <h3 id="my-code">{words.mine.title}</h3>
      <p>{words.mine.text}</p>
      <div className={styles['code']}>
        <QrCode text={code} label={words.mine.alt} />
      </div>
      <p className={styles['spoken']}>
        <span className="soft">{words.mine.spoken}</span> <strong>{letters}</strong>
      </p>
    </section>
  );
}
