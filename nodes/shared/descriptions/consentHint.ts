/** What the form and n8n's own AI say about 'Has Consent'. */
import type { IParameterBuilderHint, NodeHint } from 'n8n-workflow';

/** Before the first run, says why nothing would be sent. Existing reports need no consent. */
export const consentHint: NodeHint = {
	message:
		"'Has Consent' is off, so no row would be sent. Turn it on, or map it to a column that is true where there is consent.",
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition:
		'={{ $parameter["hasConsent"] === false && !["get", "getMany"].includes($parameter["operation"]) }}',
};

export const consentBuilderHint: IParameterBuilderHint = {
	propertyHint:
		'Map it to the column that records the consent, as a boolean. Do not set it to true for all rows, and never let a model fill it in.',
};
