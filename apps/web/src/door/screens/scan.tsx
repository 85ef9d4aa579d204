import { Suspense, lazy } from 'react';
import { doorApp } from '#libs/words';

const Camera = lazy(() => import('./camera.tsx').then(({ Camera }) => ({ default: Camera })));

/** The camera, whose reader is loaded when it is first needed. */
export function Scan({ read, hint = doorApp.scan.hint }: { read: (text: string) => void; hint?: string }) {
  return (
    <Suspense fallback={<p role="status">{doorApp.scan.starting}</p>}>
      <Camera read={read} hint={hint} />
    </Suspense>
  );
}
