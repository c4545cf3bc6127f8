import { blank, replaceSpans } from '../../redaction/spans';

const span = (start: number, end: number, replacement: string) => ({ start, end, replacement });

describe('a redacted text', () => {
	it('has each span replaced, in whatever order they are given', () => {
		expect(replaceSpans('0123456789', [span(7, 9, 'B'), span(1, 3, 'A')])).toBe('0A3456B9');
		expect(replaceSpans('0123456789', [span(0, 10, '')])).toBe('');
		expect(replaceSpans('text', [])).toBe('text');
	});

	it('keeps the replacements of spans that touch', () => {
		expect(replaceSpans('0123456789', [span(1, 3, 'A'), span(3, 5, 'B')])).toBe('0AB56789');
	});

	it('hides spans that overlap as one, unless they have one replacement', () => {
		expect(replaceSpans('0123456789', [span(1, 5, 'A'), span(4, 8, 'B')])).toBe('0***89');
		expect(replaceSpans('0123456789', [span(1, 8, 'A'), span(3, 5, 'B')])).toBe('0***89');
		expect(replaceSpans('0123456789', [span(1, 5, 'B'), span(1, 8, 'A')])).toBe('0***89');
		expect(replaceSpans('0123456789', [span(1, 5, 'A'), span(4, 8, 'A')])).toBe('0A89');
		const three = [span(1, 5, 'A'), span(4, 8, 'B'), span(7, 9, 'A')];
		expect(replaceSpans('0123456789', three)).toBe('0***9');
	});

	it('leaves the spans as they were', () => {
		const spans = [span(4, 8, 'B'), span(1, 5, 'A')].map((each) => Object.freeze(each));
		expect(replaceSpans('0123456789', Object.freeze(spans))).toBe('0***89');
	});
});

describe('a blanked text', () => {
	it('is as long as before', () => {
		expect(blank('0123456789', [span(1, 5, 'A'), span(4, 8, 'B')])).toBe('0#######89');
	});
});
