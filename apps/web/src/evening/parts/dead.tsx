import { eveningPage } from '#libs/words';
import { useTitle } from '../../phone/use-title.ts';

/** A link that opens nothing: forged, old, or of somebody without a seat. */
export function Dead({ code }: { code: string }) {
  const [title, text] =
    code === 'evening-seat-needed'
      ? [eveningPage.seat, eveningPage.seatText]
      : [eveningPage.unusable, eveningPage.unusableText];
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
