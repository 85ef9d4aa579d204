import { spokenLocale } from '#libs/words';
import { Link, type LinkProps } from '@tanstack/react-router';
import styles from './tabs.module.css';

export interface Tab {
  label: string;
  count?: number | undefined;
  link: LinkProps;
}

/** Tabs that are places: real links, the current one says so. */
export function Tabs({
  label,
  tabs,
  minor = false,
}: {
  label: string;
  tabs: readonly Tab[];
  minor?: boolean;
}) {
  return (
    <nav aria-label={label} className={minor ? styles['minor'] : styles['tabs']}>
      <ul>
        {tabs.map(({ label: text, count, link }) => (
          <li key={text}>
            <Link {...link}>
              {text}
              {count !== undefined && (
                <span className={styles['count']}>{count.toLocaleString(spokenLocale())}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
