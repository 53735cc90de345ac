import './builtin-require.js';

export { buildConnector, Pool } from 'undici';
