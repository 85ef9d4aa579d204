import { useMediaQuery } from '@mantine/hooks';

/** On a phone: a table's columns stand below each other in its first. The same width as in its styles. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 44rem)', false, { getInitialValueInEffect: false });
