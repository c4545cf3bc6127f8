/** Parses the IDs in the paths of Open Finance. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { requiredText } from '../sbca/parseText';

/** @throws InvalidParameterError for anything but digits, which customer IDs consist of. */
export function parseCustomerId(value: unknown): string {
	const id = requiredText(value, 'Customer ID');
	if (/^\d+$/.test(id)) return id;
	throw new InvalidParameterError(
		'CUSTOMER_ID',
		"'Customer ID' is not a customer ID",
		'Map it to the customerId from SBCA Customer, for example 1005061234.',
	);
}

/** @throws InvalidParameterError for characters that report IDs do not contain. */
export function parseReportId(value: unknown): string {
	const id = requiredText(value, 'Report ID');
	if (isReportId(id)) return id;
	throw new InvalidParameterError(
		'REPORT_ID',
		"'Report ID' is not a report ID",
		'Map it to the reportId from the Get Many operation of SBCA Report, for example y3pic4xhda-sbcaanalyticsnoncra.',
	);
}

/** Whether a text can be the ID of a report. */
export function isReportId(text: string): boolean {
	return /^[\w-]{1,200}$/.test(text);
}
