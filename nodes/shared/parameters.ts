/** Reads the parameters of input items: what n8n would give, without its expression engine where that is safe. */
import type { IExecuteFunctions } from 'n8n-workflow';

/** Reads a parameter for one input item, as `getNodeParameter` of n8n does; empty text if the node has no such one. */
export type ParameterReader = (name: string, itemIndex: number) => unknown;

type ReadItem = (itemIndex: number) => unknown;

/** `={{ $json.name }}`, `={{ $json["a name"] }}` or `={{ $json['a name'] }}`, and nothing else. */
const ITEM_FIELD =
	/^=\{\{\s*\$json(?:\.([A-Za-z_$][\w$]*)|\[\s*(?:"([^"\\{}\r\n]*)"|'([^'\\{}\r\n]*)')\s*\])\s*\}\}$/;

/** Types of values that n8n hands on as they are. Dates, objects and missing fields have rules of their own. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

/**
 * Makes the reader for a run. n8n's engine takes up to 0.4 ms for an expression, most of a run's CPU time, so
 *
 * - a value without expressions is read once;
 * - an expression that is nothing but a field of the item is read from the item, once n8n has read a value of the same
 *   type alike. What n8n treats in another way, such as a name that it forbids, never gets that far;
 * - all else is read by n8n.
 */
export function createItemParameterReader(context: IExecuteFunctions): ParameterReader {
	const readers = new Map<string, ReadItem>();
	return (name, itemIndex) => {
		const read = readers.get(name) ?? createItemReader(context, name);
		readers.set(name, read);
		return read(itemIndex);
	};
}

function createItemReader(context: IExecuteFunctions, name: string): ReadItem {
	const readByN8n: ReadItem = (itemIndex) => context.getNodeParameter(name, itemIndex, '');
	const raw: unknown = context.getNodeParameter(name, 0, '', { rawExpressions: true });
	if (!mayHoldExpression(raw)) {
		const value = readByN8n(0);
		return () => value;
	}
	const field = getItemField(raw);
	return field === undefined ? readByN8n : createFieldReader(context, field, readByN8n);
}

function createFieldReader(
	context: IExecuteFunctions,
	field: string,
	readByN8n: ReadItem,
): ReadItem {
	const items = context.getInputData();
	const confirmedTypes = new Set<string>();
	return (itemIndex) => {
		const json = items[itemIndex]?.json ?? {};
		const value: unknown = Object.hasOwn(json, field) ? json[field] : undefined;
		const type = typeof value;
		if (confirmedTypes.has(type)) return value;
		const read = readByN8n(itemIndex);
		if (PLAIN_TYPES.has(type) && read === value) confirmedTypes.add(type);
		return read;
	};
}

function getItemField(raw: unknown): string | undefined {
	const [, ...names] = (typeof raw === 'string' ? ITEM_FIELD.exec(raw) : null) ?? [];
	return names.find((name) => name !== undefined);
}

/** Whether n8n may find an expression in it: in a text that begins with "=", or anywhere in a list or an object. */
function mayHoldExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(mayHoldExpression);
}
