import { critiqueNow } from '#libs/words';
import { useTitle } from '../../phone/use-title.ts';

const words = critiqueNow.page;

/** A link that opens nothing: forged, old, or of somebody without a seat. */
export function Dead({ code }: { code: string }) {
  const [title, text] =
    code === 'critique-seat-needed' ? [words.seat, words.seatText] : [words.unusable, words.unusableText];
  useTitle(title);
  return (
    <main>
      <div className="stack">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    </main>
  );
}
