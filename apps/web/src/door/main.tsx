import '@fontsource-variable/inter/wght.css';
import '../app/tokens.css';
import '../app/global.css';
import './door.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { learnDoor } from '#libs/words';
import { App } from './app.tsx';
import { beInstallable } from './installable.ts';
import { speakTheirLanguage } from '../lib/language.ts';

await speakTheirLanguage(learnDoor);

const root = document.getElementById('root');
if (root === null) throw new Error('door.html has no #root');

/** "/door/<token>": the link says which evening; the code opens it. */
const token = window.location.pathname.split('/')[2] ?? '';
const isKiosk = new URLSearchParams(window.location.search).has('kiosk');
beInstallable(token, isKiosk);

createRoot(root).render(
  <StrictMode>
    <App token={token} isKiosk={isKiosk} />
  </StrictMode>,
);
