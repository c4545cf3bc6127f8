/** The forms in which a secret may come back, by the usual encoders and by hand. */
const percent = encodeURIComponent;
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const html = (text: string): string =>
	text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

export const encodings: Readonly<Record<string, (text: string) => string>> = {
	'as it is': (text) => text,
	'percent-encoded': percent,
	'percent-encoded twice': (text) => percent(percent(text)),
	'percent-encoded in small letters': (text) =>
		percent(text).replace(/%../g, (escape) => escape.toLowerCase()),
	'as a form': (text) => new URLSearchParams({ x: text }).toString().slice(2),
	'in JSON': json,
	'in JSON in JSON': (text) => json(json(text)),
	'in JSON that is ASCII only': (text) =>
		json(text).replace(
			/[^\0-\x7f]/g,
			(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
	'in HTML': html,
	'in HTML in JSON': (text) => json(html(text)),
	'in JSON in a URL': (text) => percent(json(text)),
	'in Base64': base64,
	'in Base64 at the second position': (text) => base64(`a${text}`).slice(2),
	'in Base64 at the third position': (text) => base64(`ab${text}`).slice(3),
	'in base64url': (text) => Buffer.from(text).toString('base64url'),
	'in Base64 in a URL': (text) => percent(base64(text)),
	'in Base64 with line breaks': (text) => base64(text).replace(/.{76}/g, '$&\r\n'),
};
