/** Leads to the first field with a fault, where its sentence is read out. */
export function focusOnFault(): void {
  document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
}
