import { type ReactNode, createContext, useContext } from 'react';

export interface PressProps {
  /** What is most likely meant. */
  isMain?: boolean;
  /** Of a switch. */
  isOn?: boolean;
  isOff?: boolean;
  /** What it says to somebody who does not see what it stands beside. */
  label?: string;
  run: () => void;
  children: ReactNode;
}

/** The buttons of the page the desk stands on: a phone's own, or those of the staff's app. */
const PressKind = createContext<(props: PressProps) => ReactNode>(() => null);
export const PressProvider = PressKind.Provider;

export function Press(props: PressProps) {
  return useContext(PressKind)(props);
}
