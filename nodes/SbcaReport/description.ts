import type { INodeProperties } from 'n8n-workflow';
import { METRICS } from '../../mastercard/sbca/metricDictionary';
import { authentication, onlyOpenFinance } from '../shared/descriptions/authentication';
import { businessDetails } from '../shared/descriptions/business';
import { merchantCountry, nameAndAddress } from '../shared/descriptions/merchant';
import { includeSensitiveFields } from '../shared/descriptions/sensitiveFields';
import { optionsCollection } from '../shared/descriptions/options';
import { simplify } from '../shared/descriptions/simplify';
import { consentBuilderHint } from '../shared/descriptions/consentHint';
import { consentNotFromModel, startingInTool } from '../shared/descriptions/toolForm';
import { openFinanceParameters } from './openFinanceDescription';

/** Operations on existing reports. Parameters for a new report are hidden in them; the standalone API has neither. */
const existingReports = { operation: ['get', 'getMany'] };

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
		description: 'Location ID from SBCA Match Location',
		builderHint: { propertyHint: 'Map it to the field locationId of SBCA Match Location' },
		displayOptions: { hide: existingReports },
	},
	...consentNotFromModel({
		displayName: 'Has Consent',
		name: 'hasConsent',
		type: 'boolean',
		default: false,
		description: 'Whether the merchant consented to this request',
		hint: 'Only rows set to true are sent',
		builderHint: consentBuilderHint,
		displayOptions: { hide: existingReports },
	}),
	{
		displayName: 'Metric Type',
		name: 'metricType',
		type: 'options',
		options: [
			{
				name: 'Retail Sales Analytics',
				value: 'retail_sales_analytics',
				description: "The location's sales, channels, customers and risks",
			},
			{
				name: 'Retail Sales Benchmarks',
				value: 'retail_sales_benchmarks',
				description: 'The location compared with its peers, by month',
			},
		],
		default: 'retail_sales_analytics',
		description: 'Which report to get',
		displayOptions: { hide: existingReports },
	},
	{
		displayName: 'Metric Frequency',
		name: 'metricFrequency',
		type: 'options',
		options: [monthly, { name: 'Weekly', value: 'Weekly' }],
		default: 'Weekly',
		description: 'Length of each period in the report',
		displayOptions: { show: { metricType: ['retail_sales_analytics'] }, hide: existingReports },
	},
	{
		displayName: 'Metric Frequency',
		name: 'metricFrequency',
		type: 'options',
		options: [monthly],
		default: 'Monthly',
		description: 'Length of each period in the report. Benchmarks are monthly only.',
		displayOptions: { show: { metricType: ['retail_sales_benchmarks'] }, hide: existingReports },
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
				description: 'One item with all weeks or months in a list',
			},
			{
				name: 'One Item per Metric',
				value: 'perMetric',
				description:
					'One item for each metric of each week or month, with its label, unit and question',
			},
			{
				name: 'One Item per Period',
				value: 'perPeriod',
				description: 'One item per week or month',
			},
		],
		default: 'perPeriod',
		displayOptions: { hide: { operation: ['getMany'], reportFormat: ['pdf'] } },
	},
	{
		...simplify,
		displayOptions: {
			hide: { operation: ['getMany'], reportFormat: ['pdf'], outputMode: ['perLocation'] },
		},
	},
	// A year of weeks is more than a model should read.
	...startingInTool(
		optionsCollection([
			{
				displayName: 'Group by Question',
				name: 'groupByQuestion',
				type: 'boolean',
				default: false,
				description:
					"Whether to nest the metrics under Mastercard's business questions. Has no effect if 'Simplify' is on.",
			},
			includeSensitiveFields(['getMany']),
			{
				displayName: 'Latest Periods',
				name: 'latestPeriods',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'Number of most recent weeks or months to keep. 0 keeps all.',
			},
			{
				displayName: 'Metrics',
				name: 'metrics',
				type: 'multiOptions',
				// The metrics that Mastercard documents; an expression can supply others.
				options: Object.values(METRICS)
					.flat()
					.map(({ name, label, meaning }) => ({ name: label, value: name, description: meaning }))
					.sort((a, b) => a.name.localeCompare(b.name)),
				default: [],
				description: 'Metrics to keep. Leave empty to keep all.',
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
				description: 'How to write shares and rates',
			},
			{
				displayName: 'Rematch',
				name: 'rematch',
				type: 'fixedCollection',
				placeholder: 'Add merchant',
				default: {},
				description:
					'Merchant to look up when Mastercard no longer knows the location ID. The report is then requested for the best match. Both are additional calls.',
				options: [
					{
						displayName: 'Merchant',
						name: 'merchant',
						values: [...nameAndAddress, merchantCountry],
					},
				],
			},
		]),
		{ latestPeriods: 4 },
	),
];
