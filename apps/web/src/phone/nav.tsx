import styles from './nav.module.css';

interface Link {
  href: string;
  label: string;
  isCurrent: boolean;
}

/** The parts of a page, each 48 px high. */
export function Nav({ label, links }: { label: string; links: readonly Link[] }) {
  return (
    <nav aria-label={label} className={styles['nav']}>
      {links.map((link) => (
        <a
          key={link.href}
          href={link.href}
          aria-current={link.isCurrent ? 'page' : undefined}
          className={styles['link']}
        >
          {link.label}
        </a>
      ))}
    </nav>
  );
}
