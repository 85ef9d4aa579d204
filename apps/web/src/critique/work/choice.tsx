import { useId } from 'react';
import styles from './choice.module.css';

/** One yes or no; the whole line is for the thumb. */
export function Choice({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles['choice']}>
      <label className={styles['line']}>
        <input
          type="checkbox"
          className={styles['box']}
          checked={checked}
          aria-describedby={id}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.checked);
          }}
        />
        {label}
      </label>
      <p id={id} className="soft small">
        {hint}
      </p>
    </div>
  );
}
