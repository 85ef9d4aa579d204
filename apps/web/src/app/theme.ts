import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine asks for ten shades; the real ones are custom properties in tokens.css, one per scheme. */
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple;

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ModalRoot: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    // Not in a portal: at the end of the body a list would stand outside every landmark. The list itself scrolls.
    Select: {
      defaultProps: {
        comboboxProps: { withinPortal: false, transitionProps: { duration: 80 } },
        withScrollArea: false,
        checkIconPosition: 'right',
      },
    },
    SegmentedControl: { defaultProps: { transitionDuration: 120 } },
  },
});
