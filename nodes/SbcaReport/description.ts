import type { INodeProperties } from 'n8n-workflow';
import { METRICS } from '../../mastercard/sbca/metricDictionary';
import { authentication, onlyOpenFinance } from '../shared/descriptions/authentication';
import { businessDetails } from '../shared/descriptions/business';
import { merchantCountry, nameAndAddress } from '../shared/descriptions/merchant';
import { optionsCollection } from '../shared/descriptions/options';
import { openFinanceParameters } from './openFinanceDescription';

/** For parameters about a new report; the standalone API has no other operation. */
const notForNew = { operation: ['get', 'getMany'] };

const monthly = { name: 'Monthly', value: 'Monthly' };

export const description: INodeProperties[] = [
	authentication,
	...openFinanceParameters,
	{
		displayName: 'Location ID',
		name: 'locationId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.locationId }}',
		description: 'The ID that SBCA Match Location gives',
		displayOptions: { hide: notForNew },
	},
	{
		displayName: 'Has Consent',
		name: 'hasConsent',
		type: 'boolean',
		default: false,
		description:
			'Whether the merchant agreed that you ask Mastercard. Map it to your consent records: rows in which it is anything but true are not sent.',
		displayOptions: { hide: notForNew },
	},
	{
		displayName: 'Metric Type',
		name: 'metricType',
		type: 'options',
		options: [
			{
				name: 'Retail Sales Analytics',
				value: 'retail_sales_analytics',
				description: 'Sales, channels, customers and risks of the location',
			},
			{
				name: 'Retail Sales Benchmarks',
				value: 'retail_sales_benchmarks',
				description: 'The location compared with its peers, monthly',
			},
		],
		default: 'retail_sales_analytics',
		description: 'Which report to get',
		displayOptions: { hide: notForNew },
	},
	{
		displayName: 'Metric Frequency',
		name: 'metricFrequency',
		type: 'options',
		options: [monthly, { name: 'Weekly', value: 'Weekly' }],
		default: 'Weekly',
		description: 'How long a period of the report is',
		displayOptions: { show: { metricType: ['retail_sales_analytics'] }, hide: notForNew },
	},
	{
		displayName: 'Metric Frequency',
		name: 'metricFrequency',
		type: 'options',
		options: [monthly],
		default: 'Monthly',
		description: 'How long a period of the report is; Mastercard makes benchmarks monthly only',
		displayOptions: { show: { metricType: ['retail_sales_benchmarks'] }, hide: notForNew },
	},
	{
		...businessDetails,
		displayOptions: { show: { ...onlyOpenFinance, operation: ['create'] } },
	},
	{
		displayName: 'Output Mode',
		name: 'outputMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'One Item per Location',
				value: 'perLocation',
				description: 'All weeks or months in a list',
			},
			{
				name: 'One Item per Metric',
				value: 'perMetric',
				description: 'Each figure of each week or month, with its label, unit and question',
			},
			{ name: 'One Item per Period', value: 'perPeriod', description: 'One week or month each' },
		],
		default: 'perPeriod',
		displayOptions: { hide: { operation: ['getMany'], reportFormat: ['pdf'] } },
	},
	optionsCollection([
		{
			displayName: 'Group by Question',
			name: 'groupByQuestion',
			type: 'boolean',
			default: false,
			description: 'Whether to nest the metrics under the business questions they help to answer',
		},
		{
			displayName: 'Latest Periods',
			name: 'latestPeriods',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many of the latest weeks or months to keep. 0 keeps all.',
		},
		{
			displayName: 'Metrics',
			name: 'metrics',
			type: 'multiOptions',
			// Those that Mastercard names; an expression can name others.
			options: Object.values(METRICS)
				.flat()
				.map(({ name, label, meaning }) => ({ name: label, value: name, description: meaning }))
				.sort((a, b) => a.name.localeCompare(b.name)),
			default: [],
			description: 'Which metrics to keep. None chosen keeps all.',
		},
		{
			displayName: 'Percentages',
			name: 'percentages',
			type: 'options',
			options: [
				{ name: 'Fraction', value: 'fraction', description: '0.82, as Mastercard sends it' },
				{ name: 'Percent', value: 'percent', description: '82' },
			],
			default: 'fraction',
			description: 'How shares and rates are written',
		},
		{
			displayName: 'Rematch',
			name: 'rematch',
			type: 'fixedCollection',
			placeholder: 'Add merchant',
			default: {},
			description:
				'Looks the merchant up again by name and address when Mastercard no longer knows the location ID, and asks once more for the best match. These are further calls.',
			options: [
				{
					displayName: 'Merchant',
					name: 'merchant',
					values: [...nameAndAddress, merchantCountry],
				},
			],
		},
	]),
];
