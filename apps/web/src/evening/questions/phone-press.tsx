import type { PressProps } from '../../panel-live/desk/press.tsx';
import { Button } from '../../phone/button.tsx';

export function PhonePress({ isMain = false, isOn, isOff = false, label, run, children }: PressProps) {
  return (
    <Button
      look={isMain || isOn === true ? 'main' : 'plain'}
      disabled={isOff}
      aria-label={label}
      aria-pressed={isOn}
      onClick={run}
    >
      {children}
    </Button>
  );
}
