import { compilePipeline, type Pipeline } from '@leeto/warehouse';

/** The statement that leads to the step named, with no other steps in it: two measures that share a step share its statement. */
export function compileNeeded(pipeline: Pipeline, name: string): string {
  const end = pipeline.steps.findIndex((step) => step.name === name) + 1;
  const before = pipeline.steps.slice(0, end);
  const needed = new Set([name]);
  for (const step of before.toReversed()) {
    if (!needed.has(step.name)) continue;
    for (const word of step.sql.match(/\w+/g) ?? []) if (word !== step.name) needed.add(word);
  }
  return compilePipeline({ ...pipeline, steps: before.filter((step) => needed.has(step.name)) });
}
