import fc from 'fast-check';
import { displayText } from '../../report/displayText';
import { element, render } from '../../report/markup';
import { HOSTILE_TEXTS } from '../support/reviewSamples';

const unescape = (text: string) =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

test('any text stays text, in an element and in an attribute', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const [, attribute, content] =
				/^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(render(element('p', { title: text }, text))) ??
				[];
			expect(unescape(attribute ?? 'no match')).toBe(text);
			expect(unescape(content ?? 'no match')).toBe(text);
		}),
	);
});

test('attributes without a value are left out, and void elements are not closed', () => {
	expect(render(element('meta', { charset: 'utf-8', name: null }))).toBe('<meta charset="utf-8">');
});

test.each(HOSTILE_TEXTS)(
	'%p is shown as one short line without controls or a full card number',
	(text) => {
		const shown = displayText(text);
		expect([...shown].length).toBeLessThanOrEqual(60);
		expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|5425 ?2334 ?3010 ?9903/u);
	},
);

test('a long text ends in an ellipsis, between whole characters', () => {
	expect(displayText('😀'.repeat(70))).toBe(`${'😀'.repeat(59)}…`);
	expect(displayText('a'.repeat(60))).toBe('a'.repeat(60));
	expect(displayText(`${'a '.repeat(10)}${' '.repeat(600)}`)).toMatch(/…$/);
});

test('a text is cut before it is read, and blanks are one', () => {
	expect(displayText(`${'a'.repeat(10)}${' '.repeat(490)}`)).toBe('a'.repeat(10));
	expect(displayText(`${'a'.repeat(10)}${' '.repeat(491)}`)).toBe(`${'a'.repeat(10)}…`);
	expect(displayText('  a \t\n  b  ')).toBe('a b');
	expect(displayText('12345', 4)).toBe('123…');
	expect(displayText('1234', 4)).toBe('1234');
});

test('markup is made of texts, markup and lists, in order', () => {
	const inner = element('b', { title: 5 }, 'x', null, ['y', element('br', {})]);
	expect(render([inner, '&', [null]])).toBe('<b title="5">xy<br></b>&amp;');
});

test('numbers are shown, and other values are not', () => {
	expect(displayText(42)).toBe('42');
	expect(displayText({ toString: () => 'x' })).toBe('');
});
