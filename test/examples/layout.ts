/** Where n8n's editor draws the nodes, notes and lines of a workflow, in pixels at full size. */
import { isNote, isTrigger, type Workflow, type WorkflowNode } from './files';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

interface Point {
	x: number;
	y: number;
}

interface Line {
	name: string;
	from: Point;
	to: Point;
}

/** A node of n8n 2.40 with up to two inputs and outputs; each further one makes it higher. */
const NODE = 96;
const HANDLE_DISTANCE = 32;
/** The name below a node: its first line, which is at most twice as wide as the node. */
const LABEL_HEIGHT = 28;
const LETTER_WIDTH = 8;

function countOutputs({ type, parameters, onError }: WorkflowNode): number {
	const { rules, options } = parameters as {
		rules?: { values?: unknown[] };
		options?: { fallbackOutput?: string };
	};
	const errors = onError === 'continueErrorOutput' ? 1 : 0;
	if (/\.switch$/.test(type)) {
		const fallback = options?.fallbackOutput === 'extra' ? 1 : 0;
		return (rules?.values?.length ?? 0) + fallback + errors;
	}
	return (/\.(if|splitInBatches|creditReviewReport)$/.test(type) ? 2 : 1) + errors;
}

function countInputs({ type, parameters }: WorkflowNode): number {
	if (/\.merge$/.test(type)) return Number(parameters.numberInputs ?? 2);
	return /\.creditReviewReport$/.test(type) ? 2 : 1;
}

function getHeight(node: WorkflowNode): number {
	const handles = Math.max(countInputs(node), countOutputs(node), 2);
	return NODE + (handles - 2) * HANDLE_DISTANCE;
}

/** The box of a node, without its name, or of a note. */
function getBox(node: WorkflowNode): Box {
	const [left, top] = node.position;
	const { width, height } = isNote(node)
		? { width: Number(node.parameters.width), height: Number(node.parameters.height) }
		: { width: NODE, height: getHeight(node) };
	return { name: node.name, left, top, right: left + width, bottom: top + height };
}

/** The box of the name below a node. */
function getLabel(node: WorkflowNode): Box {
	const { left, bottom } = getBox(node);
	const half = Math.min(node.name.length * LETTER_WIDTH, 2 * NODE) / 2;
	const middle = left + NODE / 2;
	return {
		name: `the name of ${node.name}`,
		left: middle - half,
		top: bottom,
		right: middle + half,
		bottom: bottom + LABEL_HEIGHT,
	};
}

/** The size of everything that the editor fits into its window. */
export function getBounds({ nodes }: Workflow): { width: number; height: number } {
	const boxes = nodes.map(getBox);
	const width =
		Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
	const height =
		Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
	return { width, height };
}

/** Pairs of nodes, names and notes that lie on top of each other; two names may touch. */
export function findOverlaps({ nodes }: Workflow): string[] {
	const boxes = [...nodes.map(getBox), ...nodes.filter((node) => !isNote(node)).map(getLabel)];
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.name} and ${other.name}`),
	);
}

/** The middle of an input or output of a node. */
function getHandle(node: WorkflowNode, side: 'input' | 'output', index: number): Point {
	const { left, right, top, bottom } = getBox(node);
	const count = side === 'input' ? countInputs(node) : countOutputs(node);
	return {
		x: side === 'input' ? left : right,
		y: (top + bottom) / 2 + (index - (count - 1) / 2) * HANDLE_DISTANCE,
	};
}

/**
 * Lines from left to right, drawn straight: their curves cross where straight ones do.
 * Those of triggers are left out: two triggers that start two things cannot but cross.
 */
function getLines({ nodes, connections }: Workflow): Line[] {
	const byName = new Map(nodes.map((node) => [node.name, node]));
	return Object.entries(connections).flatMap(([from, { main }]) =>
		main.flatMap((targets, output) =>
			targets.flatMap((target) => {
				const [source, node] = [byName.get(from), byName.get(target.node)];
				if (source === undefined || node === undefined || isTrigger(source)) return [];
				const line = {
					name: `${from} to ${target.node}`,
					from: getHandle(source, 'output', output),
					to: getHandle(node, 'input', target.index),
				};
				return line.from.x < line.to.x ? [line] : [];
			}),
		),
	);
}

/** Positive when `third` is on the left of the way from `first` to `second`, 0 on it. */
const getTurn = (first: Point, second: Point, third: Point) =>
	Math.sign(
		(second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x),
	);

function cross(one: Line, other: Line): boolean {
	return (
		getTurn(one.from, one.to, other.from) * getTurn(one.from, one.to, other.to) < 0 &&
		getTurn(other.from, other.to, one.from) * getTurn(other.from, other.to, one.to) < 0
	);
}

/** Pairs of lines that cross. */
export function findCrossings(workflow: Workflow): string[] {
	const lines = getLines(workflow);
	return lines.flatMap((one, index) =>
		lines
			.slice(index + 1)
			.filter((other) => cross(one, other))
			.map((other) => `${one.name} crosses ${other.name}`),
	);
}
