import {
  compilePipeline,
  explainPipeline,
  type Session,
  type SourceTrace,
  type StepExplanation,
  traceToSource,
} from '@leeto/warehouse';
import { withClassifiedSteps } from './classified-steps.ts';
import type { MeasureParameters } from './measure.ts';
import { measurePipeline, stepParameters } from './measure-pipeline.ts';
import { getMeasure } from './measures.ts';

/** How one figure came about: the steps with their rows, and the places in the delivered files that it was made of. */
export interface FigureExplanation {
  readonly steps: readonly StepExplanation[];
  readonly source: SourceTrace;
}

export interface FigureExplanationOptions {
  readonly parameters: MeasureParameters;
  /** Source rows wanted at most; 100 where absent. */
  readonly limit?: number;
}

/**
 * Walks a figure back: measure, steps, rows of the delivered files. `cellKey` has a code per dimension, in order, as in the
 * table's row. Throws where it has another number of codes.
 */
export async function explainFigure(
  session: Session,
  measureId: string,
  cellKey: readonly string[],
  { parameters, limit }: FigureExplanationOptions,
): Promise<FigureExplanation> {
  const measure = getMeasure(measureId);
  if (cellKey.length !== measure.dimensions.length) {
    const names = measure.dimensions.map(({ name }) => name).join(', ');
    throw new Error(`A figure of ${measureId} has a code for each of ${names}; ${cellKey.length} were given.`);
  }
  const named = stepParameters(measure, parameters);
  const pipeline = await withClassifiedSteps(session, await measurePipeline(session, measure), { measure, named });
  const { columns } = await session.query(`${compilePipeline(pipeline, 'facts')} limit 0`, named);
  // A dimension that only the last steps make (how a share was computed) does not restrict the facts.
  const where = Object.fromEntries(
    measure.dimensions
      .map(({ name }, index) => [name, cellKey[index] ?? '_T'] as const)
      .filter(([name]) => columns.includes(name)),
  );
  const upToFacts = { name: pipeline.name, steps: pipeline.steps.slice(0, factsEnd(pipeline.steps)) };
  return {
    steps: await explainPipeline(session, pipeline, named),
    source: await traceToSource(session, upToFacts, {
      parameters: named,
      where,
      ...(limit === undefined ? {} : { limit }),
    }),
  };
}

function factsEnd(steps: readonly { readonly name: string }[]): number {
  return steps.findIndex(({ name }) => name === 'facts') + 1;
}
