/** What is different in the form of a node that an AI agent uses as a tool. */
import type { INodeProperties } from 'n8n-workflow';

/** Shown for one of the two; n8n knows which by the name of the node type. */
const showFor = ({ displayOptions }: INodeProperties, isTool: boolean) => ({
	displayOptions: { ...displayOptions, show: { ...displayOptions?.show, '@tool': [isTool] } },
});

/**
 * A field that n8n does not offer to "let the model define": in the form of a tool it is a list, the only type of
 * field without that button that takes expressions.
 *
 * @param inTool what the list shows and says
 */
function notFromModel(
	field: INodeProperties,
	inTool: Pick<INodeProperties, 'options' | 'default' | 'hint' | 'description'>,
): INodeProperties[] {
	return [
		{ ...field, ...showFor(field, false) },
		{ ...field, ...inTool, type: 'options', ...showFor(field, true) },
	];
}

/** The same for a text: its list is empty, and it starts as an expression. */
export const textNotFromModel = (field: INodeProperties): INodeProperties[] =>
	notFromModel(field, {
		default: '=',
		options: [],
		description: 'From data that the model does not see: an expression without the model',
	});

/** @param field 'Has Consent' */
export const consentNotFromModel = (field: INodeProperties): INodeProperties[] =>
	notFromModel(field, {
		default: false,
		options: [
			{ name: 'False', value: false },
			{ name: 'True', value: true },
		],
		hint: 'From your records, never from the model: choose it here, or switch to Expression',
	});

/**
 * A collection that starts otherwise in a tool.
 *
 * @param inTool its default there
 */
export const startingInTool = (
	field: INodeProperties,
	inTool: INodeProperties['default'],
): INodeProperties[] => [
	{ ...field, ...showFor(field, false) },
	{ ...field, default: inTool, ...showFor(field, true) },
];
