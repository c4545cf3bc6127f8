/** The ways to Small Business Credit Analytics: the same two questions, asked and answered in other forms. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Answer, Failure, RowResult } from '../../../mastercard/errors/Failure';
import { readBusinessDetails } from '../../../mastercard/openFinance/businessDetails';
import { readCustomerId } from '../../../mastercard/openFinance/ids';
import { NOT_FOUND } from '../../../mastercard/openFinance/failure';
import * as openFinanceMatches from '../../../mastercard/openFinance/matches';
import {
	readReportAnswer,
	reportRequest,
	type ReportParty,
} from '../../../mastercard/openFinance/report';
import type { MerchantMatch } from '../../../mastercard/sbca/location';
import {
	readMatchQuestion,
	type MatchFields,
	type MatchQuestion,
} from '../../../mastercard/sbca/matchParams';
import type { LocationReport } from '../../../mastercard/sbca/report';
import type { ReportQuestion } from '../../../mastercard/sbca/reportParams';
import { matchesRequest, readMatches } from '../../../mastercard/sbca/standalone/matches';
import { metricsRequest, readMetrics } from '../../../mastercard/sbca/standalone/metrics';
import type { Authentication } from '../descriptions/authentication';
import { businessFields } from '../descriptions/business';
import type { OpenConnection } from '../executeRows';
import { openMastercardApi } from '../transport/createMastercardTransport';
import { openMastercardOpenFinance } from '../transport/createOpenFinanceTransport';
import type { ApiRequest } from '../operation';

/** @typeParam Party What a report needs besides the question. */
export interface SbcaDoor<Party = unknown> {
	open: OpenConnection;
	/** @throws InvalidParameter for the first field that cannot be sent. */
	readMatchQuestion(fields: MatchFields): MatchQuestion;
	matchRequest(question: MatchQuestion): ApiRequest;
	readMatch(answer: Answer, now: number): RowResult<MerchantMatch>;
	/** @throws InvalidParameter for the first parameter that cannot be sent. */
	readParty(context: IExecuteFunctions, itemIndex: number): Party;
	reportRequest(question: ReportQuestion, party: Party): ApiRequest;
	readReport(answer: Answer, question: ReportQuestion, now: number): RowResult<LocationReport>;
	/** Whether a report failed because Mastercard no longer knows the location. */
	isLocationLost(failure: Failure): boolean;
}

/** The API of its own, signed and not encrypted. */
const standaloneDoor: SbcaDoor<null> = {
	open: openMastercardApi(false),
	readMatchQuestion,
	matchRequest: (question) => ({ method: 'GET', ...matchesRequest(question) }),
	readMatch: readMatches,
	readParty: () => null,
	reportRequest: (question) => ({ method: 'GET', ...metricsRequest(question) }),
	readReport: readMetrics,
	isLocationLost: ({ reasonCode }) => reasonCode === 'LOCATION_NOT_FOUND',
};

/** The same reports as part of Open Finance US, filed under a customer. */
const openFinanceDoor: SbcaDoor<ReportParty> = {
	open: openMastercardOpenFinance,
	readMatchQuestion: openFinanceMatches.readUsMatchQuestion,
	matchRequest: (question) => ({
		method: 'GET',
		...openFinanceMatches.matchesRequest(question),
	}),
	readMatch: openFinanceMatches.readMatches,
	readParty: (context, itemIndex) => ({
		customerId: readCustomerId(context.getNodeParameter('customerId', itemIndex, '')),
		businessDetails: readBusinessDetails(businessFields(context, itemIndex), 'alpha2or3'),
	}),
	reportRequest: (question, party) => ({ method: 'POST', ...reportRequest(question, party) }),
	readReport: readReportAnswer,
	// One code for a location that is gone and for one without figures.
	isLocationLost: ({ httpCode, reasonCode }) => httpCode === 404 && reasonCode === NOT_FOUND,
};

const DOORS: Readonly<Record<Authentication, SbcaDoor>> = {
	mastercardApi: standaloneDoor,
	mastercardOpenFinanceApi: openFinanceDoor,
};

/** The door that the node's parameter 'Authentication' names. */
export function doorOf(context: IExecuteFunctions): SbcaDoor {
	const name: unknown = context.getNodeParameter('authentication', 0, 'mastercardApi');
	if (name === 'mastercardApi' || name === 'mastercardOpenFinanceApi') return DOORS[name];
	throw new NodeOperationError(context.getNode(), "'Authentication' is neither of its choices", {
		description: 'Choose it in the node. Nothing was sent.',
	});
}

/** Opens the connection of that door. */
export const openDoor: OpenConnection = async (context) => await doorOf(context).open(context);
