import { useEffect } from 'react';

/** After a refusal the first field with a fault has the focus, where its sentence is read out. */
export function useFocusOnFault(error: unknown): void {
  useEffect(() => {
    if (error === null) return;
    document
      .querySelector<HTMLElement>('main [aria-invalid="true"], [role="dialog"] [aria-invalid="true"]')
      ?.focus();
  }, [error]);
}
