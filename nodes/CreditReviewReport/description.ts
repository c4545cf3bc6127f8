import type { INodeProperties } from 'n8n-workflow';

export const description: INodeProperties[] = [
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Businesses',
				value: 'businesses',
				description: 'Items of SBCA Report: weekly sales, benchmarks, or both',
			},
			{
				name: 'Cards',
				value: 'cards',
				description: 'Items of CCA Scores, with columns of CCA Metrics if you like',
			},
		],
		default: 'cards',
		description: 'What is reviewed',
	},
	{
		displayName: 'Match By',
		name: 'matchBy',
		type: 'string',
		default: 'cardReference',
		required: true,
		displayOptions: { show: { subject: ['cards'] } },
		description: 'The field that says which rows are the same card in both reviews',
		builderHint: {
			propertyHint: 'Never a card number: cardReference, or a customer number of your own',
		},
		hint: "CCA Scores outputs cardReference if the credential has a 'Card Reference Key'",
	},
	{
		displayName: 'Match By',
		name: 'matchBy',
		type: 'string',
		default: 'locationId',
		required: true,
		displayOptions: { show: { subject: ['businesses'] } },
		description: 'The field that says which rows are the same business in both reviews',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: 'Credit review',
		description: 'The heading of the report',
	},
	{
		displayName: 'Review Date',
		name: 'reviewDate',
		type: 'dateTime',
		default: '={{ $now }}',
		description: 'The day of this review. It is in the name of the file, too.',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Customer',
		description:
			'The field to show for a row in the report, for example a customer number. If empty, cards are shown masked, and businesses by their location ID.',
	},
	{
		displayName: 'Bottom Deciles',
		name: 'bottomDeciles',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 9 },
		default: 2,
		displayOptions: { show: { subject: ['cards'] } },
		description: 'How many of the lowest deciles count as high risk, from 1 to 9',
	},
	{
		displayName: 'Watch List Size',
		name: 'watchListSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 20,
		description:
			'How many rows the watch list in the report shows, from 1 to 100. The output marks all rows that need a look.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Baseline',
				name: 'baseline',
				type: 'json',
				default: '{}',
				displayOptions: { show: { '/subject': ['cards'] } },
				description: 'The field report.bands of the review that all others are compared with',
			},
			{
				displayName: 'History',
				name: 'history',
				type: 'json',
				default: '[]',
				displayOptions: { show: { '/subject': ['cards'] } },
				description:
					'A list of the field report.figures of former reviews, for the chart over time',
			},
			{
				displayName: 'Segment',
				name: 'segment',
				type: 'string',
				default: '',
				placeholder: 'e.g. Branch',
				description: 'The field to break the figures down by, for example product or branch',
			},
		],
	},
];
