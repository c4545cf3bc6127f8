// Turns an answer into bytes: JSON, encryption, headers. A fault can step in at each of these stages.
import { behaviourOf } from './faults/behaviours';
import type { Fault } from './faults/fault';
import type { Outcome } from './gateway';
import { sealJwe, type Seal } from './jwe/seal';
import type { Wire } from './wire';

interface Writing {
	fault: Fault | undefined;
	/** Card numbers of the request. */
	pans: string[];
	seal: Seal;
	/** Headers that every answer carries. */
	headers: Record<string, string>;
}

/** Writes `outcome` as the fault, if any, would have it. */
export function writeAnswer(outcome: Outcome, { fault, pans, seal, headers }: Writing): Wire {
	const behaviour = behaviourOf(fault);
	const step = <T>(
		change: ((value: T, fault: Fault, pans: string[]) => T) | undefined,
		value: T,
	) => (fault === undefined || change === undefined ? value : change(value, fault, pans));

	const answer = step(behaviour.answer, outcome.answer);
	const text = step(behaviour.text, answer.body === undefined ? '' : JSON.stringify(answer.body));
	// Chosen: an error's body is plain JSON, so that it can be read without the keys.
	const isSealed = outcome.sealAs !== undefined && answer.status === 200;
	const sealing = isSealed ? step(behaviour.seal, seal) : undefined;
	const fieldName = step(behaviour.fieldName, outcome.sealAs ?? '');
	const written =
		sealing === undefined
			? text
			: JSON.stringify({ [fieldName]: step(behaviour.token, sealJwe(text, sealing)) });
	const wire = step(behaviour.wire, {
		status: answer.status,
		headers: { 'Content-Type': answer.file?.type ?? 'application/json' },
		bytes: answer.file?.bytes ?? Buffer.from(written),
	});
	return { ...wire, headers: { ...headers, ...wire.headers } };
}
