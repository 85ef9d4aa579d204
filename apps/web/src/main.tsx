import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './app/tokens.css';
import './app/mantine.css';
import './app/global.css';
import { spokenDirection } from '#libs/words';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './app/queries.ts';
import { router } from './app/router.tsx';
import { theme } from './app/theme.ts';
import { partsFor } from './lib/language-parts.ts';
import { speakTheirLanguage } from './lib/language.ts';

await speakTheirLanguage(
  partsFor(
    'app',
    'critiqueFiles',
    'critiqueLetterPage',
    'critiqueNow',
    'critiqueWorkPage',
    'doorDesk',
    'eveningPage',
    'importWords',
    'mailHealth',
    'mailLog',
    'messagesApp',
    'panelQuestions',
    'seriesApp',
    'tablesApp',
  ),
);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <DirectionProvider initialDirection={spokenDirection()} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
