import { Button } from '@mantine/core';
import type { PressProps } from '../../panel-live/desk/press.tsx';

export function StaffPress({ isMain = false, isOn, isOff = false, label, run, children }: PressProps) {
  return (
    <Button
      size="md"
      mih="3rem"
      variant={isMain || isOn === true ? 'filled' : 'default'}
      disabled={isOff}
      aria-label={label}
      aria-pressed={isOn}
      onClick={run}
    >
      {children}
    </Button>
  );
}
