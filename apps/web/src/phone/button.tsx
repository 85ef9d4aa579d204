import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

type Look = 'main' | 'plain' | 'quiet';

/** 48 px to the thumb. One `main` a screen. */
export function Button({
  look = 'plain',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  const className = [styles['button'], look === 'plain' ? undefined : styles[look]].filter(Boolean).join(' ');
  return <button type={type} className={className} {...rest} />;
}
