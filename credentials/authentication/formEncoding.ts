/** Writes nested values as a query or form, in the shapes that n8n offers, strictly percent-encoded. */
import { percentEncodeValue } from '../../mastercard/oauth1/percentEncoding';

export type ArrayFormat = 'indices' | 'brackets' | 'repeat' | 'comma';

/**
 * @param values names with texts, numbers, booleans, dates, lists or nested objects; undefined is left out, null is empty
 * @param arrayFormat `indices`: `a[0]=x&a[1]=y`; `brackets`: `a[]=x&a[]=y`; `repeat`: `a=x&a=y`; `comma`: `a=x,y`
 */
export function formEncode(values: object, arrayFormat: ArrayFormat = 'indices'): string {
	return Object.entries(values)
		.flatMap(([name, value]) => pairs(name, value, arrayFormat))
		.map((pair) => pair.map(percentEncodeValue).join('='))
		.join('&');
}

function pairs(name: string, value: unknown, format: ArrayFormat): Array<[string, string]> {
	if (value === undefined) return [];
	if (value === null) return [[name, '']];
	if (value instanceof Date) return [[name, value.toISOString()]];
	if (Array.isArray(value)) {
		if (format === 'comma') return value.length === 0 ? [] : [[name, value.join(',')]];
		return value.flatMap((item, index) => pairs(name + suffix(index, format), item, format));
	}
	if (typeof value === 'object') {
		return Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner, format));
	}
	return [[name, String(value)]];
}

function suffix(index: number, format: ArrayFormat): string {
	if (format === 'repeat') return '';
	return format === 'brackets' ? '[]' : `[${index}]`;
}
