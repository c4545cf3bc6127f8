// The forms of a secret, compared with those that Node.js itself writes.
import {
	base64Forms,
	decodedForms,
	escapedOnce,
	escapedTwice,
	lowerCaseEscapes,
} from '../../redaction/secretForms';

const SECRET = `a b/c"d&e'f<g>hé\\i~(j)*!_.-+=`;
const strict = (text: string) =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);
const json = (text: string) => JSON.stringify(text).slice(1, -1);

test.each([
	['as it is', SECRET],
	['in a signature', strict(SECRET)],
	['by encodeURIComponent', encodeURIComponent(SECRET)],
	['in a form', new URLSearchParams({ x: SECRET }).toString().slice(2)],
	['in JSON', json(SECRET)],
	['in JSON of ASCII', json(SECRET).replace('é', '\\u00e9')],
	['in HTML', 'a b/c&quot;d&amp;e&#39;f&lt;g&gt;hé\\i~(j)*!_.-+='],
	['in HTML by number', 'a b/c&#34;d&#38;e&#39;f&#60;g&#62;hé\\i~(j)*!_.-+='],
])('a secret is known %s', (_, form) => {
	expect(escapedOnce(SECRET)).toContain(form);
	expect(escapedTwice(SECRET)).toContain(form);
	expect(escapedTwice(SECRET)).toContain(strict(form));
});

test('a secret that looks escaped itself is known decoded, too', () => {
	expect(decodedForms('a%2Fb')).toEqual(['a%2Fb', 'a/b']);
	expect(decodedForms('plain')).toEqual(['plain']);
	expect(escapedTwice('a%2Fb')).toContain('a/b');
});

test('escapes are known in small letters, however often they are escaped; all else stays', () => {
	expect(lowerCaseEscapes('%2F %252F %25252F %E4 %GG ABC %2G')).toBe(
		'%2f %252f %25252f %e4 %GG ABC %2G',
	);
});

test('a secret is known in Base64, whatever stands around it', () => {
	const secret = 'sécret-of-some-length';
	const forms = base64Forms(secret);
	expect(forms).toHaveLength(3);
	for (const before of ['', 'x', 'xy', 'xyz'])
		for (const after of ['', 'x', 'xy', 'xyz']) {
			const encoded = Buffer.from(before + secret + after).toString('base64');
			const form = forms[before.length % 3] ?? '';
			expect(encoded).toContain(form);
			expect(form.length).toBeGreaterThanOrEqual(28);
		}
});
