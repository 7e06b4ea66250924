import type { AddCommand } from '../command.ts';
import { addClassify } from './classify.ts';
import { addDeliveries, addWithdraw } from './deliveries.ts';
import { addDemo } from './demo.ts';
import { addDictionary, addTemplates } from './dictionary.ts';
import { addDoctor } from './doctor.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addInspect } from './inspect.ts';
import { addLink } from './link.ts';
import { addMeasure } from './measure.ts';
import { addMeasures } from './measures.ts';
import { addMigrate } from './migrate.ts';
import { addPersons } from './persons.ts';
import { addProfile } from './profile.ts';
import { addProtect } from './protect.ts';
import { addRelease } from './release.ts';
import { addStart } from './start.ts';

/** All verbs, in the order in which help lists them. A new one is a file here and a line. */
export const commands: readonly AddCommand[] = [
  addStart,
  addInit,
  addDemo,
  addInspect,
  addImport,
  addDeliveries,
  addWithdraw,
  addLink,
  addPersons,
  addClassify,
  addMeasures,
  addMeasure,
  addExplain,
  addProfile,
  addProtect,
  addRelease,
  addExport,
  addTemplates,
  addDictionary,
  addMigrate,
  addDoctor,
];
