/** What the bundled libraries see in place of globals that n8n keeps from community nodes. */
const unavailable = () => {
	throw new Error('This part of the library is not available inside n8n.');
};

// The versions are read to choose code paths; Node 20.19 is the oldest that n8n runs on.
export const hostProcess = { version: 'v20.19.0', versions: { node: '20.19.0' }, env: {} };
export const hostTimer = unavailable;
export const hostGlobal = {};
export const hostConsole = { log: unavailable, warn: unavailable, error: unavailable };

export { webcrypto } from 'node:crypto';
