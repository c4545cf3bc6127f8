// Colours against WCAG 2.2: 4.5 for text, 3 for what carries meaning in a chart. axe cannot tell inside pictures.
import { STYLE } from '../../../report/html/style';

type Rgb = readonly [number, number, number];

/** The variables that a part of the style sets. */
function colours(part: string): Record<string, Rgb> {
	return Object.fromEntries(
		[...part.matchAll(/--(\w+): #(\w\w)(\w\w)(\w\w)/g)].map(([, name = '', ...parts]) => [
			name,
			parts.map((hex) => parseInt(hex, 16)) as unknown as Rgb,
		]),
	);
}

/** Relative luminance and contrast as WCAG defines them. */
function luminance(rgb: Rgb): number {
	const [r, g, b] = rgb.map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as unknown as Rgb;
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: Rgb, other: Rgb): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}
const mix = (over: Rgb, under: Rgb, opacity: number): Rgb =>
	over.map(
		(value, index) => value * opacity + (under[index] ?? 0) * (1 - opacity),
	) as unknown as Rgb;

const [light = '', dark = ''] = STYLE.split('prefers-color-scheme: dark');

describe.each([
	['light', light],
	['dark', dark.split('* { box-sizing')[0] ?? ''],
])('in %s', (_, part) => {
	const named = colours(part);
	const get = (name: string): Rgb => {
		const found = named[name];
		if (found === undefined) throw new Error(`The style has no colour ${name}.`);
		return found;
	};

	test.each([
		['ink', 'page'],
		['ink', 'surface'],
		['muted', 'page'],
		['muted', 'surface'],
	])('text in %s can be read on %s', (text, background) => {
		expect(contrast(get(text), get(background))).toBeGreaterThanOrEqual(4.5);
	});

	test.each(['accent', 'up', 'down', 'muted'])('a mark in %s is seen', (mark) => {
		expect(contrast(get(mark), get('surface'))).toBeGreaterThanOrEqual(3);
	});

	test('a count can be read on the darkest cell of the heat map', () => {
		const cell = mix(get('accent'), get('surface'), 0.5);
		expect(contrast(get('ink'), cell)).toBeGreaterThanOrEqual(4.5);
	});
});
