import { Link } from '@tanstack/react-router';
import { app } from '#libs/words';

export function Missing() {
  return (
    <div className="stack">
      <h1>{app.missing.title}</h1>
      <p>{app.missing.text}</p>
      <p>
        <Link to="/">{app.missing.home}</Link>
      </p>
    </div>
  );
}
