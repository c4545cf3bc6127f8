/** Reads the IDs that go into the paths of Open Finance. */
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { requiredText } from '../sbca/parseText';

/** @throws InvalidParameter for anything but digits: that is how Mastercard numbers customers. */
export function parseCustomerId(value: unknown): string {
	const id = requiredText(value, 'Customer ID');
	if (/^\d+$/.test(id)) return id;
	throw new InvalidParameterError(
		'CUSTOMER_ID',
		"'Customer ID' is not a customer ID",
		'Map it to the customerId that SBCA Customer gives, for example 1005061234.',
	);
}

/** @throws InvalidParameter for characters that no report ID has. */
export function parseReportId(value: unknown): string {
	const id = requiredText(value, 'Report ID');
	if (isReportId(id)) return id;
	throw new InvalidParameterError(
		'REPORT_ID',
		"'Report ID' is not a report ID",
		'Map it to the reportId that the operation Get Many of SBCA Report gives, for example y3pic4xhda-sbcaanalyticsnoncra.',
	);
}

/** Whether a text can be the ID of a report. */
export function isReportId(text: string): boolean {
	return /^[\w-]{1,200}$/.test(text);
}
