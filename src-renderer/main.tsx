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
import { CustomerApp } from './app/customer-app.tsx';
import { nonceOwnStyles } from './app/csp-nonce.ts';
import { bridge } from './bridge/bridge.ts';

const root = document.getElementById('root');
assert(root, 'main: the page has no root');
nonceOwnStyles();
// One bundle, two windows: main opens the second with this mark and lets it ask for its scene alone.
createRoot(root).render(location.hash === '#customer' ? <CustomerApp bridge={bridge} /> : <App bridge={bridge} />);
bridge.ready();
