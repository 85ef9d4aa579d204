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
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.5 } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 80 } }, checkIconPosition: 'right' } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    SegmentedControl: { defaultProps: { transitionDuration: 120 } },
  },
});
