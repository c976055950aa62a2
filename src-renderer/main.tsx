import './app/trusted-types.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import './styles/frame.css';
import './styles/case.css';
import './styles/lists.css';
import './styles/tasks.css';
import { createRoot } from 'react-dom/client';
import { assert } from '#domain/assert.ts';
import { App } from './app/app.tsx';
import { nonceOwnStyles } from './app/csp-nonce.ts';
import { bridge } from './bridge/bridge.ts';

const root = document.getElementById('root');
assert(root, 'main: the page has no root');
nonceOwnStyles();
createRoot(root).render(<App bridge={bridge} />);
bridge.ready();
