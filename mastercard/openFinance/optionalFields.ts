/** What may be given about a new customer or business beyond what is required. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { optionalText } from '../sbca/parseText';

/** The documented fields with their labels, and their lengths where the specification (1.43.0) has them. */
const CUSTOMER = [
	['applicationId', 'Application ID', undefined],
	['email', 'Email', undefined],
] as const;
const BUSINESS = [
	['email', 'Email', undefined],
	['taxId', 'Tax ID', 15],
	['type', 'Business Type', 150],
	['url', 'URL', 2000],
] as const;

type Field = readonly [name: string, label: string, maxLength: number | undefined];
type Read = (name: string) => unknown;

/** @param read Gives a field as the user entered it. @returns Those that are not blank. */
export function parseCustomerFields(read: Read): Record<string, string> {
	return parseFields(CUSTOMER, read);
}

/** As above. @throws InvalidParameterError for the first field that is no text, or of a wrong length. */
export function parseBusinessFields(read: Read): Record<string, string> {
	const fields = parseFields(BUSINESS, read);
	if (fields.taxId !== undefined && fields.taxId.length < 9)
		throw new InvalidParameterError(
			'TAX_ID',
			`'Tax ID' has ${fields.taxId.length} characters; Mastercard accepts 9 to 15`,
			'A spreadsheet may have dropped leading zeros. Format the column as text.',
		);
	return fields;
}

function parseFields(fields: readonly Field[], read: Read): Record<string, string> {
	return Object.fromEntries(
		fields.flatMap(([name, label, maxLength]) => {
			const text = optionalText(read(name), label, maxLength);
			return text === '' ? [] : [[name, text]];
		}),
	);
}
