/** A session of the editor's user at a real n8n. */
import { EDITOR_LOGIN } from '../../../demo/n8nEnvironment';

/** Sends a request to n8n as the editor does, as JSON if it has a body. */
export type Send = (path: string, body?: object) => Promise<Response>;

/** Logs in to the n8n at `url`. */
export async function openEditorSession(url: string): Promise<Send> {
	const send = (path: string, body: object | undefined, cookie = '') =>
		fetch(new URL(path, url), {
			method: body ? 'POST' : 'GET',
			headers: { 'content-type': 'application/json', cookie },
			body: body && JSON.stringify(body),
		});
	const response = await send('/rest/login', {
		emailOrLdapLoginId: EDITOR_LOGIN.email,
		password: EDITOR_LOGIN.password,
	});
	const cookie = response.headers
		.getSetCookie()
		.map((text) => text.split(';')[0])
		.join('; ');
	return (path, body) => send(path, body, cookie);
}
