/** Files that Mastercard delivers, in n8n's binary data. */
import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../../../mastercard/errors/Failure';
import { fileNotStored } from '../failure';

/** A file that goes with a row's items. */
export interface OutputFile {
	/** The binary field that the user wants it in. */
	fieldName: string;
	fileName: string;
	mimeType: string;
	/** Base64. */
	content: string;
}

/** @returns The binary field of an item, if there is a file, or why n8n's storage could not take it. */
export async function storeFile(
	context: IExecuteFunctions,
	file: OutputFile | undefined,
): Promise<{ binary?: IBinaryKeyData } | { failure: Failure }> {
	if (file === undefined) return {};
	const { fieldName, fileName, mimeType, content } = file;
	const bytes = Buffer.from(content, 'base64');
	try {
		const data = await context.helpers.prepareBinaryData(bytes, fileName, mimeType);
		return { binary: { [fieldName]: data } };
	} catch (error) {
		return { failure: fileNotStored(error) };
	}
}
