import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../app/tokens.css';
import '../app/global.css';
import '../phone/phone.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '../app/queries.ts';
import { Page } from './page.tsx';
import { partsFor } from '../lib/language-parts.ts';
import { speakTheirLanguage } from '../lib/language.ts';

await speakTheirLanguage(
  partsFor(
    'critiqueFiles',
    'critiqueLetterPage',
    'critiqueNow',
    'critiquePicksPage',
    'critiqueWorkPage',
    'app',
  ),
);

const root = document.getElementById('root');
if (root === null) throw new Error('critique.html has no #root');

/** "/critique/<token>": the link is the proof of who one is. */
const token = window.location.pathname.split('/')[2] ?? '';

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Page token={token} />
    </QueryClientProvider>
  </StrictMode>,
);
