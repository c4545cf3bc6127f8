/** Fields about persons that Mastercard sends along, and that a workflow seldom needs. */

const SENSITIVE_FIELDS: readonly string[] = ['consumerSsn', 'taxId'];

/** @returns The record without such fields. n8n stores every item that a node outputs. */
export function omitSensitiveFields<Fields extends Record<string, unknown>>(
	record: Fields,
): Fields {
	const kept = Object.entries(record).filter(([name]) => !SENSITIVE_FIELDS.includes(name));
	return Object.fromEntries(kept) as Fields;
}
