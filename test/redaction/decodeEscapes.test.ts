import { decodeViews, toSource } from '../../redaction/decodeEscapes';

const texts = (text: string): string[] => decodeViews(text).map((view) => view.text);

describe('the views of a text', () => {
	it.each(['', 'no escapes', '100 % sure', 'R&D; a && b', 'a &b c;', '%', '%2', '%zz', '&#;'])(
		'without escapes are the text alone: %j',
		(text) => {
			expect(decodeViews(text)).toEqual([{ text }]);
		},
	);

	it.each([
		['percent-encoding', 'a%20b%2Fc%2fd', 'a b/c/d'],
		['UTF-8', '%C3%A4 %e2%82%ac %F0%9F%98%80 %c3%A4', 'ä € 😀 ä'],
		['Latin-1', '%E4bc %FF', 'äbc ÿ'],
		['percent-encoding of any depth', '%2520 %252525252520 %25C3%25A4', '    ä'],
		['a percent sign before digits', '%%2041', '% 41'],
		['HTML by name', '&lt;&amp;&gt;&quot;&apos;&nbsp;&excl;&lowbar;', `<&>"'\u00a0!_`],
		['HTML by number', '&#65;&#x42;&#X43;&#128512;', 'ABC😀'],
		['HTML by the greatest number', '&#x10ffff;&#1114111;', '\u{10ffff}\u{10ffff}'],
		['HTML of any depth', '&amp;lt; &amp;amp;#65;', '< A'],
		['HTML that is unknown', '&eacute;&#1114112;&#x110000;', '\ufffd\ufffd\ufffd'],
		['JSON', `\\"\\'\\/\\b\\f\\n\\r\\t\\v\\u00e4\\u00E4\\x41`, `"'/\b\f\n\r\t\vääA`],
		['JSON of any depth', '\\\\\\"\\\\\\\\n\\\\u0041', '"\nA'],
		['other backslashes', 'C:\\path\\\\qfile \\q \\u12 \\x4', 'C:\\path\\qfile \\q \\u12 \\x4'],
	])('decode %s', (_case, text, decoded) => {
		expect(texts(text)[1]).toBe(decoded);
	});

	it('decode what is nested in up to three passes, and no more', () => {
		expect(texts('%26lt%3B')).toEqual(['%26lt%3B', '&lt;', '<']);
		expect(texts('%5Cu0026lt;')).toEqual(['%5Cu0026lt;', '\\u0026lt;', '&lt;', '<']);
		expect(texts('%5Cu0026#37;41')).toEqual(['%5Cu0026#37;41', '\\u0026#37;41', '&#37;41', '%41']);
	});

	it('say where each character stands in the text, through all passes', () => {
		const text = 'x%26lt%3By&#128512;z';
		for (const view of decodeViews(text)) {
			const place = (what: string): string => {
				const start = view.text.indexOf(what);
				const span = toSource(view, { start, end: start + what.length, replacement: '*' });
				expect(span.replacement).toBe('*');
				return text.slice(span.start, span.end);
			};
			expect(place('x')).toBe('x');
			expect(place('y')).toBe('y');
			expect(place('z')).toBe('z');
			if (view.text.includes('<')) expect(place('<')).toBe('%26lt%3B');
			if (view.text.includes('😀')) expect(place('y😀z')).toBe('y&#128512;z');
		}
	});
});
