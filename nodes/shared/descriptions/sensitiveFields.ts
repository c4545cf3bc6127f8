/** The option to output fields about persons that are left out otherwise. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** @param operations Those that have the option. */
export function includeSensitiveFields(operations: string[]): INodeProperties {
	return {
		displayName: 'Include Sensitive Fields',
		name: 'includeSensitiveFields',
		type: 'boolean',
		default: false,
		description:
			'Whether to output tax IDs and the last digits of social security numbers where Mastercard sends them',
		displayOptions: { show: { '/operation': operations } },
	};
}

export function parseIncludesSensitive(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('options.includeSensitiveFields', 0, false) === true;
}
