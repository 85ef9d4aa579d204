import { useDocumentTitle } from '@mantine/hooks';
import { app } from '#libs/words';

/** The name of a screen in the browser's tab and for those who hear it. */
export const useTitle = (title: string): void => {
  useDocumentTitle(`${title} · ${app.product}`);
};
