export { districtFacts } from './districts.ts';
export { lesotho } from './lesotho.ts';
export { lesothoPopulation } from './population.ts';
export { lesothoProfile } from './profile.ts';
