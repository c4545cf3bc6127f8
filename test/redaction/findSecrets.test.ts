import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { createRedactor, redactText } from '../../redaction/redactText';
import { encodings } from './encodings';

const secret = 'p@ss word/ä+1';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a secret that is known', () => {
	it.each([
		['as it is', `password: ${secret}!`, 'password: ***!'],
		['percent-encoded', 'x=p%40ss%20word%2F%C3%A4%2B1&y', 'x=***&y'],
		['percent-encoded in small letters', 'x=p%40ss%20word%2f%c3%a4%2b1&y', 'x=***&y'],
		['encoded twice', 'POST&x%3Dp%2540ss%2520word%252F%25C3%25A4%252B1%26y', 'POST&x%3D***%26y'],
		['in small letters, twice', 'x%3dp%2540ss%2520word%252f%25c3%25a4%252b1', 'x%3d***'],
		['as a form encodes it', 'x=p%40ss+word%2F%C3%A4%2B1&y', 'x=***&y'],
		['in Latin-1', 'x=p%40ss+word%2F%E4%2B1&y', 'x=***&y'],
		['escaped for JSON', 'x: "p@ss word\\/\\u00e4+1"', 'x: "***"'],
		['escaped for HTML', 'x: p&commat;ss&nbsp;word&#x2F;&#228;&plus;1.', 'x: ***.'],
		[
			'escaped for HTML, in JSON, in a URL',
			'x%5Cnp%26%2364%3Bss%20word%5C%2F%C3%A4%2B1',
			'x%5Cn***',
		],
		['in capitals', `password: ${secret.toUpperCase()}!`, 'password: ***!'],
		['across lines', 'password: p@ss\r\n word/ä+1!', 'password: ***!'],
		['several times', `${secret}${secret} ${secret}`, '****** ***'],
	])('is hidden %s', (_case, text, redacted) => {
		expect(createRedactor({ secrets: [secret] })(text)).toBe(redacted);
	});

	it('is hidden in Base64, whatever surrounds it in the text that was encoded', () => {
		const hidden = 'An0ther Secret?>';
		const redact = createRedactor({ secrets: [hidden] });
		for (const before of ['', 'a', 'ab', 'abc', 'partner:']) {
			const encoded = base64(`${before}${hidden}~~~~`);
			for (const text of [encoded, Buffer.from(encoded, 'base64').toString('base64url')]) {
				const redacted = redact(`Basic ${text}.`);
				expect(redacted).toMatch(/^Basic [\w+/-]{0,12}\*{3}[\w+/-]{0,7}=*\.$/);
				expect(Buffer.from(redacted.slice(6).replace(/\*.*/, ''), 'base64').toString()).toMatch(
					new RegExp(`^(${before}|${before.slice(0, -1)}).?$`),
				);
			}
		}
	});

	it('is hidden in Base64 of its escaped forms', () => {
		const hidden = 'quote"slash/percent%';
		const redact = createRedactor({ secrets: [hidden] });
		expect(redact(base64(JSON.stringify({ hidden })))).toMatch(/^[\w+/]+\*{3}[\w+/]+=*$/);
		expect(redact(base64(`x=${encodeURIComponent(hidden)}&y`))).toMatch(/^\w+\*{3}\w*=*$/);
	});

	it('is hidden without the blanks that were pasted around it', () => {
		const redact = createRedactor({ secrets: [` ${secret}\n`, '  ab \t'] });
		expect(redact(`password: ${secret}, x=p%40ss%20word%2F%C3%A4%2B1, ab`)).toBe(
			'password: ***, x=***, ab',
		);
	});

	it.each(['a%41b%42c%43d', 'back\\nslash\\u0041', 'x&amp;y&lt;z&#65;', 'C:\\\\path\\', '100%25'])(
		'is hidden although it has something like escapes: %s',
		(odd) => {
			const redact = createRedactor({ secrets: [odd] });
			expect(redact(`<${odd}>`)).toBe('<***>');
			expect(redact(`"${JSON.stringify(odd).slice(1, -1)}"`)).toBe('"***"');
			expect(redact(`=${encodeURIComponent(odd)};`)).toBe('=***;');
			expect(redact(`=${encodeURIComponent(encodeURIComponent(odd))};`)).toBe('=***;');
			expect(redact(`<${odd.replaceAll('&', '&amp;')}>`)).toBe('<***>');
		},
	);

	it('is hidden behind a sign that would make an escape of its first characters', () => {
		const redact = createRedactor({ secrets: ['20%off&on', 'nothing "new"'] });
		expect(redact('like %20%25off%26on%')).toBe('like %***%');
		expect(redact('C:\\nothing \\"new\\"')).toBe('C:\\***');
	});

	it('leaves nothing of the longer one when it is part of another', () => {
		const redact = createRedactor({ secrets: ['abcd', 'abcdefgh', 'ghijkl'] });
		expect(redact('(abcdefgh) (abcd) (abcdefghijkl)')).toBe('(***) (***) (***)');
	});

	it('leaves no card readable in whose middle it stands', () => {
		expect(createRedactor({ secrets: ['3343'] })('card 5425233430109903 3343')).toBe('card ***');
	});

	it('that touches a card does not hide that it is one', () => {
		const redact = createRedactor({ secrets: ['hunter2x'] });
		expect(redact('hunter2x5425233430109903')).toBe('***542523******9903');
	});
});

describe('a short secret', () => {
	it('of fewer than four characters is not looked for: the holes would spell it', () => {
		expect(createRedactor({ secrets: ['', 'a', 'abc', '%41%42'] })('abc a banana AB')).toBe(
			'abc a banana AB',
		);
	});

	it('of four to seven is found escaped, but only in its own case and not in Base64', () => {
		const redact = createRedactor({ secrets: ['test', 't<s/ "7'] });
		const long = createRedactor({ secrets: ['test-test'] });
		expect(redact('test contest Test TEST')).toBe('*** con*** Test TEST');
		expect(redact('t&lt;s/ &quot;7 t%3Cs%2F%20%227 t%3cs%2f%20%227 t<s/ \\"7')).toBe(
			'*** *** *** ***',
		);
		expect(redact(base64('test'))).toBe(base64('test'));
		expect(long('Test-Test')).toBe('***');
	});

	it('of eight is found in any case and in Base64; blanks and dashes do not count', () => {
		const redact = createRedactor({ secrets: ['eight888', 'se-ven 77'] });
		expect(redact('EIGHT888 Eight 888')).toBe('*** ***');
		expect(redact(base64('eight888'))).toMatch(/^\*{3}\w=$/);
		expect(redact('se-ven 77 SE-VEN 77')).toBe('*** SE-VEN 77');
	});
});

describe('a part of a secret', () => {
	const halves = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')] as const;
	const key = halves.join('!');

	it('that is half a consumer key is hidden', () => {
		const redact = createRedactor({ secrets: [key] });
		expect(redact(`client ${halves[0]}, key ${halves[1]}`)).toBe('client ***, key ***');
		expect(redact(`${halves[0]}%21${halves[1]}`)).toBe('***');
	});

	it.each([
		[15, 'fifteen.letters'],
		[16, 'sixteen..letters'],
	])('that stands on one side of an exclamation mark, %i characters', (length, word) => {
		const redact = createRedactor({ secrets: [`${word}!other`, `Hello!${word}`] });
		expect(redact(`${word}, Hello, other`)).toBe(
			length < 16 ? `${word}, Hello, other` : '***, Hello, other',
		);
	});

	it('of 32 characters or more is hidden, one of 31 is not', () => {
		const pem = randomBytes(1500).toString('base64').replace(/.{64}/g, '$&\n');
		const text = pem.replace(/[\n+]/g, '');
		const redact = createRedactor({ secrets: [pem] });
		for (let from = 0; from < text.length - 32; from += 7) {
			expect(redact(`<${text.slice(from, from + 32)}>`)).toBe('<***>');
			expect(redact(`<${text.slice(from, from + 31)}>`)).not.toContain('*');
		}
		expect(redact(`<${pem}>`)).toBe('<***>');
		expect(redact(`{"key":${JSON.stringify(pem.slice(100, 900))}}`)).toBe('{"key":"***"}');
		expect(redact(encodeURIComponent(pem))).toBe('***');
		expect(redact(base64(`x${pem.slice(100, 900)}`))).toMatch(/^\w{0,4}\*{3}\w{0,4}=*$/);
	});
});

describe('a PEM block', () => {
	const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIB\nAAAA\n-----END RSA PRIVATE KEY-----';

	it.each([
		['as it is', `key: ${pem}\n.`, 'key: ***\n.'],
		['on one line, as JSON writes them', JSON.stringify({ pem }), '{"pem":"***"}'],
		['percent-encoded', `key=${encodeURIComponent(pem)}&x`, 'key=***&x'],
		['in a form', `key=${encodeURIComponent(pem).replaceAll('%20', '+')}&x`, 'key=***&x'],
		['two of them', `${pem}\nand\n${pem}`, '***\nand\n***'],
		['cut off by a log', `key: ${pem.slice(0, 50)}`, 'key: ***'],
		['cut off in its end line', `key: ${pem.slice(0, -5)}`, 'key: ***'],
	])('is hidden: %s', (_case, text, redacted) => {
		expect(redactText(text)).toBe(redacted);
	});

	it('is not begun by less than its first line', () => {
		const text = 'begins with "-----BEGIN" or -----BEGIN-----, not -----BEGIN certificate-----';
		expect(redactText(text)).toBe(text);
	});
});

describe('an encoded secret', () => {
	const value = fc.oneof(
		fc.string({ unit: 'binary', minLength: 8, maxLength: 80 }),
		fc.string({
			unit: fc.constantFrom(...'%25&amp;#\\nu"/+-_!ä😀 Aé'),
			minLength: 8,
			maxLength: 80,
		}),
	);
	const text = fc.string({ unit: fc.constantFrom(...'aZ 9.,:="\n{}') });

	it('never remains in a text', () => {
		const encoding = fc.constantFrom(...Object.keys(encodings));
		fc.assert(
			fc.property(encoding, text, value, text, (name, before, hidden, after) => {
				fc.pre(hidden.replace(/[\s+-]/g, '').length >= 8);
				const encoded = encodings[name]?.(hidden.trim()) ?? '';
				const redacted = createRedactor({ secrets: [hidden] })(`${before}${encoded}${after}`);
				expect(redacted).toContain('***');
				expect(redacted).not.toContain(encoded);
			}),
			{ numRuns: 300 },
		);
	});

	it('never remains as it is, whatever characters it and the text have', () => {
		const any = fc.string({ unit: 'binary' });
		fc.assert(
			fc.property(any, value, any, (before, hidden, after) => {
				fc.pre(!/^\*+$/.test(hidden));
				const redact = createRedactor({ secrets: [hidden] });
				const twice = encodeURIComponent(encodeURIComponent(hidden));
				expect(
					redact(`${before}${hidden}|${encodeURIComponent(hidden)}|${twice}${after}`),
				).not.toContain(hidden);
			}),
		);
	});
});

it('a text that is a secret and nothing else is hidden, from four characters', () => {
	for (const secret of ['abcd', 'abcdefg', 'abcdefgh', 'x'.repeat(256), 'y'.repeat(257)])
		expect(createRedactor({ secrets: [secret] })(secret)).toBe('***');
	expect(createRedactor({ secrets: ['abc'] })('abc')).toBe('abc');
});
